import { expect, test } from "vitest";
import { poissonLimits } from "../../models/statistics/poisson-limits.ts";

test.each([
  [15, 0.386265, 0.5596924, 1.649348, 2.082907],
  [20, 0.4479107, 0.610826, 1.544419, 1.902094],
  [30, 0.5289724, 0.6746958, 1.427562, 1.702771],
])("of %i expected (test vectors of FunnelPlotR)", (expected, low998, low95, high95, high998) => {
  const limits = poissonLimits(expected);
  expect(limits.low998).toBeCloseTo(low998, 7);
  expect(limits.low95).toBeCloseTo(low95, 7);
  expect(limits.high95).toBeCloseTo(high95, 6);
  expect(limits.high998).toBeCloseTo(high998, 6);
});

/** The chance of a count of at most `most` when `mean` is expected. */
function poissonBelow(most: number, mean: number): number {
  let term = Math.exp(-mean);
  let sum = most < 0 ? 0 : term;
  for (let k = 1; k <= most; k++) {
    term *= mean / k;
    sum += term;
  }
  return sum;
}

test("at its limits, a count as large as the expected one is at the tails of a Poisson variable, summed term by term", () => {
  for (let expected = 1; expected <= 200; expected++) {
    const { low998, low95, high95, high998 } = poissonLimits(expected);
    expect(1 - poissonBelow(expected - 1, low95 * expected)).toBeCloseTo(0.025, 9);
    expect(1 - poissonBelow(expected - 1, low998 * expected)).toBeCloseTo(0.001, 9);
    expect(poissonBelow(expected, high95 * expected)).toBeCloseTo(0.025, 9);
    expect(poissonBelow(expected, high998 * expected)).toBeCloseTo(0.001, 9);
  }
});

test("an expected count need not be whole, and must be above 0", () => {
  expect(poissonLimits(0.4).low95).toBeLessThan(poissonLimits(0.5).low95);
  expect(() => poissonLimits(0)).toThrow("invalid expected count: 0");
});
