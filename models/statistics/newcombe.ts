import type { Proportion } from "./proportion.ts";
import { wilson } from "./wilson.ts";

/** How much larger one share is than another, with its 95 % interval, all from -1 to 1. */
export interface Difference {
  difference: number;
  low: number;
  high: number;
}

/**
 * Newcombe's 95 % hybrid score interval of the share of one group less that of another with nobody in both (Statistics in Medicine
 * 1998;17:873-890, method 10). Throws where `wilson` does.
 */
export function newcombe(one: Proportion, other: Proportion): Difference {
  const a = wilson(one.numerator, one.denominator);
  const b = wilson(other.numerator, other.denominator);
  const difference = a.share - b.share;
  return {
    difference,
    low: difference - Math.hypot(a.share - a.low, b.high - b.share),
    high: difference + Math.hypot(a.high - a.share, b.share - b.low),
  };
}

/** True only when the interval excludes zero: a difference may be called clear then, and not otherwise. */
export function isClear({ low, high }: Pick<Difference, "low" | "high">): boolean {
  return low > 0 || high < 0;
}
