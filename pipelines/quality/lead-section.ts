import { html, type Markup } from "../../dashboards/markup.ts";
import { recordKind } from "../../models/contract/catalogue.ts";
import { ANY_RULE } from "../../models/quality/validity.ts";
import { count, counted, percent } from "../amounts.ts";
import type { Measured } from "./measure-quality.ts";
import { type Pack, rowsIn } from "./pack.ts";

const total = (rows: readonly Measured[], of: "numerator" | "denominator") =>
  rows.reduce((sum, row) => sum + (row[of] ?? 0), 0);

/** The report in a few sentences. */
export function leadSection(pack: Pack): Markup {
  const sentences = [
    rowsSentence(pack),
    findingsSentence(pack),
    lateSentence(pack),
    emptiestSentence(pack),
    followUpSentence(pack),
  ];
  return html`<section><h2>At a glance</h2>
<ul class="glance">${sentences.filter((each) => each !== null).map((each) => html`<li>${each}</li>`)}</ul></section>
`;
}

function rowsSentence(pack: Pack): string {
  const rows = rowsIn(pack, "validity", ANY_RULE);
  const [broken, received] = [total(rows, "numerator"), total(rows, "denominator")];
  if (received === 0) return "No row of yours could be read.";
  if (broken === 0) return `We read ${counted(received, "row")} and set none aside.`;
  return `We read ${counted(received, "row")} and set ${count(broken)} aside (${percent(broken, received)}).`;
}

function findingsSentence({ groups, first }: Pack): string {
  const sum = (of: "now" | "new" | "resolved") => groups.reduce((all, group) => all + group[of], 0);
  const now = counted(sum("now"), "finding");
  if (first) return `There ${sum("now") === 1 ? "is" : "are"} ${now}. This is the first report.`;
  return `There ${sum("now") === 1 ? "is" : "are"} ${now}: ${count(sum("new"))} new, ${count(sum("now") - sum("new"))} still standing. ${resolved(sum("resolved"))} resolved since the run before.`;
}

const resolved = (number: number) => (number === 0 ? "None is" : `${count(number)} ${number === 1 ? "is" : "are"}`);

function lateSentence(pack: Pack): string | null {
  const rows = rowsIn(pack, "timeliness", "late");
  if (rows.length === 0) return null;
  const late = rows.filter(({ numerator }) => numerator).map(({ feed_id }) => feed_id);
  return late.length === 0
    ? "Every feed that has a rhythm keeps it."
    : `${counted(late.length, "feed is", "feeds are")} late by ${late.length === 1 ? "its" : "their"} own rhythm: ${late.join(", ")}.`;
}

/** The column of a field that is sent and least often filled. */
function emptiestSentence(pack: Pack): string | null {
  const share = (row: Measured) => (row.numerator ?? 0) / (row.denominator ?? 1);
  const [emptiest] = rowsIn(pack, "completeness")
    .filter((row) => row.denominator && row.column_name && share(row) < 1)
    .sort((a, b) => share(a) - share(b));
  if (!emptiest) return null;
  const { record, column_name, numerator, denominator } = emptiest;
  return `The column filled least often is “${column_name}” (${recordKind(record!).title}): ${percent(numerator!, denominator!)} of ${counted(denominator!, "record")}.`;
}

function followUpSentence(pack: Pack): string | null {
  const [baseline] = rowsIn(pack, "coverage", "baseline");
  const [followUp] = rowsIn(pack, "coverage", "follow_up");
  if (!baseline?.denominator) return null;
  const begins = `${percent(baseline.numerator!, baseline.denominator)} of ${counted(baseline.denominator, "episode")} have a baseline`;
  return followUp?.denominator
    ? `${begins}; of those where it is time for one, ${percent(followUp.numerator!, followUp.denominator)} have a follow-up.`
    : `${begins}.`;
}
