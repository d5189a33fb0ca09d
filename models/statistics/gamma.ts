import { continuedFraction } from "./continued-fraction.ts";
import { risingRoot } from "./rising-root.ts";

/** Lanczos's coefficients for g = 7 (Godfrey 2001). */
const LANCZOS = [
  0.99999999999980993, 676.5203681218851, -1259.1392167224028, 771.32342877765313, -176.61502916214059,
  12.507343278686905, -0.13857109526572012, 9.9843695780195716e-6, 1.5056327351493116e-7,
];

/** log Γ(x), for x above 0. */
export function logGamma(x: number): number {
  if (x < 0.5) return Math.log(Math.PI / Math.sin(Math.PI * x)) - logGamma(1 - x);
  const sum = LANCZOS.reduce((total, coefficient, at) => total + coefficient / (x - 1 + at));
  const base = x + 6.5;
  return Math.log(2 * Math.PI) / 2 + (x - 0.5) * Math.log(base) - base + Math.log(sum);
}

/** The chance that a gamma variable with this shape and scale 1 is `x` or more; for twice the shape as degrees of freedom, that a chi-squared one is 2x or more. */
export function gammaAbove(shape: number, x: number): number {
  if (!(shape > 0) || !(x >= 0)) throw new Error(`invalid gamma: ${x} with shape ${shape}`);
  if (x === 0) return 1;
  const scale = Math.exp(shape * Math.log(x) - x - logGamma(shape));
  return x < shape + 1 ? 1 - scale * lowerSeries(shape, x) : scale / upperFraction(shape, x);
}

/** The value below which such a gamma variable lies with this chance, which is above 0 and below 1. */
export function gammaQuantile(chance: number, shape: number): number {
  const below = (x: number) => 1 - gammaAbove(shape, x);
  let high = shape + 1;
  while (below(high) < chance) high *= 2;
  return risingRoot(below, chance, 0, high);
}

function lowerSeries(shape: number, x: number): number {
  let term = 1 / shape;
  let sum = term;
  for (let n = 1; term > sum * Number.EPSILON; n++) {
    term *= x / (shape + n);
    sum += term;
  }
  return sum;
}

function upperFraction(shape: number, x: number): number {
  return continuedFraction((n) => ({ a: n * (shape - n), b: x + 1 - shape + 2 * n }));
}
