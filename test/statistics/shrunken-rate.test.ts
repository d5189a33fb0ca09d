import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { betaPrior, shrunkenRates } from "../../models/statistics/shrunken-rate.ts";
import { wilson } from "../../models/statistics/wilson.ts";

const of = (numerator: number, denominator: number) => ({ numerator, denominator });
const five = [of(45, 60), of(30, 60), of(60, 80), of(10, 40), of(80, 100)];

describe("five agencies (worked out with numpy and scipy 1.17)", () => {
  test("the prior counts as 4.6 people of whom 66 % met the measure", () => {
    expect(betaPrior(five).share).toBeCloseTo(0.6617647058823529, 12);
    expect(betaPrior(five).people).toBeCloseTo(4.605265846929392, 9);
  });
  test.each([
    [0, 0.7437103116724798, 0.63145408, 0.84168576],
    [1, 0.5115310952671203, 0.39064304, 0.63174247],
    [2, 0.7451971430805625, 0.64775667, 0.83166379],
    [3, 0.29251260251375605, 0.17014842, 0.43248992],
    [4, 0.793914166044262, 0.71174262, 0.86545161],
  ])("agency %i", (at, share, low, high) => {
    const rate = shrunkenRates(five)[at]!;
    expect(rate.share).toBeCloseTo(share, 12);
    expect(rate.low).toBeCloseTo(low, 8);
    expect(rate.high).toBeCloseTo(high, 8);
  });
});

test("the prior by hand: 20 of 100 and 80 of 100 are correlated by (72 - 1) / 99 within agencies", () => {
  const { share, people } = betaPrior([of(20, 100), of(80, 100)]);
  expect(share).toBe(0.5);
  expect(people).toBe(2);
  const near = betaPrior([of(40, 100), of(60, 100)]);
  expect(near.people).toBeCloseTo(1 / ((8 - 1) / 99) - 1, 9);
});

test("where agencies differ no more than chance explains, all have the share of all and its interval", () => {
  expect(shrunkenRates([of(20, 40), of(41, 80)])).toEqual([wilson(61, 120), wilson(61, 120)]);
  expect(shrunkenRates([of(0, 30), of(0, 12)])).toEqual([wilson(0, 42), wilson(0, 42)]);
  expect(shrunkenRates([of(7, 9)])).toEqual([wilson(7, 9)]);
  expect(betaPrior([of(0, 1), of(1, 1), of(1, 1)]).people).toBe(Infinity);
});

/** The chance below a share of a posterior, in steps of a hundred-thousandth. */
function posteriorBelow(share: number, met: number, missed: number): number {
  const steps = 100_000;
  const peak = (met - 1) / (met + missed - 2);
  const height = (x: number) => (met - 1) * Math.log(x / peak) + (missed - 1) * Math.log((1 - x) / (1 - peak));
  let [below, all] = [0, 0];
  for (let step = 0; step < steps; step++) {
    const x = (step + 0.5) / steps;
    const weight = Math.exp(height(x));
    all += weight;
    if (x < share) below += weight;
  }
  return below / all;
}

test("the interval leaves 2.5 % of the posterior on either side, added up in thin slices", () => {
  const { share, people } = betaPrior(five);
  shrunkenRates(five).forEach(({ low, high }, at) => {
    const { numerator, denominator } = five[at]!;
    const [met, missed] = [numerator + share * people, denominator - numerator + (1 - share) * people];
    expect(posteriorBelow(low, met, missed)).toBeCloseTo(0.025, 4);
    expect(posteriorBelow(high, met, missed)).toBeCloseTo(0.975, 4);
  });
});

/** The method of moments person by person: how much likelier than chance two people of one agency are to fare alike. */
function correlation(units: readonly { numerator: number; denominator: number }[]): number {
  const people = units.reduce((sum, { denominator }) => sum + denominator, 0);
  const share = units.reduce((sum, { numerator }) => sum + numerator, 0) / people;
  const squares = units.reduce((sum, { numerator, denominator: n }) => sum + (numerator - n * share) ** 2 / n, 0);
  const between = squares / (share * (1 - share));
  const own = units.reduce((sum, { denominator: n }) => sum + n * (1 - n / people), 0);
  return (between - (units.length - 1)) / (own - (units.length - 1));
}

test("every share lies between the agency's own and that of all, and the prior is that of the correlation", () => {
  const unit = fc
    .integer({ min: 2, max: 90 })
    .chain((n) => fc.integer({ min: 0, max: n }).map((numerator) => of(numerator, n)));
  fc.assert(
    fc.property(fc.array(unit, { minLength: 2, maxLength: 6 }), (units) => {
      const { share, people } = betaPrior(units);
      const rho = correlation(units);
      if (rho > 0) expect(people).toBeCloseTo(Math.max(2, 1 / rho - 1), 6);
      shrunkenRates(units).forEach((rate, at) => {
        const own = units[at]!.numerator / units[at]!.denominator;
        expect(rate.share).toBeGreaterThanOrEqual(Math.min(own, share) - 1e-12);
        expect(rate.share).toBeLessThanOrEqual(Math.max(own, share) + 1e-12);
        expect(rate.low).toBeLessThan(rate.high);
      });
    }),
    { seed: 14, numRuns: 200 },
  );
});

test("agencies of which all or none met the measure are still not certain", () => {
  const [none, all] = shrunkenRates([of(0, 30), of(30, 30)]);
  expect(none!.share).toBeCloseTo(1 / 32, 12);
  expect(none!.high).toBeGreaterThan(0.05);
  expect(all!.low).toBeLessThan(0.95);
});

test("refuses no agencies, and an agency of nobody", () => {
  expect(() => shrunkenRates([])).toThrow("invalid proportion: 0 of 0");
  expect(() => shrunkenRates([of(1, 2), of(0, 0)])).toThrow("invalid proportion: 0 of 0");
});
