import { cumulativeBinomial } from "./binomial.ts";

/** Where 95 % and 99.8 % of units of one size lie when chance alone sets them apart. */
export interface FunnelLimits {
  low998: number;
  low95: number;
  high95: number;
  high998: number;
}

/** Where a unit lies among its limits. */
export type FunnelPlace = "within" | "below 95" | "below 99.8" | "above 95" | "above 99.8";

/**
 * Limits of the share of `size` people when each has the chance `target`: binomial quantiles, interpolated between whole people
 * (Spiegelhalter, Statistics in Medicine 2005;24:1185-1202), from 0 to 1. Above the target they are up to one person too near, so that
 * chance alone carries more than the half of 5 % beyond them. Throws unless 0 <= target <= 1 and size is a positive whole number.
 */
export function funnelLimits(target: number, size: number): FunnelLimits {
  if (!(size > 0)) throw new Error(`invalid size: ${size}`);
  const chances = cumulativeBinomial(size, target);
  const limit = (tail: number) => {
    const people = chances.findIndex((chance) => chance > tail);
    const surplus = (chances[people]! - tail) / (chances[people]! - (chances[people - 1] ?? 0));
    return Math.max(0, people - surplus) / size;
  };
  return { low998: limit(0.001), low95: limit(0.025), high95: limit(0.975), high998: limit(0.999) };
}

/**
 * The same below the target, and above it the mirror image for the people who do not meet the measure: chance alone carries at most half
 * of 5 % (of 0.2 %) beyond either limit, and counting those who did or those who did not makes no difference.
 */
export function mirroredFunnelLimits(target: number, size: number): FunnelLimits {
  const { low998, low95 } = funnelLimits(target, size);
  const missed = funnelLimits(1 - target, size);
  return { low998, low95, high95: 1 - missed.low95, high998: 1 - missed.low998 };
}

/** Where a value lies; on a limit is within it. */
export function funnelPlace(value: number, { low998, low95, high95, high998 }: FunnelLimits): FunnelPlace {
  if (value < low998) return "below 99.8";
  if (value < low95) return "below 95";
  if (value > high998) return "above 99.8";
  return value > high95 ? "above 95" : "within";
}
