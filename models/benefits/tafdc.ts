import type { Dated } from "./dated.ts";
import { bySize } from "./household.ts";
import { monthlyLine, type PovertyLine } from "./poverty-line.ts";

/** Massachusetts TAFDC, cash for families with children in private housing; cents a month. */
export interface TafdcRules extends Dated {
  standard: readonly number[];
  /** In the first months of work no earnings count up to this share of the poverty line. */
  fullDisregardLimit: number;
  /** Share of earnings that does not count otherwise. */
  disregardRate: number;
}

/** The grant in a family's first six months of work, in cents a month. */
export function tafdcGrant(
  rules: TafdcRules,
  line: PovertyLine,
  of: { size: number; children: number; earned: number },
): number {
  if (of.children === 0) return 0;
  const standard = bySize(rules.standard, of.size);
  if (of.earned <= rules.fullDisregardLimit * monthlyLine(line, of.size)) return standard;
  return Math.max(0, standard - of.earned * (1 - rules.disregardRate));
}
