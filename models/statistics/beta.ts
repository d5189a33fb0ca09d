import { continuedFraction } from "./continued-fraction.ts";
import { logGamma } from "./gamma.ts";
import { risingRoot } from "./rising-root.ts";

/** The chance that a beta variable is `x` or less. Throws unless 0 <= x <= 1 and both shapes are above 0. */
export function betaBelow(x: number, a: number, b: number): number {
  if (!(x >= 0 && x <= 1) || !(a > 0) || !(b > 0)) throw new Error(`invalid beta: ${x} with shapes ${a} and ${b}`);
  if (x === 0 || x === 1) return x;
  return x < (a + 1) / (a + b + 2) ? lowerPart(x, a, b) : 1 - lowerPart(1 - x, b, a);
}

/** The value below which a beta variable lies with this chance, which is above 0 and below 1. */
export function betaQuantile(chance: number, a: number, b: number): number {
  return risingRoot((x) => betaBelow(x, a, b), chance, 0, 1);
}

function lowerPart(x: number, a: number, b: number): number {
  const logScale = a * Math.log(x) + b * Math.log1p(-x) + logGamma(a + b) - logGamma(a) - logGamma(b);
  return Math.exp(logScale) / a / continuedFraction((n) => ({ a: coefficient(n, x, a, b), b: 1 }));
}

function coefficient(n: number, x: number, a: number, b: number): number {
  const m = Math.floor(n / 2);
  return n % 2 === 0
    ? (m * (b - m) * x) / ((a + n - 1) * (a + n))
    : (-(a + m) * (a + b + m) * x) / ((a + n - 1) * (a + n));
}
