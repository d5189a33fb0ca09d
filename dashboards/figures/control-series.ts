import type { PublishedPeriod, PublishedRate } from "../../models/published.ts";
import type { ControlLimits } from "../../models/statistics/control-limits.ts";
import { pChart, pPrimeChart } from "../../models/statistics/p-chart.ts";
import type { Proportion } from "../../models/statistics/proportion.ts";
import { type RunChart, runChart } from "../../models/statistics/run-chart.ts";
import { type Side, sideOf } from "../../models/statistics/side.ts";
import { type Rule, specialCauses } from "../../models/statistics/special-cause.ts";
import type { FigureRequest } from "../figure-request.ts";
import type { Lookup } from "../lookup.ts";
import { keyOf } from "./find-rows.ts";

/** One length of time with its share. */
export interface ControlPeriod {
  when: PublishedPeriod;
  rate: PublishedRate;
}

/** Why a point is a signal, and whether it speaks for higher (1) or lower (-1) shares. */
export interface Signal {
  rule: Rule | "long run" | "few crossings";
  side: Side;
}

/** How the points of a stretch were judged, one entry per point. */
export type Judgment =
  | { by: "limits"; limits: readonly ControlLimits[]; widenedBy: number; signals: readonly (Signal | null)[] }
  | { by: "runs"; run: RunChart; signals: readonly (Signal | null)[] }
  | { by: "nothing"; why: "too few" | "too few before" | "none after" };

/** A series with the stretch of it that can be judged. */
export interface ControlSeries {
  periods: readonly ControlPeriod[];
  /** Place of the first point that is judged. */
  from: number;
  /** Shares that follow each other without a gap. */
  stretch: readonly (Proportion & { share: number })[];
  /** How many of them the center and limits rest on: those before the change, or all. */
  baseline: number;
  judgment: Judgment;
}

/** Fewest points from which limits are made. */
export const LEAST_FOR_LIMITS = 12;
/** Fewest points that the rules for short series are used on. */
export const LEAST_FOR_RUNS = 10;
/** Fewest points before a change that what follows is judged by. */
export const LEAST_BEFORE = 6;

/** The longest stretch without a gap, the latest of those that are equally long. */
function longestStretch(shown: readonly boolean[]): { from: number; length: number } {
  let best = { from: 0, length: 0 };
  let length = 0;
  shown.forEach((isShown, at) => {
    length = isShown ? length + 1 : 0;
    if (length > 0 && length >= best.length) best = { from: at - length + 1, length };
  });
  return best;
}

function byLimits(stretch: ControlSeries["stretch"], baseline: number): Judgment {
  const prime = pPrimeChart(stretch, baseline);
  const widenedBy = Math.max(1, prime.sigmaZ);
  const { limits } = prime.sigmaZ > 1 ? prime : pChart(stretch, baseline);
  const shares = stretch.map(({ share }) => share);
  return { by: "limits", limits, widenedBy, signals: specialCauses(shares, limits) };
}

/** The points of the longest run on one side of the median, which those on the median neither end nor lengthen. */
function longestRun(sides: readonly Side[]): { at: ReadonlySet<number>; side: Side } {
  let best: number[] = [];
  let run: number[] = [];
  sides.forEach((side, at) => {
    if (side === 0) return;
    run = side === sides[run[0] ?? -1] ? [...run, at] : [at];
    if (run.length >= best.length) best = run;
  });
  return { at: new Set(best), side: sides[best[0] ?? -1] ?? 0 };
}

function byRuns(stretch: ControlSeries["stretch"], baseline: number): Judgment {
  const shares = stretch.map(({ share }) => share);
  const run = runChart(shares, baseline);
  const { at, side } = longestRun(shares.map((share) => sideOf(share, run.median)));
  const rule = run.longestRun > run.longestRunAllowed ? "long run" : "few crossings";
  return { by: "runs", run, signals: shares.map((_, i) => (run.signal && at.has(i) ? { rule, side } : null)) };
}

/** Limits where there are enough points to make them from, rules for short series where not, and nothing for very short ones. */
export function judge(stretch: ControlSeries["stretch"], baseline: number): Judgment {
  if (stretch.length < LEAST_FOR_RUNS) return { by: "nothing", why: "too few" };
  if (baseline < LEAST_BEFORE) return { by: "nothing", why: "too few before" };
  return baseline >= LEAST_FOR_LIMITS ? byLimits(stretch, baseline) : byRuns(stretch, baseline);
}

/** The shares of a request by quarter or by year, with what the rules find in the longest stretch of them. */
export function controlSeries(request: FigureRequest, lookup: Lookup): ControlSeries {
  const key = keyOf(request, request.series);
  const kind = request.period_kind === "year" ? "year" : "quarter";
  const periods = lookup.periods(kind).flatMap((when) => {
    const rate = lookup.rate({ ...key, period_kind: kind, period: when.period }, request.rate);
    return rate === undefined ? [] : [{ when, rate }];
  });
  const { from, length } = longestStretch(periods.map(({ rate }) => rate.share !== null));
  const own = periods.slice(from, from + length);
  const stretch = own.map(({ rate }) => {
    const { share, numerator, denominator } = rate;
    return { share: share!, numerator: numerator!, denominator: denominator! };
  });
  const before = own.filter(({ when }) => request.changed_on === "" || when.ends_on < request.changed_on).length;
  const none: Judgment = { by: "nothing", why: "none after" };
  const isUntested = request.changed_on !== "" && before === own.length;
  return { periods, from, stretch, baseline: before, judgment: isUntested ? none : judge(stretch, before) };
}
