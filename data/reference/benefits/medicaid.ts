import type { MedicaidRules } from "../../../models/benefits/medicaid.ts";

/** Shares of the poverty line, the 5 points that do not count included. */
export const medicaid: readonly MedicaidRules[] = [
  {
    from: "2014-01-01",
    source: "Medicaid limits by state, as in PolicyEngine-US parameters read on 19 August 2026",
    checked: "read in the source",
    parents: { TN: 1, MN: 1.38, MA: 1.38 },
    otherAdults: { TN: null, MN: 1.38, MA: 1.38 },
  },
];
