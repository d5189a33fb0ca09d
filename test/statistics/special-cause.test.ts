import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { ControlLimits } from "../../models/statistics/control-limits.ts";
import { type SpecialCause, specialCauses } from "../../models/statistics/special-cause.ts";
import { xmrChart } from "../../models/statistics/xmr-chart.ts";

/** Limits at -9 and 9, near limits at -6 and 6. */
const around0: ControlLimits = { lower: -9, nearLower: -6, centre: 0, nearUpper: 6, upper: 9 };
const far: ControlLimits = { lower: -99, nearLower: -66, centre: 0, nearUpper: 66, upper: 99 };

const causes = (values: readonly number[], limits: ControlLimits) =>
  specialCauses(
    values,
    values.map(() => limits),
  );
const rules = (values: readonly number[], limits = around0) =>
  causes(values, limits).map((cause) => cause?.rule ?? null);
const sides = (values: readonly number[], limits = around0) => causes(values, limits).map((cause) => cause?.side ?? 0);
const count = (values: readonly number[], limits = around0) =>
  sides(values, limits).filter((side) => side !== 0).length;

/** The points with which a rule first holds, or holds again: those that are flagged when the series ends with them. */
const completing = (values: readonly number[], limits: ControlLimits) =>
  values.flatMap((_, at) => (causes(values.slice(0, at + 1), limits).at(-1) ? [at + 1] : []));

const ones = (points: number, value = 1) => new Array<number>(points).fill(value);

describe("outside limits", () => {
  test("a point beyond a limit is flagged, and one on it is not", () => {
    expect(sides([9.1, -9.1, 9, -9, 0])).toEqual([1, -1, 0, 0, 0]);
  });
  test("a series that never changes is never outside, whatever its mean loses in rounding", () => {
    const values = ones(12, 0.1);
    expect(causes(values, xmrChart(values))).toEqual(ones(12).map(() => null));
  });
});

describe("seven that rise or fall", () => {
  const zigzag = [3, -2];
  test("1 to 7 are complete with the seventh, and each of the seven is flagged", () => {
    expect(completing([1, 2, 3, 4, 5, 6, 7], { ...far, centre: 3.5 })).toEqual([7]);
    expect(rules([1, 2, 3, 4, 5, 6, 7], { ...far, centre: 3.5 })).toEqual(new Array(7).fill("trend"));
    expect(sides([7, 6, 5, 4, 3, 2, 1], { ...far, centre: 3.5 })).toEqual(ones(7, -1));
  });
  test("2, 1 to 7, 3: the point before and the point after are not part of it", () => {
    expect(sides([2, 1, 2, 3, 4, 5, 6, 7, 3], { ...far, centre: 3.5 })).toEqual([0, ...ones(7), 0]);
    expect(sides([2, 7, 6, 5, 4, 3, 2, 1, 3], { ...far, centre: 3.5 })).toEqual([0, ...ones(7, -1), 0]);
  });
  test("two equal points break it, and six are too few", () => {
    expect(count([1, 2, 3, 3, 4, 5, 6], { ...far, centre: 3.5 })).toBe(0);
    expect(count([1, 2, 3, 4, 5, 6, ...zigzag], { ...far, centre: 3.5 })).toBe(0);
  });
});

describe("two of three beyond the near limit", () => {
  test("on [0,0,1,0,1,0,0] of one side, just the two ones are flagged", () => {
    expect(rules([1, 1, 7, 1, 7, 1])).toEqual([null, null, "two of three", null, "two of three", null]);
    expect(sides([-1, -1, -7, -1, -7, -1])).toEqual([0, 0, -1, 0, -1, 0]);
  });
  test("next to each other they are flagged, three apart they are not", () => {
    expect(sides([1, -1, 7, 7, 1])).toEqual([0, 0, 1, 1, 0]);
    expect(sides([7, 1, 1, 7])).toEqual([0, 0, 0, 0]);
    expect(sides([7, 1, 1, 7, 7])).toEqual([0, 0, 0, 1, 1]);
  });
  test("on alternate sides, or with the third on the other side, none is", () => {
    expect(count([7, -7, 7, -7])).toBe(0);
    expect(count([-1, 7, -1, 7, -1])).toBe(0);
  });
  test("a point outside the limits is not one of the two", () => {
    expect(rules([7, 1, 10, -1])).toEqual([null, null, "outside limits", null]);
  });
});

describe("seven on one side", () => {
  test("of eight above and one below it is complete with the seventh and the eighth", () => {
    expect(completing([...ones(8), -1], far)).toEqual([7, 8]);
    expect(completing([...ones(8, -1), 1], far)).toEqual([7, 8]);
    expect(rules([...ones(8), -1], far)).toEqual([...new Array(8).fill("one side"), null]);
  });
  test("six are too few, and a point on the centre breaks it", () => {
    expect(count([...ones(6), -1], far)).toBe(0);
    expect(count([...ones(6), 0, ...ones(6)], far)).toBe(0);
  });
});

test("outside goes before a trend, a trend before two of three, and that before one side", () => {
  expect(rules([1, 2, 3, 4, 7, 8, 10])).toEqual([...new Array(6).fill("trend"), "outside limits"]);
  expect(rules([2, 1, 2, 7, 2, 7, 2]).map((rule) => rule?.[0])).toEqual(["o", "o", "o", "t", "o", "t", "o"]);
});

test("limits may differ from point to point", () => {
  const wide = { ...around0, upper: 20, nearUpper: 15 };
  expect(specialCauses([12, 12], [around0, wide]).map((cause) => cause?.rule ?? null)).toEqual([
    "outside limits",
    null,
  ]);
  expect(() => specialCauses([1, 2], [around0])).toThrow("invalid limits: 1 for 2 points");
});

/** The rules as one would apply them with a finger: for one point, every window that holds it. */
function byFinger(values: readonly number[], at: number): SpecialCause["rule"] | null {
  const value = values[at]!;
  if (Math.abs(value) > 9) return "outside limits";
  const windows = (size: number) =>
    values
      .map((_, first) => values.slice(first, first + size))
      .filter((each, first) => each.length === size && first <= at && at < first + size);
  const rising = (each: readonly number[]) => each.slice(1).every((later, earlier) => later > each[earlier]!);
  if (windows(7).some((each) => rising(each) || rising(each.toReversed()))) return "trend";
  const sameSide = (each: readonly number[]) => Math.min(...each) > 0 || Math.max(...each) < 0;
  const isNear = (each: number) => Math.abs(each) > 6 && Math.abs(each) <= 9;
  if (isNear(value) && windows(3).some((each) => sameSide(each) && each.filter(isNear).length > 1))
    return "two of three";
  return windows(7).some(sameSide) ? "one side" : null;
}

test("agrees with applying the rules window by window", () => {
  const stretch = fc.oneof(
    fc.array(fc.integer({ min: -10, max: 10 }), { maxLength: 12 }),
    fc
      .tuple(fc.integer({ min: -8, max: 2 }), fc.integer({ min: 4, max: 9 }))
      .map(([first, length]) => Array.from({ length }, (_, at) => first + at)),
    fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 4, maxLength: 9 }),
  );
  fc.assert(
    fc.property(fc.array(stretch, { maxLength: 4 }), (stretches) => {
      const values = stretches.flat();
      expect(rules(values)).toEqual(values.map((_, at) => byFinger(values, at)));
    }),
    { seed: 18, numRuns: 400 },
  );
});
