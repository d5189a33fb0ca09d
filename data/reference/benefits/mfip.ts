import type { MfipRules } from "../../../models/benefits/mfip.ts";

/** Cents a month. The housing grant is not among them. */
export const mfip: readonly MfipRules[] = [
  {
    from: "2025-10-01",
    source: "Minnesota Family Investment Program, as in PolicyEngine-US parameters read on 19 August 2026",
    checked: "read in the source",
    cash: [43_100, 66_100, 77_800],
    food: [24_700, 45_300, 65_200],
    earnedDisregard: 6_500,
    disregardRate: 0.5,
    wageLevel: 1.1,
  },
];
