import type { Dated } from "./dated.ts";
import { bySize } from "./household.ts";

/** Help with child care in Tennessee, for a family that has it already. */
export interface ChildCareRules extends Dated {
  /** Share of earnings that the family pays itself. */
  copayRate: number;
  /** State median income, cents a year, beginning with one person. */
  medianIncome: readonly number[];
  /** Help ends above this share of the median income. */
  limit: number;
}

/** What the program pays of the price of child care, in cents a month. */
export function childCareHelp(rules: ChildCareRules, of: { size: number; earned: number; childCare: number }): number {
  if (of.earned > (rules.limit * bySize(rules.medianIncome, of.size)) / 12) return 0;
  return Math.max(0, of.childCare - rules.copayRate * of.earned);
}
