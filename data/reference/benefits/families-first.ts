import type { FamiliesFirstRules } from "../../../models/benefits/families-first.ts";

/** Cents a month. The limit of $2,000 on what a family owns is not looked at. */
export const familiesFirst: readonly FamiliesFirstRules[] = [
  {
    from: "2021-07-01",
    source: "Tennessee Families First, as in PolicyEngine-US parameters read on 19 August 2026",
    checked: "read in the source",
    needStandard: [97_600, 137_000, 154_900, 175_200, 188_500],
    paymentShare: 0.25,
    grossLimit: 1.85,
    earnedDisregard: 25_000,
    childCareDeduction: 17_500,
    smallestPayment: 1_000,
  },
];
