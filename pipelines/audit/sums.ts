import type { Measure } from "../../models/measures/measure.ts";
import { SUM_STEP } from "../../models/measures/sum-step.ts";
import type { Publication, PublishedSum } from "../../models/published.ts";
import { addressOf } from "../../models/relations/cell.ts";
import { type Failure, failureAt } from "./failure.ts";

/** Limits that printed sums must keep. */
interface SumLimits {
  threshold: number;
  minimumDenominator: number;
}

/** What is wrong with printed sums, as far as they show: every one stands beside a shown count of enough people, is rounded, and is the network's to date. */
export function checkSums(
  { cell, sum }: Pick<Publication, "cell" | "sum">,
  measures: readonly Measure[],
  { threshold, minimumDenominator }: SumLimits,
): Failure[] {
  const counts = new Map(cell.map((one) => [addressOf(one), one.value]));
  return sum.flatMap((row) => {
    const declared = measures.find(({ id }) => id === row.measure)?.sums?.find(({ id }) => id === row.sum);
    const count = declared && counts.get(addressOf({ ...row, part: declared.among }));
    const address = addressOf({ ...row, part: `sum ${row.sum}` });
    if (count === undefined || count !== row.n || !isWhereAllowed(row)) return [failureAt(address, "contradiction")];
    if (row.status !== "shown") return row.value === null ? [] : [failureAt(address, "contradiction")];
    if (count === null || !isRounded(row, SUM_STEP[declared!.unit])) return [failureAt(address, "contradiction")];
    return count < Math.max(threshold, minimumDenominator) ? [failureAt(address, "below threshold")] : [];
  });
}

const isWhereAllowed = ({ period_kind, slice }: PublishedSum) => period_kind === "all" && slice === "network";

const isRounded = ({ value }: PublishedSum, step: number) => value !== null && value >= 0 && value % step === 0;
