import type { Dated } from "./dated.ts";
import { bySize } from "./household.ts";

/** Tennessee Families First, cash for families with children; cents a month. */
export interface FamiliesFirstRules extends Dated {
  /** Consolidated need standard. */
  needStandard: readonly number[];
  /** Standard payment amount, as a share of the need standard, rounded to whole dollars. */
  paymentShare: number;
  /** Gross income may be so many times the need standard. */
  grossLimit: number;
  earnedDisregard: number;
  /** The most that is deducted for the care of one child of two or older. */
  childCareDeduction: number;
  smallestPayment: number;
}

/** The grant of a family, in cents a month. */
export function familiesFirstGrant(
  rules: FamiliesFirstRules,
  of: { size: number; children: number; earned: number; childCare: number },
): number {
  const need = bySize(rules.needStandard, of.size);
  if (of.children === 0 || of.earned > rules.grossLimit * need) return 0;
  const care = Math.min(of.childCare, rules.childCareDeduction * of.children);
  const counted = Math.max(0, of.earned - rules.earnedDisregard - care);
  const payment = Math.round((rules.paymentShare * need) / 100) * 100;
  const grant = Math.min(payment, need - counted);
  return grant < rules.smallestPayment ? 0 : grant;
}
