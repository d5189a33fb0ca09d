import fc from "fast-check";
import { expect, test } from "vitest";
import { signTest } from "../../models/statistics/sign-test.ts";
import { exactBinomial } from "../support/exact-binomial.ts";

test.each([
  [8, 2, 112 / 1024],
  [10, 0, 2 / 1024],
  [7, 3, 352 / 1024],
  [5, 5, 1],
  [1, 0, 1],
  [0, 0, 1],
  [15, 4, 0.0192108154296875],
  [120, 80, 0.005685155996750306],
  [1200, 1000, 2.1817026407914194e-5],
])("%i up and %i down (scipy 1.17, binomtest)", (up, down, probability) => {
  expect(signTest(up, down)).toBeCloseTo(probability, 12);
  expect(signTest(down, up)).toBe(signTest(up, down));
});

test("refuses what is not a count", () => {
  expect(() => signTest(-1, 2)).toThrow("invalid counts: -1 and 2");
});

test("agrees with both tails counted in whole numbers", () => {
  fc.assert(
    fc.property(fc.nat(40), fc.nat(40), (up, down) => {
      const below = exactBinomial(up + down, 5);
      const [few, many] = [Math.min(up, down), Math.max(up, down)];
      const expected = few === many ? 1 : below[few]! + 1 - below[many - 1]!;
      expect(signTest(up, down)).toBeCloseTo(expected, 9);
    }),
    { seed: 20, numRuns: 300 },
  );
});
