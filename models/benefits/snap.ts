import type { Dated } from "./dated.ts";
import { bySize } from "./household.ts";
import { monthlyLine, type PovertyLine } from "./poverty-line.ts";

/** SNAP rules of one federal year, contiguous states; cents a month. */
export interface SnapRules extends Dated {
  maximum: readonly number[];
  standardDeduction: readonly number[];
  shelterCap: number;
  /** Of earned income. */
  earnedDeduction: number;
  /** Of net income that the household is expected to spend on food. */
  contribution: number;
  /** Of the maximum for one person, for households of one or two. */
  minimumShare: number;
  line: Pick<PovertyLine, "first" | "more">;
  /** Gross limit by state, as a share of the poverty line; other states have the federal 1.3 and the net test. */
  widerLimit: Readonly<Record<string, number>>;
}

/** What SNAP asks of a household; cents a month. */
export interface SnapCase {
  state: string;
  size: number;
  earned: number;
  unearned: number;
  dependentCare: number;
  shelter: number;
}

const FEDERAL_GROSS_LIMIT = 1.3;

/** Income after all deductions but for shelter, and after that too. */
function countable(rules: SnapRules, { size, earned, unearned, dependentCare, shelter }: SnapCase): number {
  const deducted = rules.earnedDeduction * earned + bySize(rules.standardDeduction, size) + dependentCare;
  const adjusted = Math.max(0, earned + unearned - deducted);
  const excess = Math.max(shelter - adjusted / 2, 0);
  return Math.max(0, adjusted - Math.min(excess, rules.shelterCap));
}

/** The SNAP benefit of a household without elderly or disabled members, in cents a month, not rounded. */
export function snapBenefit(rules: SnapRules, of: SnapCase): number {
  const line = monthlyLine(rules.line, of.size);
  const wider = rules.widerLimit[of.state];
  if (of.earned + of.unearned > (wider ?? FEDERAL_GROSS_LIMIT) * line) return 0;
  const net = countable(rules, of);
  if (wider === undefined && net > line) return 0;
  const minimum = of.size <= 2 ? rules.minimumShare * rules.maximum[0]! : 0;
  return Math.max(minimum, bySize(rules.maximum, of.size) - rules.contribution * net);
}
