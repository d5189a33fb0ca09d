import { cumulativeBinomial } from "./binomial.ts";
import { quantile } from "./quantile.ts";

/** A median with its 95 % interval; the bounds are null where there are fewer than six values, too few for one. */
export interface MedianInterval {
  median: number;
  low: number | null;
  high: number | null;
}

/**
 * The median with the distribution-free interval between two order statistics, in the unit of the values: it covers the median at least
 * 95 times of 100 whatever the distribution. Throws on no values.
 */
export function medianInterval(values: readonly number[]): MedianInterval {
  const median = quantile(values, 0.5);
  const sorted = values.toSorted((a, b) => a - b);
  const rank = lowerRank(sorted.length);
  if (rank === 0) return { median, low: null, high: null };
  return { median, low: sorted[rank - 1]!, high: sorted[sorted.length - rank]! };
}

/** Which of `n` values in order is the lower end of the median's 95 % interval, counted from 1; 0 where they are too few for one. */
export function lowerRank(n: number): number {
  return cumulativeBinomial(n, 0.5).findIndex((chance) => chance > 0.025);
}
