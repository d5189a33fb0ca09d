import type { PovertyLine } from "../../../models/benefits/poverty-line.ts";

const source = "Federal poverty guidelines, as in PolicyEngine-US parameters read on 19 August 2026";

/** Cents a year. The amount for each further person is general knowledge. */
export const povertyLine: readonly PovertyLine[] = [
  { from: "2025-01-15", first: 1_565_000, more: 550_000, source, checked: "partly general knowledge" },
  { from: "2026-01-15", first: 1_596_000, more: 568_000, source, checked: "partly general knowledge" },
];
