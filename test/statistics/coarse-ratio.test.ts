import { expect, test } from "vitest";
import { coarseRatio, expectedFrom, roundedRatio } from "../../models/statistics/coarse-ratio.ts";
import { poissonLimits } from "../../models/statistics/poisson-limits.ts";

test("47 observed of 40 expected is 1.175, which rounds to 1.2; 64 of 70 is 0.9", () => {
  expect(roundedRatio(47, 40)).toBe(1.2);
  expect(roundedRatio(64, 70)).toBe(0.9);
  expect(roundedRatio(0, 70)).toBe(0);
});

test("a ratio of 1.2 of 46 people leaves from 46 / 1.25 to 46 / 1.15 people expected", () => {
  const { low, high } = expectedFrom(46, 1.2);
  expect(low).toBeCloseTo(36.8, 12);
  expect(high).toBeCloseTo(40, 12);
});

test("the interval is the exact one of the people observed, at the ends of what rounds to the ratio, rounded outwards", () => {
  // Of 20 people the exact interval is 0.610826 to 1.544419 times them: 0.95 × 0.610826 = 0.58 and 1.05 × 1.544419 = 1.62.
  expect(coarseRatio(20, 1)).toEqual({ ratio: 1, low: 0.5, high: 1.7 });
});

test("the interval covers that of every number of expected people that rounds to the ratio", () => {
  const { low95, high95 } = poissonLimits(200);
  for (let expected = 120; expected < 400; expected += 0.7) {
    const { low, high } = coarseRatio(200, roundedRatio(200, expected));
    expect(low).toBeLessThanOrEqual((200 * low95) / expected + 1e-9);
    expect(high).toBeGreaterThanOrEqual((200 * high95) / expected - 1e-9);
  }
});

test("refuses a ratio to nobody, and one that leaves no most expected people", () => {
  expect(() => roundedRatio(5, 0)).toThrow("invalid expected count: 0");
  expect(() => expectedFrom(5, 0)).toThrow("invalid ratio: 0");
});
