import type { PublishedCell } from "../../models/published.ts";
import { ink, series } from "../charts/palette.ts";
import { type Reach, reachChart } from "../charts/reach-chart.ts";
import { countCell, wordsCell } from "../data-table.ts";
import { type FigureMaker, WIDE_AND_NARROW } from "../figure-content.ts";
import type { Lookup } from "../lookup.ts";
import { countWords, dayWords } from "../sentences/numbers.ts";
import { linkageSentence, type Pace, paceOf, paceSentence, reachHeadline } from "../sentences/reach.ts";
import { missingSentences } from "../sentences/status-words.ts";
import { keyOf, present } from "./find-rows.ts";

interface Step {
  title: string;
  ends_on: string;
  cell: PublishedCell;
  /** Running total, null from the first quarter that has no number. */
  total: number | null;
}

function stepsOf(lookup: Lookup, cells: readonly PublishedCell[]): Step[] {
  let total: number | null = 0;
  return lookup.periods("quarter").flatMap(({ period, title, ends_on }) => {
    const cell = cells.find((row) => row.period === period);
    if (cell === undefined) return [];
    total = total === null || cell.value === null ? null : total + cell.value;
    return [{ title, ends_on, cell, total }];
  });
}

const day = (text: string) => new Date(`${text}T00:00:00Z`);

function reachOf(steps: readonly Step[], today: PublishedCell | undefined, pace: Pace | null, lookup: Lookup): Reach {
  const { as_of, goal_by, goal_people } = lookup.release;
  const settled = steps.flatMap(({ ends_on, total }) => (total === null ? [] : [{ on: day(ends_on), people: total }]));
  const last = settled.at(-1);
  const now = today?.value == null ? null : { on: day(as_of), people: today.value };
  const late = now && last && settled.length < steps.length ? [last, now] : [];
  const ahead = now && pace ? [now, { on: day(goal_by), people: pace.byGoalDay }] : [];
  return { settled, unsettled: late, projected: ahead, goal: goal_people, goalOn: day(goal_by) };
}

/** People reached against the network's goal: the running total by quarter and where its pace leads. */
export const peopleReached: FigureMaker = (request, lookup) => {
  const { release } = lookup;
  const key = keyOf(request, request.series);
  const quarters = present(
    lookup.periods("quarter").map(({ period }) => lookup.cell({ ...key, period_kind: "quarter", period }, "people")),
  );
  const [today, linked, unlinked] = ["people", "linked", "unlinked"].map((part) => lookup.cell(key, part));
  const steps = stepsOf(lookup, quarters);
  const pace = paceOf(quarters, today, release);
  const reach = reachOf(steps, today, pace, lookup);
  const unsettled = reach.unsettled.length > 0;
  return {
    headline: reachHeadline(today, release),
    subtitle: `People served for the first time in the network, running total by quarter to ${dayWords(release.as_of)}, each person counted once`,
    kind: "Line chart",
    key: [
      { title: "People reached", fill: series.navy, shape: "line" },
      ...(unsettled
        ? [{ title: "Not yet settled, late entries expected", fill: series.navy, shape: "dash" as const }]
        : []),
      ...(pace ? [{ title: "If the recent pace goes on", fill: series.navy, shape: "dots" as const }] : []),
      { title: `Goal by ${dayWords(release.goal_by)}`, fill: ink.goal, shape: "dash" },
    ],
    widths: WIDE_AND_NARROW,
    draw: (frame) => reachChart(frame, reach),
    summary: [
      paceSentence(pace, release),
      linkageSentence(linked, unlinked),
      ...missingSentences(steps.map(({ title, cell }) => ({ name: title, status: cell.status }))),
    ],
    table: {
      columns: ["Quarter", "People served for the first time", "Running total"],
      rows: [
        ...steps.map(({ title, cell, total }) => ({
          name: title,
          cells: [countCell(cell), total === null ? wordsCell("not known") : wordsCell(countWords(total))],
        })),
        { name: `All, to ${dayWords(release.as_of)}`, cells: [wordsCell(""), countCell(today)] },
      ],
    },
    n: today?.value == null ? "n not shown" : `n = ${countWords(today.value)} people`,
    rows: present([...quarters, today, linked, unlinked]),
  };
};
