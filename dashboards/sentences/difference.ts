import type { PublishedRate } from "../../models/published.ts";

/** Newcombe's 95 % interval for the difference of two shares, made from their two Wilson intervals. */
export function differenceInterval(a: PublishedRate, b: PublishedRate): { low: number; high: number } | null {
  if (a.share === null || a.low === null || a.high === null) return null;
  if (b.share === null || b.low === null || b.high === null) return null;
  const difference = a.share - b.share;
  return {
    low: difference - Math.hypot(a.share - a.low, b.high - b.share),
    high: difference + Math.hypot(a.high - a.share, b.share - b.low),
  };
}

/** How `a` stands to `b`: a clear difference only if the interval of the difference leaves out zero. */
export function compare(a: PublishedRate, b: PublishedRate): "higher" | "lower" | "unclear" | "not compared" {
  const interval = differenceInterval(a, b);
  if (interval === null) return "not compared";
  if (interval.low > 0) return "higher";
  return interval.high < 0 ? "lower" : "unclear";
}

/** The comparison in the words of a table. */
export const comparisonWords = {
  higher: "clear difference: higher",
  lower: "clear difference: lower",
  unclear: "no clear difference",
  "not compared": "not compared",
} as const;
