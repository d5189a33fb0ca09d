import type { TafdcRules } from "../../../models/benefits/tafdc.ts";

/** Cents a month. The disregards were read in the source; that the limit in private housing is also the payment is general knowledge. */
export const tafdc: readonly TafdcRules[] = [
  {
    from: "2024-04-01",
    source: "Massachusetts TAFDC, as in PolicyEngine-US parameters read in 2026",
    checked: "partly general knowledge",
    standard: [60_400, 75_300, 90_100, 104_300, 119_000],
    fullDisregardLimit: 2,
    disregardRate: 0.5,
  },
];
