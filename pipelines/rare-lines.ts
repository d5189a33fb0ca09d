import type { RareFound } from "./build/rare-combinations.ts";
import { sentence } from "./findings.ts";
import type { RunRecord } from "./run-record.ts";

/** People in rare combinations, as a run's record lists them: how many in how many, never which. */
export const rareLines = (found: readonly RareFound[]): RunRecord["rare"] =>
  found.map(({ partner, ...facts }) => ({
    partner,
    people: facts.people,
    says: sentence({ code: "rare-combinations", partner, feed: null, facts }),
  }));
