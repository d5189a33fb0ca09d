import type { VoucherRules } from "../../../models/benefits/housing-voucher.ts";

const shared = {
  source: "HUD housing choice voucher, as in PolicyEngine-US parameters read on 19 August 2026",
  checked: "partly general knowledge",
  adjustedShare: 0.3,
  grossShare: 0.1,
  minimumRent: 5_000,
} as const;

/** The minimum rent of $50 a month is general knowledge: housing authorities choose their own. */
export const voucher: readonly VoucherRules[] = [
  { ...shared, from: "2025-01-01", dependentDeduction: 48_000 },
  { ...shared, from: "2026-01-01", dependentDeduction: 50_000 },
];
