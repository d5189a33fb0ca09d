/** Keeps a denominator off zero. */
const TINY = 1e-300;

/** One level of a continued fraction. */
export interface Level {
  a: number;
  b: number;
}

/** The continued fraction b₀ + a₁ / (b₁ + a₂ / (b₂ + …)) by Lentz's method; `level` gives aₙ and bₙ, and a₀ is not used. */
export function continuedFraction(level: (n: number) => Level): number {
  let value = level(0).b || TINY;
  let c = value;
  let d = 0;
  for (let n = 1, change = 0; n < 100_000 && Math.abs(change - 1) > 2 * Number.EPSILON; n++) {
    const { a, b } = level(n);
    d = 1 / (b + a * d || TINY);
    c = b + a / c || TINY;
    change = c * d;
    value *= change;
  }
  return value;
}
