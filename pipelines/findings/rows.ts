import type { Entries } from "./entry.ts";
import { percent } from "./percent.ts";

/** Rows that break their rules. */
export interface RowFacts {
  "too-many-broken-rows": { file: string; broken: number; rows: number; limit: number };
  "broken-rows": { file: string; broken: number; rows: number };
}

export const rowsFindings: Entries<RowFacts> = {
  "too-many-broken-rows": {
    outcome: "stopped",
    says: (f) => [
      `${f.file}: ${f.broken} of ${f.rows} rows break their rules, more than the agreed ${percent(f.limit)}.`,
      "The whole file is stopped; see the reasons, correct it and send it again.",
    ],
  },
  "broken-rows": {
    outcome: "noted",
    says: (f) => [
      `${f.file}: ${f.broken} of ${f.rows} rows break their rules and are set aside; the rest is loaded.`,
      "See the reasons and send the corrected rows.",
    ],
  },
};
