import { cumulativeBinomial } from "./binomial.ts";

/**
 * The exact two-sided sign test: the chance of a split at least this uneven if up and down were equally likely. Whoever did not move is
 * left out by the caller; of two outcomes it is McNemar's exact test. 1 when nobody moved. Throws unless both are counts.
 */
export function signTest(up: number, down: number): number {
  if (![up, down].every((count) => Number.isInteger(count) && count >= 0))
    throw new Error(`invalid counts: ${up} and ${down}`);
  return Math.min(1, 2 * cumulativeBinomial(up + down, 0.5)[Math.min(up, down)]!);
}
