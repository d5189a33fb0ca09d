import { expect, test } from "vitest";
import { medianInterval } from "../../models/statistics/median-interval.ts";
import { exactBinomial } from "../support/exact-binomial.ts";

const firstNumbers = (n: number) => Array.from({ length: n }, (_, at) => at + 1);

test.each([
  [6, 3.5, 1, 6],
  [8, 4.5, 1, 8],
  [9, 5, 2, 8],
  [10, 5.5, 2, 9],
  [20, 10.5, 6, 15],
  [25, 13, 8, 18],
  [50, 25.5, 18, 33],
  [100, 50.5, 40, 61],
])(
  "of 1 to %i it is %f, and the interval runs from the %i. to the %i. (tables of the sign test)",
  (n, median, low, high) => {
    expect(medianInterval(firstNumbers(n))).toEqual({ median, low, high });
  },
);

test("five values have no interval, and the order in which they come does not matter", () => {
  expect(medianInterval([9, 1, 5, 3, 7])).toEqual({ median: 5, low: null, high: null });
  expect(medianInterval(firstNumbers(10).reverse())).toEqual({ median: 5.5, low: 2, high: 9 });
});

test("thousands of values are no trouble", () => {
  const { low, high } = medianInterval(firstNumbers(10_000));
  expect([low, high]).toEqual([4902, 5099]);
});

test("refuses to take a median of nothing", () => {
  expect(() => medianInterval([])).toThrow("no values");
});

test("it covers the median at least 95 times of 100, and the next narrower one does not, counted in whole numbers", () => {
  for (let n = 6; n <= 80; n++) {
    const { low } = medianInterval(firstNumbers(n));
    const below = exactBinomial(n, 5);
    expect(1 - 2 * below[low! - 1]!).toBeGreaterThanOrEqual(0.95);
    expect(1 - 2 * below[low!]!).toBeLessThan(0.95);
  }
});
