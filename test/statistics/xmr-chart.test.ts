import fc from "fast-check";
import { expect, test } from "vitest";
import { xmrChart } from "../../models/statistics/xmr-chart.ts";

test("of 3, 4, 5, 4, 6, 7, 5 the mean is 4.857143 and the average moving range 1.333333", () => {
  const { lower, nearLower, centre, nearUpper, upper } = xmrChart([3, 4, 5, 4, 6, 7, 5]);
  expect(centre).toBeCloseTo(4.857143, 6);
  expect(lower).toBeCloseTo(1.310476, 6);
  expect(upper).toBeCloseTo(8.40381, 6);
  expect(nearLower).toBeCloseTo(4.857143 - (2 / 3) * 2.66 * 1.333333, 5);
  expect(nearUpper).toBeCloseTo(4.857143 + (2 / 3) * 2.66 * 1.333333, 5);
});

test("limits locked to the first four points take no notice of what comes after", () => {
  const locked = xmrChart([2, 4, 2, 4, 90, 80], { points: 4 });
  expect(locked).toEqual(xmrChart([2, 4, 2, 4]));
  expect(locked).toMatchObject({ centre: 3, lower: 3 - 5.32, upper: 3 + 5.32 });
});

test("screening leaves out a jump of 19 among nine steps of 1, which averages 2.8 and allows 9.1", () => {
  const values = [0, 1, 0, 1, 0, 1, 0, 1, 0, 1, 20];
  const mean = 25 / 11;
  expect(xmrChart(values).upper).toBeCloseTo(mean + 2.66 * 2.8, 12);
  expect(xmrChart(values, { screened: true }).upper).toBeCloseTo(mean + 2.66, 12);
});

test("after five steps of 1 a jump of 6 is more than 3.267 times the average, and a jump of 5 is not", () => {
  const averageOf = (values: readonly number[]) => {
    const { centre, upper } = xmrChart(values, { screened: true });
    return (upper - centre) / 2.66;
  };
  expect(averageOf([0, 1, 0, 1, 0, 1, 7])).toBeCloseTo(1, 12);
  expect(averageOf([0, 1, 0, 1, 0, 1, 6])).toBeCloseTo(10 / 6, 12);
});

test("a series that never changes has limits where it is, screened or not", () => {
  for (const screened of [false, true])
    expect(xmrChart([5, 5, 5], { screened })).toEqual({ lower: 5, nearLower: 5, centre: 5, nearUpper: 5, upper: 5 });
});

test("limits are three deviations out, a deviation being the mean distance of neighbours over 1.128", () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.integer({ min: 0, max: 500 }), { minLength: 2, maxLength: 40 }), (values) => {
      const spans = values.slice(1).map((value, at) => Math.max(value, values[at]!) - Math.min(value, values[at]!));
      const deviation = spans.reduce((sum, span) => sum + span, 0) / (values.length - 1) / 1.128;
      const { lower, centre, upper } = xmrChart(values);
      expect((upper - centre) / deviation).toBeCloseTo(3, 2);
      expect((centre - lower) / deviation).toBeCloseTo(3, 2);
    }),
    { seed: 16, numRuns: 200 },
  );
});

test("refuses a baseline of fewer than two points, or of more than there are", () => {
  expect(() => xmrChart([5])).toThrow("invalid baseline: 1 of 1 points");
  expect(() => xmrChart([5, 6, 7], { points: 4 })).toThrow("invalid baseline: 4 of 3 points");
});
