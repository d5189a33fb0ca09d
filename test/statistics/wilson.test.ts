import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { wilson } from "../../models/statistics/wilson.ts";

describe("Wilson's 95 % interval", () => {
  test.each([
    [8, 10, 0.490162, 0.943318],
    [0, 10, 0, 0.277533],
    [10, 10, 0.722467, 1],
  ])("%i of %i is from %f to %f", (numerator, denominator, low, high) => {
    const interval = wilson(numerator, denominator);
    expect(interval.share).toBe(numerator / denominator);
    expect(interval.low).toBeCloseTo(low, 6);
    expect(interval.high).toBeCloseTo(high, 6);
  });

  test("holds exactly the shares that the score test does not refuse", () => {
    const input = fc
      .integer({ min: 1, max: 400 })
      .chain((n) => fc.tuple(fc.integer({ min: 0, max: n }), fc.constant(n)));
    fc.assert(
      fc.property(input, ([numerator, denominator]) => {
        const { share, low, high } = wilson(numerator, denominator);
        expect(low).toBeCloseTo(farthest(share, denominator, 0), 9);
        expect(high).toBeCloseTo(farthest(share, denominator, 1), 9);
      }),
      { seed: 1, numRuns: 300 },
    );
  });

  test("refuses what is not a proportion", () => {
    expect(() => wilson(3, 2)).toThrow("invalid proportion: 3 of 2");
    expect(() => wilson(0, 0)).toThrow("invalid proportion: 0 of 0");
  });
});

/** The share farthest towards an end that is within 1.96 standard errors, its own, of the observed one. */
function farthest(observed: number, people: number, end: number): number {
  let [kept, refused] = [observed, end];
  for (let halvings = 0; halvings < 60; halvings++) {
    const tried = (kept + refused) / 2;
    const distance = Math.abs(observed - tried) / Math.sqrt((tried * (1 - tried)) / people);
    if (distance <= 1.959963984540054) kept = tried;
    else refused = tried;
  }
  return kept;
}
