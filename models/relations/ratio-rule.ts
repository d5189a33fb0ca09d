import { expectedFrom } from "../statistics/coarse-ratio.ts";
import type { Protection } from "./criterion.ts";
import { type StandardStratum, spreadOf } from "./standard-strata.ts";

/** Fewest expected people beside whom a ratio is printed. */
export const MINIMUM_EXPECTED = 20;

/** True for a ratio beside too few expected people. */
export function isRatioOfTooFew(observed: number, ratio: number): boolean {
  return !(ratio > 0) || observed / ratio < MINIMUM_EXPECTED;
}

/** True when a printed ratio would leave the size of a stratum at a partner open to fewer than twice the people that the width asks for. */
export function isRatioTooClose(
  observed: number,
  ratio: number,
  strata: readonly StandardStratum[],
  { width }: Pick<Protection, "width">,
): boolean {
  if (strata.length < 2) return true;
  const { low, high } = expectedFrom(observed, ratio);
  return high - low < 2 * width * spreadOf(strata);
}
