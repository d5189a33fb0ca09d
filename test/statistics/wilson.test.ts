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

  test("refuses what is not a proportion", () => {
    expect(() => wilson(3, 2)).toThrow("invalid proportion: 3 of 2");
    expect(() => wilson(0, 0)).toThrow("invalid proportion: 0 of 0");
  });
});
