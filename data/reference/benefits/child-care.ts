import type { ChildCareRules } from "../../../models/benefits/child-care.ts";

const FOUR_PEOPLE = 9_019_700;
const sizes = [0.52, 0.68, 0.84, 1, 1.16];

/** The median income is that of the federal year 2024, for four people; the shares of other sizes are general knowledge. */
export const childCare: readonly ChildCareRules[] = [
  {
    from: "2025-10-01",
    source: "Tennessee child care assistance, as in PolicyEngine-US parameters read in 2026",
    checked: "partly general knowledge",
    copayRate: 0.05,
    medianIncome: sizes.map((share) => Math.round(FOUR_PEOPLE * share)),
    limit: 1,
  },
];
