import { productLimit, type SurvivalEstimate } from "./product-limit.ts";
import { type Observation, type RiskCount, riskCounts } from "./risk-counts.ts";

/** A day on which anybody's time ended, and the share without the event after it. */
export type SurvivalStep = RiskCount & SurvivalEstimate;

/**
 * The Kaplan–Meier estimate, one step per day on which anybody's time ended; none of no observations. Events come before censorings of
 * the same day. With delayed entry few may be at risk early on, and once all of them have the event the share stays 0.
 */
export function kaplanMeier(observations: readonly Observation[]): SurvivalStep[] {
  return productLimit(riskCounts(observations));
}

/** The step in force at the end of a day; null before the first step, when everybody is without the event. */
export function stepOn<Step extends { days: number }>(steps: readonly Step[], day: number): Step | null {
  return steps.findLast(({ days }) => days <= day) ?? null;
}

/** The steps up to the last one with at least so many people at risk: a curve is not drawn beyond it. */
export function whileAtRisk<Step extends { atRisk: number }>(steps: readonly Step[], people: number): Step[] {
  return steps.slice(0, steps.findLastIndex(({ atRisk }) => atRisk >= people) + 1);
}
