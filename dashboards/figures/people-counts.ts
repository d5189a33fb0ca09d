import type { PublishedCell } from "../../models/published.ts";
import { countChart } from "../charts/count-chart.ts";
import { countCell, wordsCell } from "../data-table.ts";
import { type FigureContent, type FigureMaker, WIDE_AND_NARROW } from "../figure-content.ts";
import type { FigureRequest } from "../figure-request.ts";
import type { Lookup, Slice } from "../lookup.ts";
import { capital, countWords, dayWords } from "../sentences/numbers.ts";
import {
  groupsHeadline,
  groupsSentence,
  overlapSentences,
  quartersSentence,
  rangeHeadline,
  rangesSentence,
  totalHeadline,
} from "../sentences/people.ts";
import { type PeopleRange, peopleRange, rangeWords } from "../sentences/people-range.ts";
import { missingSentences } from "../sentences/status-words.ts";
import { firstMissing, keyOf, present } from "./find-rows.ts";

interface Named {
  name: string;
  cell: PublishedCell;
  /** Exact for one partner, where nobody needs linking; null without a count. */
  range: PeopleRange | null;
}

const exactly = (cell: PublishedCell) => (cell.value === null ? null : { low: cell.value, high: cell.value });

function contentOf(named: readonly Named[], mark: "bar" | "dot", first: string) {
  const rows = named.map(({ name, cell, range }) => ({
    label: name,
    aside: range === null ? "" : rangeWords(range),
    missing: firstMissing([cell]),
    range,
  }));
  return {
    kind: mark === "bar" ? "Bar chart" : "Dot chart",
    key: [],
    widths: WIDE_AND_NARROW,
    draw: (frame) => countChart(frame, rows, mark, "People"),
    table: {
      columns: [first, "People"],
      rows: named.map(({ name, cell, range }) => ({
        name,
        cells: [range === null ? countCell(cell) : wordsCell(rangeWords(range))],
      })),
    },
    rows: named.map(({ cell }) => cell),
  } satisfies Partial<FigureContent>;
}

const statuses = (named: readonly Named[]) => named.map(({ name, cell }) => ({ name, status: cell.status }));

const kinds: Readonly<Partial<Record<Slice, string>>> = { tier: "tier", partner: "partner", program: "program" };

/** Members of a slice that a page may name: programs are only those of the page's own partner. */
function membersFor(request: FigureRequest, lookup: Lookup) {
  const own = lookup.publication.program.filter((program) => program.partner_id === request.within);
  const keep = (id: string) => request.slice !== "program" || own.some((program) => program.program_id === id);
  return lookup.members(request.slice).filter(({ id }) => keep(id));
}

/** The people of a member: a range only where several partners meet, as in a tier; then no fewer than in its largest program. */
function rangeOf(request: FigureRequest, cell: PublishedCell, lookup: Lookup): PeopleRange | null {
  const own = lookup.publication.program.filter((program) => program.tier === cell.member);
  const several = request.slice === "tier" && new Set(own.map((program) => program.partner_id)).size > 1;
  const programs = own.map(({ program_id }) =>
    lookup.cell({ ...cell, slice: "program", member: program_id }, "people"),
  );
  return several ? peopleRange(cell, lookup.cell(cell, "unlinked"), programs) : exactly(cell);
}

/** People by tier, partner or program, in alphabetical order. */
export const peopleByMember: FigureMaker = (request, lookup) => {
  const named = membersFor(request, lookup).flatMap(({ id, title }) => {
    const cell = lookup.cell({ ...keyOf(request, request.series), member: id }, "people");
    return cell === undefined ? [] : [{ name: title, cell, range: rangeOf(request, cell, lookup) }];
  });
  const unlinked = named.map(({ cell, range }) =>
    range?.low === range?.high ? undefined : lookup.cell(cell, "unlinked"),
  );
  const kind = kinds[request.slice] ?? "group";
  const unit = `${kind}s`;
  return {
    ...contentOf(named, "dot", capital(kind)),
    headline:
      kind === "group"
        ? groupsHeadline(named.map(({ cell }) => cell.value))
        : rangeHeadline(
            named.map(({ range }) => range),
            unit,
          ),
    subtitle: `People served, by ${lookup.sliceTitle(request.slice)}, to ${dayWords(lookup.release.as_of)}, each person counted once${kind === "group" ? "" : " in each"}`,
    summary: [
      ...(kind === "group"
        ? [groupsSentence]
        : overlapSentences(named, unit, kind === "program" ? "the partner's total" : "the network's total")),
      ...rangesSentence(named.map(({ range }) => range)),
      ...missingSentences(statuses(named)),
    ],
    n: `n of each ${kind} in the table`,
    rows: present([...named.map(({ cell }) => cell), ...unlinked]),
  };
};

/** One member's people by quarter. */
export const peopleByQuarter: FigureMaker = (request, lookup) => {
  const key = keyOf(request, request.series);
  const total = lookup.cell(key, "people");
  const name = lookup.memberTitle(request.slice, request.member);
  const named = lookup.periods("quarter").flatMap(({ period, title }) => {
    const cell = lookup.cell({ ...key, period_kind: "quarter", period }, "people");
    return cell === undefined ? [] : [{ name: title, cell, range: exactly(cell) }];
  });
  const content = contentOf(named, "bar", "Quarter");
  return {
    ...content,
    headline: totalHeadline(name, total),
    subtitle: `People served for the first time at ${name}, by quarter, to ${dayWords(lookup.release.as_of)}`,
    summary: [quartersSentence, ...missingSentences(statuses(named))],
    n: total?.value == null ? "n not shown" : `n = ${countWords(total.value)} people`,
    rows: total === undefined ? content.rows : [...content.rows, total],
  };
};
