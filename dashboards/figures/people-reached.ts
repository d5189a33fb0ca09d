import type { PublishedCell, PublishedPeriod } from "../../models/published.ts";
import { ink, series } from "../charts/palette.ts";
import { type Reach, type RunningTotal, reachChart } from "../charts/reach-chart.ts";
import { countCell, wordsCell } from "../data-table.ts";
import { type FigureMaker, type KeyEntry, WIDE_AND_NARROW } from "../figure-content.ts";
import type { FigureRequest } from "../figure-request.ts";
import type { Lookup } from "../lookup.ts";
import { dayWords } from "../sentences/numbers.ts";
import {
  leastReached,
  networkRange,
  type PeopleRange,
  peopleRange,
  rangeFrom,
  rangeWords,
} from "../sentences/people-range.ts";
import { aboutWords, linkageSentence, type Pace, paceOf, paceSentence, reachHeadline } from "../sentences/reach.ts";
import { missingSentences } from "../sentences/status-words.ts";
import { keyOf, present } from "./find-rows.ts";

interface Step extends PublishedPeriod {
  cell: PublishedCell;
  unlinked: PublishedCell | undefined;
  /** Of the people new in the quarter. */
  range: PeopleRange | null;
  /** Running total, null from the first quarter that has no number. */
  total: PeopleRange | null;
}

function stepsOf(request: FigureRequest, lookup: Lookup): Step[] {
  let high: number | null = 0;
  return leastReached(lookup).flatMap(({ quarter, least }) => {
    const key = { ...keyOf(request, request.series), period_kind: "quarter" as const, period: quarter.period };
    const [cell, unlinked] = [lookup.cell(key, "people"), lookup.cell(key, "unlinked")];
    if (cell === undefined) return [];
    high = high === null || cell.value === null ? null : high + cell.value;
    const total = high === null ? null : rangeFrom(least, high);
    return [{ ...quarter, cell, unlinked, range: peopleRange(cell, unlinked), total }];
  });
}

const day = (text: string) => new Date(`${text}T00:00:00Z`);
const at = (on: string, range: PeopleRange): RunningTotal => ({ on: day(on), ...range });

function reachOf(steps: readonly Step[], today: PeopleRange | null, pace: Pace | null, lookup: Lookup): Reach {
  const { as_of, goal_by, goal_people } = lookup.release;
  const settled = steps.flatMap(({ ends_on, total }) => (total === null ? [] : [at(ends_on, total)]));
  const last = settled.at(-1);
  const now = today && at(as_of, today);
  const rest = now && last && settled.length < steps.length ? [last, now] : [];
  const isLate = steps.slice(settled.length).every(({ cell }) => cell.status === "not_yet_settled");
  const ahead = now && pace ? [now, at(goal_by, pace.byGoalDay)] : [];
  return {
    ...{ settled, unsettled: isLate ? rest : [], bridged: isLate ? [] : rest, projected: ahead },
    ...{ goal: goal_people, goalOn: day(goal_by) },
    nowWords: today ? rangeWords(today) : "",
    aheadWords: pace ? aboutWords(pace.byGoalDay) : "",
  };
}

const isBand = (range: PeopleRange | null) => range !== null && range.low !== null && range.low < range.high;

/** What the running total is drawn as: a band if any of it is a range, else a line of what is exact or of what is at most. */
function totalKey(totals: readonly (PeopleRange | null)[]): KeyEntry {
  if (totals.some(isBand)) return { title: "Range of the number of different people", fill: series.sky, shape: "band" };
  const most = totals.some((range) => range?.low === null);
  return { title: most ? "At most so many people reached" : "People reached", fill: series.navy, shape: "line" };
}

function keyFor(reach: Reach, totals: readonly (PeopleRange | null)[], goalBy: string): KeyEntry[] {
  const late: KeyEntry[] = [{ title: "Not yet settled, late entries expected", fill: series.navy, shape: "dash" }];
  const bridge: KeyEntry[] = [{ title: "Over quarters that are withheld", fill: series.navy, shape: "dashdot" }];
  const pace: KeyEntry[] = [{ title: "If the recent pace goes on", fill: series.navy, shape: "dots" }];
  return [
    totalKey(totals),
    ...(reach.unsettled.length > 0 ? late : []),
    ...(reach.bridged.length > 0 ? bridge : []),
    ...(reach.projected.length > 0 ? pace : []),
    { title: `Goal by ${dayWords(goalBy)}`, fill: ink.goal, shape: "dash" },
  ];
}

/** People reached against the network's goal: the running total by quarter, as a range, and where its pace leads. */
export const peopleReached: FigureMaker = (request, lookup) => {
  const { release } = lookup;
  const [today, linked, unlinked] = ["people", "linked", "unlinked"].map((part) =>
    lookup.cell(keyOf(request, request.series), part),
  );
  const steps = stepsOf(request, lookup);
  const range = networkRange(lookup);
  const settled = steps.filter(({ cell }) => cell.status !== "not_yet_settled");
  const pace = paceOf(
    settled.map((step) => step.range),
    range,
    release,
  );
  const reach = reachOf(steps, range, pace, lookup);
  const totals = [...steps.map(({ total }) => total), range];
  const totalCell = (total: PeopleRange | null) => wordsCell(total === null ? "not known" : rangeWords(total));
  return {
    headline: reachHeadline(today, range, release),
    subtitle: `People served for the first time in the network, running total by quarter to ${dayWords(release.as_of)}, each person counted once where partners' records could be linked`,
    kind: totals.some(isBand) ? "Line chart with a band" : "Line chart",
    key: keyFor(reach, totals, release.goal_by),
    widths: WIDE_AND_NARROW,
    draw: (frame) => reachChart(frame, reach),
    summary: [
      linkageSentence(range, unlinked),
      paceSentence(pace, release),
      ...missingSentences(steps.map(({ title, cell }) => ({ name: title, status: cell.status }))),
    ],
    table: {
      columns: [
        "Quarter",
        "People served for the first time",
        "Of them not linked",
        "Running total of different people",
      ],
      rows: [
        ...steps.map((step) => ({
          name: step.title,
          cells: [countCell(step.cell), countCell(step.unlinked), totalCell(step.total)],
        })),
        {
          name: `All, to ${dayWords(release.as_of)}`,
          cells: [countCell(today), countCell(unlinked), range === null ? countCell(today) : totalCell(range)],
        },
      ],
    },
    n: range === null ? "n not shown" : `n = ${rangeWords(range)} people`,
    rows: present([...steps.flatMap((step) => [step.cell, step.unlinked]), today, linked, unlinked]),
  };
};
