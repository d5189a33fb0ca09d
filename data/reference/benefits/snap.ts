import type { SnapRules } from "../../../models/benefits/snap.ts";

const dollars = (amounts: readonly number[]) => amounts.map((amount) => amount * 100);
const shared = {
  earnedDeduction: 0.2,
  contribution: 0.3,
  minimumShare: 0.08,
  widerLimit: { MN: 2, MA: 2 },
  checked: "partly general knowledge",
} as const;

/** Contiguous states, cents a month. That Minnesota and Massachusetts use 200 % of the poverty line is general knowledge. */
export const snap: readonly SnapRules[] = [
  {
    ...shared,
    from: "2024-10-01",
    source: "SNAP fiscal year 2025, as in PolicyEngine-US parameters read on 19 August 2026",
    maximum: dollars([292, 536, 768, 975, 1158, 1390, 1536]),
    standardDeduction: dollars([204, 204, 204, 217, 254]),
    shelterCap: 71_200,
    line: { first: 1_506_000, more: 538_000 },
  },
  {
    ...shared,
    from: "2025-10-01",
    source: "SNAP fiscal year 2026, as in PolicyEngine-US parameters read on 19 August 2026",
    maximum: dollars([298, 546, 785, 994, 1183, 1421, 1571]),
    standardDeduction: dollars([209, 209, 209, 223, 261]),
    shelterCap: 74_400,
    line: { first: 1_565_000, more: 550_000 },
  },
];
