import { averageMovingRange, baselineOf, type ControlLimits, controlLimits, meanOf } from "./control-limits.ts";

/** Three standard deviations in average moving ranges: 3 / 1.128. */
const REACH = 2.66;

/** How the limits of a control chart are computed. */
export interface Baseline {
  /** Number of first points they are computed from, and locked to; left out, all of them. */
  points?: number;
  /** Leaves out moving ranges of 3.267 times their average or more. */
  screened?: boolean;
}

/** Limits of an individuals (XmR) chart, in the unit of its values, the same for all points. Throws on a baseline of fewer than two points. */
export function xmrChart(values: readonly number[], { points, screened }: Baseline = {}): ControlLimits {
  const baseline = baselineOf(values, points);
  return controlLimits(meanOf(baseline), REACH * averageMovingRange(baseline, screened));
}
