import type { Dated } from "./dated.ts";
import { bySize } from "./household.ts";

/** Minnesota Family Investment Program: cash and food in one benefit; cents a month. */
export interface MfipRules extends Dated {
  cash: readonly number[];
  food: readonly number[];
  earnedDisregard: number;
  /** Share of earnings above the disregard that does not count either. */
  disregardRate: number;
  /** The family wage level as a multiple of cash and food together. */
  wageLevel: number;
}

/** The cash and the food of a family, in cents a month; earnings take from the cash first. */
export function mfipBenefit(
  rules: MfipRules,
  of: { size: number; children: number; earned: number },
): { cash: number; food: number } {
  if (of.children === 0) return { cash: 0, food: 0 };
  const food = bySize(rules.food, of.size);
  const full = bySize(rules.cash, of.size) + food;
  const counted = Math.max(0, of.earned - rules.earnedDisregard) * (1 - rules.disregardRate);
  const benefit = Math.min(full, Math.max(0, rules.wageLevel * full - counted));
  return { cash: Math.max(0, benefit - food), food: Math.min(benefit, food) };
}
