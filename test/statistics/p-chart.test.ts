import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { pChart, pPrimeChart } from "../../models/statistics/p-chart.ts";

const of = (numerator: number, denominator: number) => ({ numerator, denominator });

describe("12/20, 18/30, 15/24, 20/40 and 9/25", () => {
  const { limits } = pChart([of(12, 20), of(18, 30), of(15, 24), of(20, 40), of(9, 25)]);
  test.each([
    [0, 0.1977, 0.8671],
    [1, 0.2591, 0.8057],
    [2, 0.2268, 0.8379],
    [3, 0.2957, 0.769],
    [4, 0.233, 0.8317],
  ])("point %i", (at, lower, upper) => {
    expect(limits[at]!.centre).toBeCloseTo(0.532374, 6);
    expect(limits[at]!.lower).toBeCloseTo(lower, 4);
    expect(limits[at]!.upper).toBeCloseTo(upper, 4);
  });
});

test("p-prime by hand: 40 and 60 of 100 are 4 deviations apart, 3.546 times as far as chance would have them", () => {
  const { limits, sigmaZ } = pPrimeChart([of(40, 100), of(60, 100), of(5000, 10_000)], 2);
  expect(sigmaZ).toBeCloseTo(4 / 1.128, 12);
  expect(limits[0]).toMatchObject({ lower: 0, centre: 0.5, upper: 1 });
  expect(limits[2]!.upper).toBeCloseTo(0.5 + (3 * 0.005 * 4) / 1.128, 12);
  expect(limits[2]!.nearUpper).toBeCloseTo(0.5 + (2 * 0.005 * 4) / 1.128, 12);
});

test("limits locked to the first two points keep their share, each at its own size", () => {
  const { limits, sigmaZ } = pChart([of(5, 10), of(45, 90), of(0, 36)], 2);
  expect(sigmaZ).toBe(1);
  expect(limits[2]).toMatchObject({ centre: 0.5, lower: 0.25, upper: 0.75 });
});

test("where nobody or everybody meets the measure there is no room for chance", () => {
  for (const chart of [pChart, pPrimeChart]) {
    const [none] = chart([of(0, 10), of(0, 20)]).limits;
    expect(none).toEqual({ lower: 0, nearLower: 0, centre: 0, nearUpper: 0, upper: 0 });
    expect(chart([of(10, 10), of(20, 20)]).limits[1]!.lower).toBe(1);
  }
});

test("p-prime limits are those of an individuals chart of the z scores, put back on the scale of shares", () => {
  const point = fc.integer({ min: 5, max: 500 }).chain((n) => fc.integer({ min: 1, max: n - 1 }).map((x) => of(x, n)));
  fc.assert(
    fc.property(fc.array(point, { minLength: 2, maxLength: 30 }), (points) => {
      const people = points.flatMap(({ numerator, denominator }) =>
        Array.from({ length: denominator }, (_, at): number => (at < numerator ? 1 : 0)),
      );
      const share = people.reduce((sum, met) => sum + met, 0) / people.length;
      const spread = (n: number) => Math.sqrt((share - share ** 2) / n);
      const z = points.map(({ numerator, denominator: n }) => (numerator / n - share) / spread(n));
      let path = 0;
      for (let at = 1; at < z.length; at++) path += Math.abs(z[at]! - z[at - 1]!);
      const widened = path / (z.length - 1) / 1.128;
      pPrimeChart(points).limits.forEach(({ lower, upper }, at) => {
        const reach = 3 * spread(points[at]!.denominator);
        expect(upper).toBeCloseTo(Math.min(1, share + widened * reach), 9);
        expect(lower).toBeCloseTo(Math.max(0, share - widened * reach), 9);
        expect(pChart(points).limits[at]!.upper).toBeCloseTo(Math.min(1, share + reach), 9);
      });
    }),
    { seed: 17, numRuns: 200 },
  );
});

test("refuses a point of nobody, and a baseline of one point", () => {
  expect(() => pChart([of(1, 2), of(0, 0)])).toThrow("invalid proportion: 0 of 0");
  expect(() => pChart([of(1, 2)])).toThrow("invalid baseline: 1 of 1 points");
});
