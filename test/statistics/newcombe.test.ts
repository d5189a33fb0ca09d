import fc from "fast-check";
import { expect, test } from "vitest";
import { isClear, newcombe } from "../../models/statistics/newcombe.ts";
import type { Proportion } from "../../models/statistics/proportion.ts";

const of = (numerator: number, denominator: number): Proportion => ({ numerator, denominator });

test.each([
  [56, 70, 48, 80, 0.0524, 0.3339],
  [9, 10, 3, 10, 0.1705, 0.809],
  [6, 7, 2, 7, 0.0582, 0.8062],
  [5, 56, 0, 29, -0.0381, 0.1926],
  [0, 10, 0, 20, -0.1611, 0.2775],
  [0, 10, 0, 10, -0.2775, 0.2775],
  [10, 10, 0, 20, 0.6791, 1],
  [10, 10, 0, 10, 0.6075, 1],
])("%i of %i less %i of %i (Newcombe 1998, table II, method 10)", (a, m, b, n, low, high) => {
  const interval = newcombe(of(a, m), of(b, n));
  expect(interval.difference).toBeCloseTo(a / m - b / n, 12);
  expect(interval.low).toBeCloseTo(low, 4);
  expect(interval.high).toBeCloseTo(high, 4);
});

/** Two cases of the score test: the roots of (n + z²) p² - (2x + z²) p + x² / n = 0. */
function scoreRoots({ numerator, denominator }: Proportion): [number, number] {
  const z2 = 1.959963984540054 ** 2;
  const [a, b, c] = [denominator + z2, -(2 * numerator + z2), numerator ** 2 / denominator];
  const root = Math.sqrt(b * b - 4 * a * c);
  return [(-b - root) / (2 * a), (-b + root) / (2 * a)];
}

const proportion = fc
  .integer({ min: 1, max: 300 })
  .chain((denominator) =>
    fc.record({ numerator: fc.integer({ min: 0, max: denominator }), denominator: fc.constant(denominator) }),
  );

test("squares and adds the distances to the roots of the score equation", () => {
  fc.assert(
    fc.property(proportion, proportion, (one, other) => {
      const [p, q] = [one.numerator / one.denominator, other.numerator / other.denominator];
      const [[l1, u1], [l2, u2]] = [scoreRoots(one), scoreRoots(other)];
      const { low, high } = newcombe(one, other);
      expect(low).toBeCloseTo(p - q - Math.sqrt((p - l1) ** 2 + (u2 - q) ** 2), 9);
      expect(high).toBeCloseTo(p - q + Math.sqrt((u1 - p) ** 2 + (q - l2) ** 2), 9);
      expect(newcombe(other, one).low).toBeCloseTo(-high, 12);
    }),
    { seed: 2, numRuns: 300 },
  );
});

test("a difference is clear when its interval is all above or all below zero", () => {
  expect(isClear({ low: 0.01, high: 0.2 })).toBe(true);
  expect(isClear({ low: -0.2, high: -0.01 })).toBe(true);
  expect(isClear({ low: 0, high: 0.2 })).toBe(false);
  expect(isClear({ low: -0.1, high: 0.2 })).toBe(false);
});

test("refuses a group of nobody", () => {
  expect(() => newcombe(of(1, 2), of(0, 0))).toThrow("invalid proportion: 0 of 0");
});
