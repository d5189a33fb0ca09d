import type { PublishedCell } from "../../models/published.ts";
import { countChart } from "../charts/count-chart.ts";
import { countCell } from "../data-table.ts";
import { type FigureMaker, WIDE_AND_NARROW } from "../figure-content.ts";
import type { FigureRequest } from "../figure-request.ts";
import type { Lookup } from "../lookup.ts";
import { countsHeadline } from "../sentences/counts.ts";
import { capital, countWords, dayWords, rangeOfN } from "../sentences/numbers.ts";
import { missingSentences } from "../sentences/status-words.ts";
import { firstMissing, keyOf } from "./find-rows.ts";
import { whereWords } from "./place-words.ts";

interface Named {
  name: string;
  cell: PublishedCell;
}

const partsOf = ({ measure }: FigureRequest, { publication }: Lookup) =>
  publication.part.filter((part) => part.measure === measure).sort((a, b) => a.position - b.position);

/** What each row of a figure is, and the sentence that says how they stand to each other. */
const KINDS = {
  member: {
    kinds: "partners",
    first: "Partner",
    says: "Partners stand in alphabetical order. A count says nothing about how well a partner serves people.",
  },
  series: {
    kinds: "types",
    first: "Type",
    says: "Who is in several types counts once in each, so they do not add up.",
  },
  part: { kinds: "counts", first: "What is counted", says: "The first count is of all; the others are some of them." },
} as const;

function kindOf({ measure, member }: FigureRequest, lookup: Lookup): keyof typeof KINDS {
  if (member === "each") return "member";
  return lookup.series(measure).length > 1 ? "series" : "part";
}

/** One row per partner that collects it, per series where there are several, else per part of the measure. */
function rowsOf(request: FigureRequest, kind: keyof typeof KINDS, lookup: Lookup): Named[] {
  const parts = partsOf(request, lookup);
  const at = (name: string, series: string, part: string, member = request.member): Named[] => {
    const cell = lookup.cell({ ...keyOf(request, series), member }, part);
    return cell === undefined || cell.status === "not_collected" ? [] : [{ name, cell }];
  };
  const [first] = parts;
  if (first === undefined) throw new Error(`no part of ${request.measure}`);
  if (kind === "part") return parts.flatMap((one) => at(one.title, request.series, one.part));
  if (kind === "series") return lookup.series(request.measure).flatMap((one) => at(one.title, one.series, first.part));
  return lookup.members(request.slice).flatMap(({ id, title }) => at(title, request.series, first.part, id));
}

/** The counts of a measure to date: its parts, its series, or one number for each partner. */
export const counts: FigureMaker = (request, lookup) => {
  const kind = kindOf(request, lookup);
  const { kinds, first, says } = KINDS[kind];
  const named = rowsOf(request, kind, lookup);
  const { title, unit } = lookup.measure(request.measure);
  const where = kind === "member" ? "by partner" : whereWords(request, lookup);
  const rows = named.map(({ name, cell }) => ({
    ...{ label: name, aside: cell.value === null ? "" : countWords(cell.value) },
    missing: firstMissing([cell]),
    range: cell.value === null ? null : { low: cell.value, high: cell.value },
  }));
  const values = named.map(({ cell }) => cell.value);
  return {
    ...(named.length === 0 ? { instead: `${title}, ${where}: not collected` } : {}),
    kind: "Dot chart",
    key: [],
    widths: WIDE_AND_NARROW,
    draw: (frame) => countChart(frame, rows, "dot", capital(unit)),
    table: {
      columns: [first, capital(unit)],
      rows: named.map(({ name, cell }) => ({ name, cells: [countCell(cell)] })),
    },
    rows: named.map(({ cell }) => cell),
    headline: countsHeadline(title, kind === "part" ? values.slice(0, 1) : values, unit, kinds),
    subtitle: `${title}, ${where}, to ${dayWords(lookup.release.as_of)}`,
    summary: [says, ...missingSentences(named.map(({ name, cell }) => ({ name, status: cell.status })))],
    n: rangeOfN(values, "n = "),
  };
};
