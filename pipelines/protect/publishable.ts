import type {
  Protected,
  PublishedCell,
  PublishedMedian,
  PublishedRate,
  PublishedStandardised,
  PublishedSum,
} from "../../models/published.ts";

/** Brands a row as publishable. The only cast of its kind: nothing outside this folder calls it. */
export function publishable<
  Row extends PublishedCell | PublishedRate | PublishedMedian | PublishedSum | PublishedStandardised,
>(row: Omit<Row, keyof Protected>): Row {
  return row as Row;
}
