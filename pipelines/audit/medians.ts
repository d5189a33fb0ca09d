import type { Measure } from "../../models/measures/measure.ts";
import type { Publication, PublishedMedian } from "../../models/published.ts";
import { addressOf } from "../../models/relations/cell.ts";
import { isMedianOfTooFew } from "../../models/relations/criterion.ts";
import { type Failure, failureAt } from "./failure.ts";

/** Limits that printed medians must keep. */
interface MedianLimits {
  threshold: number;
  minimumDenominator: number;
  width: number;
}

/** What is wrong with printed medians: every one that is shown stands beside a shown count, of enough people, of the network or a partner to date. */
export function checkMedians(
  { cell, median }: Pick<Publication, "cell" | "median">,
  measures: readonly Measure[],
  limits: MedianLimits,
): Failure[] {
  const counts = new Map(cell.map((one) => [addressOf(one), one.value]));
  return median.flatMap((row) => {
    const declared = measures.find(({ id }) => id === row.measure)?.medians?.find(({ id }) => id === row.median);
    const count = declared && counts.get(addressOf({ ...row, part: declared.among }));
    const address = addressOf({ ...row, part: `median ${row.median}` });
    if (count === undefined || count !== row.n || !isWhereAllowed(row)) return [failureAt(address, "contradiction")];
    if (row.status !== "shown") return isBlank(row) ? [] : [failureAt(address, "contradiction")];
    if (count === null || !isOrdered(row)) return [failureAt(address, "contradiction")];
    const least = Math.max(limits.threshold, limits.minimumDenominator);
    return count < least || isMedianOfTooFew(count, limits) ? [failureAt(address, "below threshold")] : [];
  });
}

const isWhereAllowed = ({ slice, period_kind }: PublishedMedian) =>
  period_kind === "all" && (slice === "network" || slice === "partner");

const isBlank = ({ value, low, high }: PublishedMedian) => value === null && low === null && high === null;

const isOrdered = ({ value, low, high }: PublishedMedian) =>
  value !== null && low !== null && high !== null && low <= value && value <= high;
