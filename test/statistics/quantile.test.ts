import { expect, test } from "vitest";
import { quantile } from "../../models/statistics/quantile.ts";

test.each([
  [[3, 1, 2], 0.5, 2],
  [[4, 1, 3, 2], 0.5, 2.5],
  [[1, 2, 3, 4, 5, 6, 7, 8, 9, 10], 0.1, 1.9],
  [[1, 2, 3, 4, 5, 6, 7, 8, 9, 10], 0.9, 9.1],
  [[7], 0.3, 7],
  [[5, 9], 1, 9],
])("of %j the quantile %f is %f (type 7, as in R)", (values, share, expected) => {
  expect(quantile(values, share)).toBeCloseTo(expected, 12);
});

test("refuses to take one of nothing", () => {
  expect(() => quantile([], 0.5)).toThrow("no values");
});
