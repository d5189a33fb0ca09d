import { html, type Markup } from "../../dashboards/markup.ts";
import { count, counted, sentence } from "../amounts.ts";
import { table } from "../report-table.ts";
import type { Effect } from "./list-findings.ts";
import type { FindingGroup, Pack } from "./pack.ts";

/** Groups listed on the page for each effect; all findings are in findings.csv. */
const LISTED = 20;

const CAPTIONS: Readonly<Record<Effect, string>> = {
  "whole file": "Whole files that are not in use: mend these first",
  "set aside": "Rows that were set aside: correct them and send them again",
  loaded: "Rows that are loaded but look odd: please check them",
  noted: "About your folder",
};

/** What there is to do, by what became of it, the most frequent first. */
export function findingsSection(pack: Pack): Markup {
  const there = pack.groups.filter(({ now }) => now > 0);
  const tables = (Object.keys(CAPTIONS) as Effect[]).map((effect) =>
    groupTable(
      CAPTIONS[effect],
      there.filter((group) => group.effect === effect),
      pack.first,
    ),
  );
  return html`<section><h2>What to look at</h2>
${there.length === 0 ? html`<p>Nothing. Every row received keeps every rule, and nothing looks odd.</p>` : tables.filter((each) => each !== null)}
${resolvedLine(pack)}
</section>
`;
}

function groupTable(caption: string, groups: readonly FindingGroup[], first: boolean) {
  const more = groups.length - LISTED;
  const listed = table(
    caption,
    [
      { title: "Where", words: true },
      { title: "What and why", words: true },
      { title: "First row" },
      { title: "Findings" },
      ...(first ? [] : [{ title: "Of them new" }]),
    ],
    groups
      .slice(0, LISTED)
      .map((group) => [
        where(group),
        sentence(group.says),
        group.first_row === null ? "" : count(group.first_row),
        count(group.now),
        ...(first ? [] : [count(group.new)]),
      ]),
  );
  return listed && more > 0
    ? html`${listed}<p>${counted(more, "more kind is", "more kinds are")} in findings.csv.</p>`
    : listed;
}

const where = ({ file_name, files, column_name, feed_id }: FindingGroup) =>
  html`${files > 1 ? `${file_name} and ${counted(files - 1, "other file")}` : (file_name ?? feed_id ?? "")}${column_name ? html`<span class="name">${column_name}</span>` : null}`;

function resolvedLine({ groups, first }: Pack) {
  const resolved = groups.reduce((sum, group) => sum + group.resolved, 0);
  if (first) return html`<p>This is the first report, so there is nothing to compare with.</p>`;
  return html`<p>${resolved === 0 ? "No finding of the run before is resolved." : `${counted(resolved, "finding")} of the run before ${resolved === 1 ? "is" : "are"} resolved. Thank you.`} A file that is sent again under its name takes the place of the earlier one here. Its rows may have moved, so rows set aside for the same reason are matched in their order.</p>`;
}
