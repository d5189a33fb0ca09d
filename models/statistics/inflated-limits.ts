import type { FunnelLimits } from "./funnel-limits.ts";
import { Z_95, Z_998 } from "./normal-quantiles.ts";

/** Limits of the share of `size` people around a target when units differ by more than chance; `tauSquared` is from proportion scores. */
export function inflatedProportionLimits(target: number, size: number, tauSquared: number): FunnelLimits {
  if (!(size > 0)) throw new Error(`invalid size: ${size}`);
  const spread = Math.sqrt(1 / (4 * size) + tauSquared);
  return limits((z) => {
    const angle = Math.asin(Math.sqrt(target)) + z * spread;
    return Math.sin(Math.min(Math.PI / 2, Math.max(0, angle))) ** 2;
  });
}

/** Limits of a standardised ratio around 1 when units differ by more than chance; `tauSquared` is from ratio scores. */
export function inflatedRatioLimits(expected: number, tauSquared: number): FunnelLimits {
  if (!(expected > 0)) throw new Error(`invalid expected count: ${expected}`);
  const spread = Math.sqrt(1 / (4 * expected) + tauSquared);
  return limits((z) => Math.max(0, 1 + z * spread) ** 2);
}

function limits(at: (z: number) => number): FunnelLimits {
  return { low998: at(-Z_998), low95: at(-Z_95), high95: at(Z_95), high998: at(Z_998) };
}
