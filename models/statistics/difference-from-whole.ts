import { type Difference, newcombe } from "./newcombe.ts";
import type { Proportion } from "./proportion.ts";

/**
 * How much larger the share of a group is than that of the whole it is part of, with its 95 % interval. As the difference from the whole
 * is exactly (1 - group / whole) times that from everybody else, so is its interval, from Newcombe's. Null when the group is the whole.
 * Throws when the group is no part of the whole.
 */
export function differenceFromWhole(group: Proportion, whole: Proportion): Difference | null {
  const rest = {
    numerator: whole.numerator - group.numerator,
    denominator: whole.denominator - group.denominator,
  };
  if (rest.denominator === 0 && rest.numerator === 0) return null;
  const { difference, low, high } = newcombe(group, rest);
  const others = rest.denominator / whole.denominator;
  return { difference: others * difference, low: others * low, high: others * high };
}
