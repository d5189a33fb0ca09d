import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  type FunnelLimits,
  funnelLimits,
  funnelPlace,
  mirroredFunnelLimits,
} from "../../models/statistics/funnel-limits.ts";
import { exactBinomial } from "../support/exact-binomial.ts";

describe("binomial limits around a target of 60 %", () => {
  test.each([
    [20, 0.22638, 0.355593, 0.787084, 0.892292],
    [50, 0.371252, 0.451665, 0.724055, 0.796629],
    [100, 0.441426, 0.497969, 0.689856, 0.743012],
  ])("of %i people", (size, low998, low95, high95, high998) => {
    const limits = funnelLimits(0.6, size);
    expect(limits.low998).toBeCloseTo(low998, 6);
    expect(limits.low95).toBeCloseTo(low95, 6);
    expect(limits.high95).toBeCloseTo(high95, 6);
    expect(limits.high998).toBeCloseTo(high998, 6);
  });
});

test("of 20,000 people around 37 % (scipy 1.17)", () => {
  const { low998, low95, high95, high998 } = funnelLimits(0.37, 20_000);
  expect(low998).toBeCloseTo(0.359443931904708, 9);
  expect(low95).toBeCloseTo(0.36328992523897125, 9);
  expect(high95).toBeCloseTo(0.3766724500722481, 9);
  expect(high998).toBeCloseTo(0.3805431336225728, 9);
});

/** The limit as the source words it, from chances counted in whole numbers. */
function limitOf(tail: number, size: number, tenths: number): number {
  const below = exactBinomial(size, tenths);
  let r = 0;
  while (!(below[r]! > tail)) r++;
  const alpha = (below[r]! - tail) / (r === 0 ? below[0]! : below[r]! - below[r - 1]!);
  return Math.max(0, (r - alpha) / size);
}

test("agrees with sums counted in whole numbers", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 60 }), fc.integer({ min: 1, max: 9 }), (size, tenths) => {
      const { low998, low95, high95, high998 } = funnelLimits(tenths / 10, size);
      const expected = [0.001, 0.025, 0.975, 0.999].map((tail) => limitOf(tail, size, tenths));
      [low998, low95, high95, high998].forEach((limit, at) => {
        expect(limit).toBeCloseTo(expected[at]!, 7);
      });
    }),
    { seed: 5, numRuns: 300 },
  );
});

/** The chance that a unit lies in one of these places when nothing but chance sets it apart. */
function chanceOf(places: RegExp, size: number, tenths: number, limits: FunnelLimits): number {
  const below = exactBinomial(size, tenths);
  return below.reduce((sum, chance, k) => {
    const alone = chance - (below[k - 1] ?? 0);
    return sum + (places.test(funnelPlace(k / size, limits)) ? alone : 0);
  }, 0);
}

test("by chance at most 2.5 % of units are beyond a mirrored 95 % limit on either side, and 0.1 % beyond a 99.8 % limit", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 60 }), fc.integer({ min: 1, max: 9 }), (size, tenths) => {
      const limits = mirroredFunnelLimits(tenths / 10, size);
      for (const side of ["above", "below"]) {
        expect(chanceOf(new RegExp(side), size, tenths, limits)).toBeLessThanOrEqual(0.025);
        expect(chanceOf(new RegExp(`${side} 99.8`), size, tenths, limits)).toBeLessThanOrEqual(0.001);
      }
    }),
    { seed: 15, numRuns: 300 },
  );
});

test("of 20 people around 60 %, chance carries one in twenty beyond the upper limit as published, and 1.6 % beyond the mirrored one", () => {
  expect(chanceOf(/above/, 20, 6, funnelLimits(0.6, 20))).toBeCloseTo(0.051, 3);
  expect(chanceOf(/above/, 20, 6, mirroredFunnelLimits(0.6, 20))).toBeCloseTo(0.016, 3);
});

test("mirrored limits are the same whether one counts those who did or those who did not", () => {
  const did = mirroredFunnelLimits(0.7, 35);
  const didNot = mirroredFunnelLimits(0.3, 35);
  expect(did.high95).toBeCloseTo(1 - didNot.low95, 12);
  expect(did.low998).toBeCloseTo(1 - didNot.high998, 12);
});

test("limits stay within what a share can be, and a target of nobody allows nobody", () => {
  expect(funnelLimits(0.05, 3).low998).toBe(0);
  expect(funnelLimits(0.95, 3).high998).toBeLessThanOrEqual(1);
  expect(funnelLimits(0, 10)).toEqual({ low998: 0, low95: 0, high95: 0, high998: 0 });
});

test("a unit on a limit is within it", () => {
  const limits = { low998: 0.1, low95: 0.2, high95: 0.8, high998: 0.9 };
  const places = [0.05, 0.1, 0.2, 0.5, 0.8, 0.85, 0.95].map((value) => funnelPlace(value, limits));
  expect(places).toEqual(["below 99.8", "below 95", "within", "within", "within", "above 95", "above 99.8"]);
});

test("refuses a unit of nobody, and a target that is no share", () => {
  expect(() => funnelLimits(0.5, 0)).toThrow("invalid size: 0");
  expect(() => funnelLimits(1.2, 5)).toThrow("invalid binomial: 5 trials with chance 1.2");
});
