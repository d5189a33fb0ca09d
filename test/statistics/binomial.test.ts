import fc from "fast-check";
import { expect, test } from "vitest";
import { cumulativeBinomial } from "../../models/statistics/binomial.ts";
import { exactBinomial } from "../support/exact-binomial.ts";

test("two tosses of a coin: no head in one of four, at most one in three of four", () => {
  expect(cumulativeBinomial(2, 0.5)).toEqual([0.25, 0.75, 1]);
});

test("without a trial, without a chance and without a risk", () => {
  expect(cumulativeBinomial(0, 0.3)).toEqual([1]);
  expect(cumulativeBinomial(2, 0)).toEqual([1, 1, 1]);
  expect(cumulativeBinomial(2, 1)).toEqual([0, 0, 1]);
});

test("agrees with sums counted in whole numbers", () => {
  const input = fc.tuple(fc.integer({ min: 0, max: 80 }), fc.integer({ min: 0, max: 10 }));
  fc.assert(
    fc.property(input, ([trials, tenths]) => {
      const exact = exactBinomial(trials, tenths);
      const apart = cumulativeBinomial(trials, tenths / 10).map((chance, k) => Math.abs(chance - exact[k]!));
      expect(apart).toHaveLength(trials + 1);
      expect(Math.max(...apart)).toBeLessThan(1e-12);
    }),
    { seed: 3, numRuns: 300 },
  );
});

test("refuses what is not a number of trials or a chance", () => {
  expect(() => cumulativeBinomial(2.5, 0.5)).toThrow("invalid binomial: 2.5 trials with chance 0.5");
  expect(() => cumulativeBinomial(2, 1.5)).toThrow("invalid binomial: 2 trials with chance 1.5");
});
