import { expect, test } from "vitest";
import { isRatioOfTooFew, isRatioTooClose } from "../../models/relations/ratio-rule.ts";

/** Shares of 0.3 and of 0.8: half a person apart. */
const strata = [
  { members: ["young"], numerator: 30, denominator: 100 },
  { members: null, numerator: 80, denominator: 100 },
];

test("20 people must have been expected: 22 observed at 1.1 are just that many, 21 are not", () => {
  expect(isRatioOfTooFew(22, 1.1)).toBe(false);
  expect(isRatioOfTooFew(21, 1.1)).toBe(true);
  expect(isRatioOfTooFew(22, 0)).toBe(true);
});

test("a ratio of 1 leaves 0.1 times the people observed open, which must be 20 people of half a person each", () => {
  // From 99 / 1.05 to 99 / 0.95 are 9.9 expected people, and from 100 / 1.05 to 100 / 0.95 are 10.03.
  expect(isRatioTooClose(99, 1, strata, { width: 10 })).toBe(true);
  expect(isRatioTooClose(100, 1, strata, { width: 10 })).toBe(false);
  expect(isRatioTooClose(100, 1, strata, { width: 11 })).toBe(true);
});

test("shares that lie closer together tell less of who is served, and one stratum makes no comparison", () => {
  const alike = [{ ...strata[0]!, numerator: 60 }, strata[1]!];
  expect(isRatioTooClose(41, 1, alike, { width: 10 })).toBe(false);
  expect(isRatioTooClose(39, 1, alike, { width: 10 })).toBe(true);
  expect(isRatioTooClose(1000, 1, [strata[0]!], { width: 10 })).toBe(true);
});
