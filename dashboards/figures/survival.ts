import type { FigureKey, PublishedCell } from "../../models/published.ts";
import { type CountedInterval, type SurvivalTable, survivalTable } from "../../models/statistics/survival-table.ts";
import { series } from "../charts/palette.ts";
import { type SurvivalPoint, survivalChart } from "../charts/survival-chart.ts";
import { countCell, wordsCell } from "../data-table.ts";
import { type DataTable, type FigureMaker, type TableCell, WIDE_AND_NARROW } from "../figure-content.ts";
import type { Lookup } from "../lookup.ts";
import { countWords, percentWords, rangeOfN } from "../sentences/numbers.ts";
import { type Missing, statusWords } from "../sentences/status-words.ts";
import { eventWords, survivalHeadline, survivalNote, survivalSentences } from "../sentences/survival.ts";
import { cohortWords } from "./cohort-words.ts";
import { firstMissing, keyOf } from "./find-rows.ts";
import { whereWords } from "./place-words.ts";

/** One step of the grid: who was at risk when it began, who has had the event by its last day, who is at risk after it. */
interface Step {
  day: number;
  before: PublishedCell;
  by: PublishedCell;
  after: PublishedCell;
}

/** The parts that count who had the event by a day, in the order of the days. */
function eventParts(measure: string, { publication }: Lookup) {
  return publication.part
    .flatMap((row) => (row.measure === measure && row.part.startsWith("by_") ? [row] : []))
    .map(({ part, means }) => ({ day: Number(part.slice("by_".length)), means }))
    .sort((a, b) => a.day - b.day);
}

function stepsOf(key: FigureKey, days: readonly number[], lookup: Lookup): Step[] {
  return days.flatMap((day, at) => {
    const before = lookup.cell(key, at === 0 ? "started" : `at_risk_${days[at - 1]}`);
    const [by, after] = [lookup.cell(key, `by_${day}`), lookup.cell(key, `at_risk_${day}`)];
    return before && by && after ? [{ day, before, by, after }] : [];
  });
}

function intervalsOf(steps: readonly Step[]): CountedInterval[] {
  return steps.map(({ day, before, by, after }, at) => {
    const earlier = at === 0 ? 0 : steps[at - 1]!.by.value;
    const events = by.value === null || earlier === null ? null : by.value - earlier;
    const left = before.value === null || after.value === null ? null : before.value - after.value;
    return {
      days: day,
      atRisk: before.value,
      events,
      censored: left === null || events === null ? null : left - events,
    };
  });
}

/** Why there is no estimate for the step after the last one with one. */
function endOf(steps: readonly Step[], { rows, whole }: SurvivalTable): Missing | null {
  const next = steps[rows.length];
  if (whole || next === undefined) return null;
  const before = steps[rows.length - 1];
  const cells = [next.before, next.by, next.after, ...(before ? [before.by] : [])];
  return firstMissing(cells) ?? "too_few_to_rate";
}

const pointsOf = ({ rows }: SurvivalTable): SurvivalPoint[] => [
  { day: 0, share: 0, low: null, high: null },
  ...rows.map(({ days, share, low, high }) => ({
    day: days,
    share: 1 - share,
    low: high === null ? null : 1 - high,
    high: low === null ? null : 1 - low,
  })),
];

/** The number under the axis; a count that is not shown leaves a mark that says so. */
const followedWords = (cell: PublishedCell) => (cell.value === null ? "–" : countWords(cell.value));

function tableOf(steps: readonly Step[], { rows }: SurvivalTable, missing: Missing | null): DataTable {
  const none: TableCell = { words: statusWords[missing ?? "withheld"], missing: missing ?? "withheld" };
  const cellsOf = (at: number): TableCell[] => {
    const row = rows[at];
    if (row === undefined) return [none, none];
    const { share, low, high } = row;
    const interval = low === null || high === null ? "" : `${percentWords(1 - high)} to ${percentWords(1 - low)}`;
    return [wordsCell(percentWords(1 - share)), wordsCell(interval)];
  };
  return {
    columns: [
      "By day",
      "Followed at the start of the step",
      "With the event so far",
      "Share (estimate)",
      "95% confidence interval",
    ],
    rows: steps.map(({ day, before, by }, at) => ({
      name: String(day),
      cells: [countCell(before), countCell(by), ...cellsOf(at)],
    })),
  };
}

const followedTitle = (measure: string, day: number, lookup: Lookup) =>
  lookup.partTitle(measure, `at_risk_${day}`).replace(` after ${day} days`, "");

/** The share who have had an event by each day since the start, with its band and the people still followed. */
export const survival: FigureMaker = (request, lookup) => {
  const { measure } = request;
  const key = keyOf(request, request.series);
  const parts = eventParts(measure, lookup);
  const steps = stepsOf(
    key,
    parts.map(({ day }) => day),
    lookup,
  );
  const table = survivalTable(intervalsOf(steps), lookup.release.minimum_denominator);
  const missing = endOf(steps, table);
  const { title } = lookup.measure(measure);
  const did = eventWords(parts[0]?.means ?? "");
  const lastDay = parts.at(-1)?.day ?? 0;
  const words = { title, among: cohortWords(request, lookup), did, lastDay, missing };
  const started = steps[0]?.before;
  const followed = [
    { day: 0, words: started ? followedWords(started) : "" },
    ...steps.map(({ day, after }) => ({ day, words: followedWords(after) })),
  ];
  return {
    headline: survivalHeadline(table, words),
    subtitle: `${title}: estimated share of ${words.among} who ${did}, by days since then, ${whereWords(request, lookup)}`,
    name: `${title} at ${lookup.memberTitle(request.slice, request.member)}`,
    kind: "Step chart with a confidence band",
    key: [
      { title: `Share who ${did}`, fill: series.navy, shape: "line" },
      { title: "95% confidence interval", fill: series.sky, shape: "band" },
    ],
    widths: WIDE_AND_NARROW,
    draw: (frame) =>
      survivalChart(frame, {
        ...{ points: pointsOf(table), followed, missing, axisLabel: `Share who ${did}` },
        followedTitle: followedTitle(measure, lastDay, lookup),
      }),
    summary: [...survivalSentences(table, words), survivalNote],
    table: tableOf(steps, table, missing),
    n: rangeOfN([started?.value], "n = ", " people"),
    rows: steps.flatMap(({ before, by, after }, at) => (at === steps.length - 1 ? [before, by, after] : [before, by])),
  };
};
