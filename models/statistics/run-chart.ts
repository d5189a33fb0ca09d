import { cumulativeBinomial } from "./binomial.ts";
import { baselineOf } from "./control-limits.ts";
import { quantile } from "./quantile.ts";
import { type Side, sideOf } from "./side.ts";

/** What Anhøj's two rules see in a run chart. */
export interface RunChart {
  median: number;
  /** Points that are not on the median. */
  useful: number;
  longestRun: number;
  /** The longest run that chance may well give. */
  longestRunAllowed: number;
  crossings: number;
  /** The fewest crossings of the median that chance may well give. */
  crossingsExpected: number;
  /** True when the longest run is longer, or the crossings fewer, than that: the points have shifted. */
  signal: boolean;
}

/**
 * Anhøj's rules (Anhøj and Olesen, PLOS ONE 2014;9:e113825) for series too short for control limits, around the median of the first
 * `baselinePoints` points or, left out, of all. There should be ten or more. Throws on a baseline of fewer than two points.
 */
export function runChart(values: readonly number[], baselinePoints?: number): RunChart {
  const median = quantile(baselineOf(values, baselinePoints), 0.5);
  const sides = values.map((value) => sideOf(value, median)).filter((side) => side !== 0);
  const runs = runLengths(sides);
  const useful = sides.length;
  const longestRun = Math.max(0, ...runs);
  const longestRunAllowed = useful > 0 ? Math.round(Math.log2(useful)) + 3 : 0;
  const crossings = Math.max(0, runs.length - 1);
  const crossingsExpected = cumulativeBinomial(Math.max(0, useful - 1), 0.5).findIndex((chance) => chance >= 0.05);
  const signal = longestRun > longestRunAllowed || crossings < crossingsExpected;
  return { median, useful, longestRun, longestRunAllowed, crossings, crossingsExpected, signal };
}

function runLengths(sides: readonly Side[]): number[] {
  const lengths: number[] = [];
  sides.forEach((side, at) => {
    if (side === sides[at - 1]) lengths.push(lengths.pop()! + 1);
    else lengths.push(1);
  });
  return lengths;
}
