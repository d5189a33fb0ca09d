import { quantile } from "./quantile.ts";

/** How far a unit lies from the target, in standard errors of its own, on a scale on which the standard error depends on size alone. */
export interface UnitScore {
  z: number;
  standardError: number;
}

/** How much more units differ than chance explains. */
export interface Overdispersion {
  /** Mean square of the winsorised z scores: about 1 when chance explains all. */
  phi: number;
  /** Variance between units on the scale of the scores; 0 when chance explains all. */
  tauSquared: number;
}

/** Share of scores drawn in at each end, so that the units one looks for do not widen the limits by which they are found. */
const WINSORISED = 0.1;

/** The score of a share against a target share, on the arcsine scale. Throws unless `size` is above 0. */
export function proportionScore(numerator: number, size: number, target: number): UnitScore {
  if (!(size > 0) || !(numerator >= 0 && numerator <= size))
    throw new Error(`invalid proportion: ${numerator} of ${size}`);
  const standardError = 1 / (2 * Math.sqrt(size));
  return { z: (Math.asin(Math.sqrt(numerator / size)) - Math.asin(Math.sqrt(target))) / standardError, standardError };
}

/** The score of a standardised ratio against 1, on the square-root scale. Throws unless `expected` is above 0. */
export function ratioScore(observed: number, expected: number): UnitScore {
  if (!(expected > 0) || !(observed >= 0)) throw new Error(`invalid ratio: ${observed} to ${expected}`);
  const standardError = 1 / (2 * Math.sqrt(expected));
  return { z: (Math.sqrt(observed / expected) - 1) / standardError, standardError };
}

/** The additive model of Spiegelhalter (2005), by the method of moments; no variance between fewer than two units. Throws on no scores. */
export function overdispersion(scores: readonly UnitScore[]): Overdispersion {
  const z = winsorised(scores.map((score) => score.z));
  const phi = z.reduce((sum, each) => sum + each * each, 0) / z.length;
  const weights = scores.map(({ standardError }) => standardError ** -2);
  const total = weights.reduce((sum, weight) => sum + weight);
  const spread = total - weights.reduce((sum, weight) => sum + weight * weight, 0) / total;
  const excess = z.length * phi - (z.length - 1);
  return { phi, tauSquared: z.length > 1 ? Math.max(0, excess / spread) : 0 };
}

function winsorised(values: readonly number[]): number[] {
  const [low, high] = [quantile(values, WINSORISED), quantile(values, 1 - WINSORISED)];
  return values.map((value) => Math.min(high, Math.max(low, value)));
}
