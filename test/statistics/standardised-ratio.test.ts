import fc from "fast-check";
import { expect, test } from "vitest";
import { type StratumCount, standardisedRatios } from "../../models/statistics/standardised-ratio.ts";

const count = (unit: string, stratum: string, numerator: number, denominator: number): StratumCount => ({
  unit,
  stratum: [stratum],
  numerator,
  denominator,
});

test("two agencies by hand: of people in crisis 30 of 100 get there, of people safe 80 of 100", () => {
  const [hard, easy] = standardisedRatios([
    count("hard", "crisis", 28, 80),
    count("hard", "safe", 18, 20),
    count("easy", "crisis", 2, 20),
    count("easy", "safe", 62, 80),
  ]);
  expect(hard).toMatchObject({ unit: "hard", observed: 46, expected: 40 });
  expect(hard!.ratio).toBeCloseTo(1.15, 12);
  expect(hard!.adjustedRate).toBeCloseTo(1.15 * 0.55, 12);
  expect(easy).toMatchObject({ observed: 64, expected: 70 });
  expect(easy!.ratio).toBeCloseTo(64 / 70, 12);
});

test("groups a, b and c of several strata (test vector of FunnelPlotR)", () => {
  const observedAndExpected: [string, number, number][] = [
    ["a", 100, 102],
    ["a", 150, 135],
    ["a", 180, 165],
    ["b", 89, 95],
    ["b", 120, 100],
    ["c", 225, 220],
  ];
  const counts = observedAndExpected.flatMap(([unit, observed, expected], at) => [
    count(unit, `stratum ${at}`, observed, 1000),
    count("everybody else", `stratum ${at}`, 10 * expected - observed, 9000),
  ]);
  const ratios = standardisedRatios(counts).filter(({ unit }) => unit !== "everybody else");
  expect(ratios.map(({ ratio }) => Number(ratio!.toFixed(6)))).toEqual([1.069652, 1.071795, 1.022727]);
});

test("small strata have their rate together: 3 of 6 and 1 of 6 are expected 2 each", () => {
  const counts = [count("one", "crisis", 3, 6), count("other", "vulnerable", 1, 6), count("other", "safe", 20, 40)];
  const [one, other] = standardisedRatios(counts, 11);
  expect(one).toMatchObject({ observed: 3, expected: 2, ratio: 1.5 });
  expect(other).toMatchObject({ observed: 21, expected: 22 });
  expect(standardisedRatios(counts).map(({ ratio }) => ratio)).toEqual([1, 1]);
});

test("there is no ratio where nobody was expected, and an empty stratum changes nothing", () => {
  const counts = [count("one", "crisis", 0, 9), count("other", "safe", 5, 10), count("other", "crisis", 0, 0)];
  const [one, other] = standardisedRatios(counts);
  expect(one).toEqual({ unit: "one", observed: 0, expected: 0, ratio: null, adjustedRate: null });
  expect(other).toMatchObject({ observed: 5, expected: 5, ratio: 1 });
  expect(standardisedRatios([])).toEqual([]);
});

/** The expected count of a unit by taking everybody in turn and looking up how people of the same stratum fared. */
function personByPerson(counts: readonly StratumCount[], unit: string): number {
  const people = counts.flatMap((row) =>
    Array.from({ length: row.denominator }, (_, at) => ({ ...row, met: at < row.numerator })),
  );
  return people
    .filter((person) => person.unit === unit)
    .reduce((sum, { stratum }) => {
      const alike = people.filter((person) => person.stratum[0] === stratum[0]);
      return sum + alike.filter(({ met }) => met).length / alike.length;
    }, 0);
}

const counts = fc.array(
  fc
    .tuple(fc.constantFrom("a", "b", "c"), fc.constantFrom("crisis", "vulnerable", "safe"), fc.nat(12), fc.nat(12))
    .map(([unit, stratum, met, missed]) => count(unit, stratum, met, met + missed)),
  { minLength: 1, maxLength: 8 },
);

test("agrees with looking up everybody in turn; observed and expected add up to the same, collapsed or not", () => {
  fc.assert(
    fc.property(counts, fc.nat(40), (rows, minimum) => {
      for (const { unit, expected } of standardisedRatios(rows))
        expect(expected).toBeCloseTo(personByPerson(rows, unit), 9);
      const ratios = standardisedRatios(rows, minimum);
      const total = (of: "observed" | "expected") => ratios.reduce((sum, ratio) => sum + ratio[of], 0);
      expect(total("expected")).toBeCloseTo(total("observed"), 9);
    }),
    { seed: 13, numRuns: 300 },
  );
});

test("refuses what is not a proportion", () => {
  expect(() => standardisedRatios([count("one", "crisis", 3, 2)])).toThrow("invalid proportion: 3 of 2");
});
