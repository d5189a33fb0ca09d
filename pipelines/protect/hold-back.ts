import type { Measure } from "../../models/measures/measure.ts";
import type { PublishedMedian, PublishedSum } from "../../models/published.ts";
import { addressOf } from "../../models/relations/cell.ts";
import { amountAt, isMovedByFew } from "../../models/relations/moved-by-few.ts";
import type { Past } from "../../models/relations/past.ts";
import { publishable } from "./publishable.ts";

/** The same medians without those that have moved since a release although few people came or went. */
export function holdBackMedians(
  medians: readonly PublishedMedian[],
  measures: readonly Measure[],
  past: Past,
  threshold: number,
): PublishedMedian[] {
  return medians.map((row) => {
    const among = measures.find(({ id }) => id === row.measure)?.medians?.find(({ id }) => id === row.median)?.among;
    const { value, n } = row;
    if (value === null || n === null || among === undefined) return row;
    const count = addressOf({ ...row, part: among });
    if (!isMovedByFew(past, amountAt("median", row, row.median), count, { value, n }, threshold)) return row;
    return publishable<PublishedMedian>({ ...row, status: "withheld", value: null, low: null, high: null });
  });
}

/** The same sums without those that have moved since a release although few people came or went. */
export function holdBackSums(
  sums: readonly PublishedSum[],
  measures: readonly Measure[],
  past: Past,
  threshold: number,
): PublishedSum[] {
  return sums.map((row) => {
    const among = measures.find(({ id }) => id === row.measure)?.sums?.find(({ id }) => id === row.sum)?.among;
    const { value, n } = row;
    if (value === null || n === null || among === undefined) return row;
    const count = addressOf({ ...row, part: among });
    if (!isMovedByFew(past, amountAt("sum", row, row.sum), count, { value, n }, threshold)) return row;
    return publishable<PublishedSum>({ ...row, status: "withheld", value: null });
  });
}
