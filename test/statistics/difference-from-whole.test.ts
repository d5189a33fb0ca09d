import fc from "fast-check";
import { expect, test } from "vitest";
import { differenceFromWhole } from "../../models/statistics/difference-from-whole.ts";
import { isClear, newcombe } from "../../models/statistics/newcombe.ts";

const of = (numerator: number, denominator: number) => ({ numerator, denominator });

test("by hand: 30 of 50 within 80 of 150 is two thirds of what it is beside the other 50 of 100", () => {
  const beside = newcombe(of(30, 50), of(50, 100));
  const { difference, low, high } = differenceFromWhole(of(30, 50), of(80, 150))!;
  expect(difference).toBeCloseTo((2 / 3) * 0.1, 12);
  expect(low).toBeCloseTo((2 / 3) * beside.low, 12);
  expect(high).toBeCloseTo((2 / 3) * beside.high, 12);
});

test("the difference is the group's share less the whole's, and clear just when that from everybody else is", () => {
  const size = fc.integer({ min: 1, max: 200 });
  const group = size.chain((n) => fc.tuple(fc.integer({ min: 0, max: n }), fc.constant(n)));
  fc.assert(
    fc.property(group, group, ([x, n], [y, m]) => {
      const interval = differenceFromWhole(of(x, n), of(x + y, n + m))!;
      expect(interval.difference).toBeCloseTo(x / n - (x + y) / (n + m), 12);
      expect(isClear(interval)).toBe(isClear(newcombe(of(x, n), of(y, m))));
      expect(interval.low).toBeLessThanOrEqual(interval.difference);
      expect(interval.high).toBeGreaterThanOrEqual(interval.difference);
    }),
    { seed: 4, numRuns: 300 },
  );
});

test("a group that is the whole does not differ from it, and no interval says how sure that is", () => {
  expect(differenceFromWhole(of(30, 50), of(30, 50))).toBeNull();
});

test("refuses a group that is no part of the whole", () => {
  expect(() => differenceFromWhole(of(30, 50), of(29, 150))).toThrow("invalid proportion: -1 of 100");
  expect(() => differenceFromWhole(of(30, 50), of(40, 40))).toThrow("invalid proportion: 10 of -10");
});
