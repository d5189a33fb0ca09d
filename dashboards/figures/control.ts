import type { PublishedPeriod } from "../../models/published.ts";
import { type ControlPoint, controlChart } from "../charts/control-chart.ts";
import { ink, series } from "../charts/palette.ts";
import { shareCell, wordsCell } from "../data-table.ts";
import { type DataTable, type FigureMaker, type KeyEntry, WIDE_AND_NARROW } from "../figure-content.ts";
import {
  type ControlFinding,
  controlHeadline,
  controlLimitsSentence,
  followedLongerSentence,
  judgedSentence,
  lockedSentence,
  manyWords,
  notJudgedSentence,
  runsSentence,
  signalSentence,
  signalWords,
} from "../sentences/control.ts";
import { capital, countWords, percentWords, quarterLabel } from "../sentences/numbers.ts";
import { missingSentences } from "../sentences/status-words.ts";
import { type ControlSeries, controlSeries, LEAST_BEFORE, LEAST_FOR_RUNS, type Signal } from "./control-series.ts";
import { firstMissing } from "./find-rows.ts";
import { whereWords } from "./place-words.ts";
import { countsOf } from "./rate-row.ts";

type Unit = ControlFinding["unit"];
type Lines = ControlPoint["lines"];

/** A program year as `2025–` over `2026`, a calendar year as one number. */
function yearLabel({ starts_on, ends_on }: PublishedPeriod): string {
  const [from, to] = [starts_on.slice(0, 4), ends_on.slice(0, 4)];
  return from === to ? to : `${from}–\n${to}`;
}

function linesAt({ judgment, from }: ControlSeries, at: number): Lines {
  if (judgment.by === "nothing") return null;
  if (judgment.signals[at - from] === undefined) return null;
  if (judgment.by === "runs") return { center: judgment.run.median, lower: null, upper: null };
  const { lower, centre, upper } = judgment.limits[at - from]!;
  return { center: centre, lower, upper };
}

const signalAt = ({ judgment, from }: ControlSeries, at: number): Signal | null =>
  judgment.by === "nothing" ? null : (judgment.signals[at - from] ?? null);

function pointsOf(found: ControlSeries, unit: Unit): ControlPoint[] {
  return found.periods.map(({ when, rate }, at) => ({
    label: unit === "quarter" ? quarterLabel(when) : yearLabel(when),
    n: rate.denominator === null ? "" : `n=${countWords(rate.denominator)}`,
    missing: firstMissing([rate]),
    share: rate.share,
    lines: linesAt(found, at),
    signal: signalAt(found, at)?.side ?? 0,
  }));
}

function keyFor({ judgment, stretch, periods }: ControlSeries): KeyEntry[] {
  const judged = judgment.by !== "nothing";
  const signals = judged && judgment.signals.some((signal) => signal !== null);
  const open = !judged || periods.filter(({ rate }) => rate.share !== null).length > stretch.length;
  const center = judged && judgment.by === "runs" ? "Median" : "Center";
  return [
    ...(judged ? [{ title: "Share", fill: series.navy, shape: "point" as const }] : []),
    ...(signals ? [{ title: "Signal", fill: series.orange, shape: "lozenge" as const }] : []),
    ...(open ? [{ title: "Share, not judged", fill: series.navy, shape: "ring" as const }] : []),
    ...(judged ? [{ title: center, fill: ink.text, shape: "line" as const }] : []),
    ...(judged && judgment.by === "limits" ? [{ title: "Limits", fill: ink.muted, shape: "dash" as const }] : []),
  ];
}

function tableOf(found: ControlSeries, unit: Unit): DataTable {
  const lineWords = (lines: Lines) =>
    [lines?.lower, lines?.center, lines?.upper].map((line) => (line == null ? "" : percentWords(line)));
  return {
    columns: [capital(unit), "Share", "People", "Lower limit", "Center", "Upper limit", "Signal"],
    rows: found.periods.map(({ when, rate }, at) => ({
      name: when.title,
      cells: [
        shareCell(rate),
        ...[countsOf(rate), ...lineWords(linesAt(found, at))].map(wordsCell),
        wordsCell(linesAt(found, at) === null ? "not judged" : signalWords(signalAt(found, at))),
      ],
    })),
  };
}

function methodSentences({ judgment, stretch, baseline, periods, from }: ControlSeries, unit: Unit): string[] {
  const judged = stretch.length;
  const counts = { judged, baseline, leastForRuns: LEAST_FOR_RUNS, leastBefore: LEAST_BEFORE };
  if (judgment.by === "nothing") return [notJudgedSentence(judgment.why, unit, counts)];
  const shown = periods.filter(({ rate }) => rate.share !== null).length;
  const ends = [periods[from]!.when.title, periods[from + judged - 1]!.when.title] as const;
  return [
    judgedSentence(judged, shown, unit, ends),
    judgment.by === "runs"
      ? runsSentence(`${manyWords(baseline, unit)}${baseline < judged ? " before the change" : ""}`, judgment.run)
      : controlLimitsSentence(judgment.widenedBy),
    ...(baseline < judged ? [lockedSentence(baseline, unit, judgment.by)] : []),
    signalSentence,
  ];
}

/** Where the first period after a change stands, or null. */
function changeAt({ periods }: ControlSeries, changedOn: string): number | null {
  const at = periods.findIndex(({ when }) => when.ends_on >= changedOn);
  return changedOn === "" || at < 0 ? null : at;
}

/** One share by quarter or by year as a control chart: what of its ups and downs is more than chance. */
export const control: FigureMaker = (request, lookup) => {
  const found = controlSeries(request, lookup);
  const { periods, stretch, judgment } = found;
  const unit: Unit = request.period_kind === "year" ? "year" : "quarter";
  const title = lookup.subject(request.measure, request.series);
  const measure = lookup.measure(request.measure);
  const { did, among } = lookup.rateWords(request.measure, request.rate);
  const signals = judgment.by === "nothing" ? [] : judgment.signals;
  const count = (side: number) => signals.filter((signal) => signal?.side === side).length;
  const finding = { title, did, unit, judged: stretch.length, by: judgment.by, higher: count(1), lower: count(-1) };
  const points = pointsOf(found, unit);
  const known = periods.reduce((sum, { rate }) => sum + (rate.denominator ?? 0), 0);
  const by = measure.cohort_quarter.replace("quarter", unit);
  return {
    headline: controlHeadline(finding),
    subtitle: `${title}: share of ${among} who ${did}, by ${by}, ${whereWords(request, lookup)}`,
    kind: judgment.by === "limits" ? "Control chart" : judgment.by === "runs" ? "Run chart" : "Line chart",
    key: keyFor(found),
    widths: WIDE_AND_NARROW,
    draw: (frame) =>
      controlChart(frame, points, { changeAt: changeAt(found, request.changed_on), axisLabel: `Share who ${did}` }),
    summary: [
      ...methodSentences(found, unit),
      ...(measure.matures_after_days > 0 ? [] : [followedLongerSentence(unit)]),
      ...missingSentences(periods.map(({ when, rate }) => ({ name: when.title, status: rate.status }))),
    ],
    table: tableOf(found, unit),
    n: `n = ${countWords(known)} people in the ${unit}s shown`,
    rows: periods.map(({ rate }) => rate),
  };
};
