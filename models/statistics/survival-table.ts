import { type MedianTime, medianTime } from "./median-time.ts";
import { productLimit, type SurvivalEstimate } from "./product-limit.ts";
import type { RiskCount } from "./risk-counts.ts";

/** Counts of one interval, from after the last day of the one before it to its own; null for a count that is not known. */
export type CountedInterval = { days: number } & { [K in Exclude<keyof RiskCount, "days">]: number | null };

/** The estimate as far as the counts carry it. */
export interface SurvivalTable {
  rows: (RiskCount & SurvivalEstimate)[];
  /** As the last day of the interval in which it is reached. */
  median: MedianTime;
  /** False when the counts end before the intervals do, so that a median not reached may only be unknown. */
  whole: boolean;
}

/**
 * The Kaplan–Meier estimate from counts of intervals: the exact one where events and censorings lie on their last days, and never below
 * it otherwise, as whoever is last seen within an interval counts as at risk through it. It ends before the first interval with a count
 * that is not known, or with fewer than `minimum` at risk. Throws when more people leave an interval than are at risk in it.
 */
export function survivalTable(intervals: readonly CountedInterval[], minimum = 1): SurvivalTable {
  return asTable(intervals, productLimit(knownCounts(intervals, minimum)));
}

/**
 * The actuarial (life-table) estimate from the same counts: whoever is last seen within an interval counts as half a person at risk in
 * it, which comes closer where intervals are wide and people are last seen throughout them.
 */
export function lifeTable(intervals: readonly CountedInterval[], minimum = 1): SurvivalTable {
  const counts = knownCounts(intervals, minimum);
  const exposed = counts.map((count) => ({ ...count, atRisk: count.atRisk - count.censored / 2 }));
  const rows = productLimit(exposed).map((row, at) => ({ ...row, atRisk: counts[at]!.atRisk }));
  return asTable(intervals, rows);
}

function asTable(intervals: readonly CountedInterval[], rows: SurvivalTable["rows"]): SurvivalTable {
  return { rows, median: medianTime(rows), whole: rows.length === intervals.length };
}

function knownCounts(intervals: readonly CountedInterval[], minimum: number): RiskCount[] {
  const counts: RiskCount[] = [];
  for (const { days, atRisk, events, censored } of intervals) {
    if (atRisk === null || events === null || censored === null || atRisk < minimum) break;
    if (censored < 0 || events + censored > atRisk)
      throw new Error(`invalid counts by day ${days}: ${events} and ${censored} of ${atRisk}`);
    counts.push({ days, atRisk, events, censored });
  }
  return counts;
}
