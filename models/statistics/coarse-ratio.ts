import { poissonLimits } from "./poisson-limits.ts";

/** The step to which ratios of observed to expected people are rounded, so that one does not tell exactly how many were expected. */
export const RATIO_STEP = 0.1;

/** A ratio rounded to a step, with a 95 % interval rounded outwards to one. */
export interface CoarseRatio {
  ratio: number;
  low: number;
  high: number;
}

/** A number of people between two, both ends possible. */
export interface PeopleRange {
  low: number;
  high: number;
}

/** A number of steps as a ratio, free of what floating point adds. */
const steps = (count: number) => Math.round(count) / Math.round(1 / RATIO_STEP);

/** Observed to expected people, rounded to the nearest step. Throws unless somebody was expected. */
export function roundedRatio(observed: number, expected: number): number {
  if (!(expected > 0)) throw new Error(`invalid expected count: ${expected}`);
  return steps(observed / expected / RATIO_STEP);
}

/**
 * A rounded ratio with the exact Poisson interval of the observed people. The interval is that of every number of expected people
 * that rounds to the ratio, so that it tells nothing which the ratio does not.
 */
export function coarseRatio(observed: number, ratio: number): CoarseRatio {
  const { low95, high95 } = poissonLimits(observed);
  const [least, most] = [ratio - RATIO_STEP / 2, ratio + RATIO_STEP / 2];
  return {
    ratio,
    low: steps(Math.floor((low95 * least) / RATIO_STEP)),
    high: steps(Math.ceil((high95 * most) / RATIO_STEP)),
  };
}

/** The expected people that a rounded ratio leaves possible. Throws when that is without an end. */
export function expectedFrom(observed: number, ratio: number): PeopleRange {
  const [least, most] = [ratio - RATIO_STEP / 2, ratio + RATIO_STEP / 2];
  if (!(least > 0)) throw new Error(`invalid ratio: ${ratio}`);
  return { low: observed / most, high: observed / least };
}
