import type { Dated } from "./dated.ts";

/** Housing choice voucher; cents a month but for the deduction. */
export interface VoucherRules extends Dated {
  /** Shares of adjusted and of gross income that a family pays at least. */
  adjustedShare: number;
  grossShare: number;
  minimumRent: number;
  /** For each child, cents a year. */
  dependentDeduction: number;
}

/** What the voucher pays of a rent that is no higher than the payment standard, in cents a month. */
export function voucherPayment(
  rules: VoucherRules,
  of: { children: number; income: number; childCare: number; shelter: number },
): number {
  const adjusted = Math.max(0, of.income - (rules.dependentDeduction * of.children) / 12 - of.childCare);
  const own = Math.max(rules.adjustedShare * adjusted, rules.grossShare * of.income, rules.minimumRent);
  return Math.max(0, of.shelter - own);
}
