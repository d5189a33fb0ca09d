import { averageMovingRange, baselineOf, type ControlLimits, controlLimits } from "./control-limits.ts";
import { checkProportion, type Proportion, pooled } from "./proportion.ts";

/** Average moving range of standard normal values that follow each other by chance. */
const RANGE_OF_CHANCE = 1.128;

/** Limits of the share of each point, from 0 to 1. */
export interface PChart {
  limits: ControlLimits[];
  /** How far the limits of a p-prime chart are from those of a p-chart; 1 for a p-chart. */
  sigmaZ: number;
}

/** A p-chart: limits three binomial standard deviations from the share of the baseline. Throws on a point of nobody, and on a baseline of fewer than two points. */
export function pChart(points: readonly Proportion[], baselinePoints?: number): PChart {
  return chart(points, baselinePoints, () => 1);
}

/** Laney's p-prime chart (Quality Engineering 2002;14:531-537), for denominators so large that points differ by more than the binomial. */
export function pPrimeChart(points: readonly Proportion[], baselinePoints?: number): PChart {
  return chart(points, baselinePoints, (scores) => averageMovingRange(scores) / RANGE_OF_CHANCE);
}

function chart(
  points: readonly Proportion[],
  baselinePoints: number | undefined,
  sigmaOf: (scores: readonly number[]) => number,
): PChart {
  points.forEach(checkProportion);
  const baseline = baselineOf(points, baselinePoints);
  const all = pooled(baseline);
  const centre = all.numerator / all.denominator;
  const deviation = ({ denominator }: Proportion) => Math.sqrt((centre * (1 - centre)) / denominator);
  const score = (point: Proportion) => (point.numerator / point.denominator - centre) / (deviation(point) || 1);
  const sigmaZ = sigmaOf(baseline.map(score));
  return { limits: points.map((point) => controlLimits(centre, 3 * sigmaZ * deviation(point), [0, 1])), sigmaZ };
}
