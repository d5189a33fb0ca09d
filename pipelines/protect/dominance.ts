import type { SumFigureTable } from "../../models/warehouse.ts";

/** The p of the p per cent rule. */
const PERCENT = 10;

/** True when whoever had the second largest amount of a sum could work out the largest to within 10 per cent of it. */
export function isDominated({
  amount,
  largest,
  second,
}: Pick<SumFigureTable, "amount" | "largest" | "second">): boolean {
  return 100 * (amount - largest - second) < PERCENT * largest;
}
