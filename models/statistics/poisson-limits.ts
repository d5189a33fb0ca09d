import type { FunnelLimits } from "./funnel-limits.ts";
import { gammaQuantile } from "./gamma.ts";

/**
 * Limits of a standardised ratio (observed to expected) around 1, as FunnelPlotR draws them: the exact Poisson interval of a count equal
 * to the expected one, which need not be whole. Throws unless it is above 0.
 */
export function poissonLimits(expected: number): FunnelLimits {
  if (!(expected > 0)) throw new Error(`invalid expected count: ${expected}`);
  const low = (tail: number) => gammaQuantile(tail, expected) / expected;
  const high = (tail: number) => gammaQuantile(tail, expected + 1) / expected;
  return { low998: low(0.001), low95: low(0.025), high95: high(0.975), high998: high(0.999) };
}
