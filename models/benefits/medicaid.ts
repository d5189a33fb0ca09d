import type { Dated } from "./dated.ts";
import type { Household } from "./household.ts";
import { sizeOf } from "./household.ts";
import { monthlyLine, type PovertyLine } from "./poverty-line.ts";

/** Up to which share of the poverty line adults have Medicaid, by state; null where they never do. */
export interface MedicaidRules extends Dated {
  parents: Readonly<Record<Household["state"], number>>;
  otherAdults: Readonly<Record<Household["state"], number | null>>;
}

/** What the coverage of the adults is counted as while they have it, in cents a month. */
export function medicaidValue(rules: MedicaidRules, line: PovertyLine, household: Household, earned: number): number {
  const { state, children, coverage } = household;
  const limit = children > 0 ? rules.parents[state] : rules.otherAdults[state];
  if (limit === null || earned > limit * monthlyLine(line, sizeOf(household))) return 0;
  return coverage;
}
