import fc from "fast-check";
import { expect, test } from "vitest";
import { runChart } from "../../models/statistics/run-chart.ts";

const around = (signs: string) => [...signs].map((sign) => (sign === "+" ? 1 : sign === "-" ? -1 : 0));

test("ten points by hand: runs of 2, 1, 1, 2, 1, 2 and 1, so the median is crossed six times", () => {
  const { median, longestRun, longestRunAllowed, crossings, crossingsExpected, signal } = runChart(
    around("++-+--+--+"),
  );
  expect({ median, longestRun, longestRunAllowed, crossings, crossingsExpected, signal }).toEqual({
    median: 0,
    longestRun: 2,
    longestRunAllowed: 6,
    crossings: 6,
    crossingsExpected: 2,
    signal: false,
  });
});

test.each([
  [10, 6, 2],
  [12, 7, 3],
  [16, 7, 4],
  [20, 7, 6],
  [24, 8, 8],
  [30, 8, 10],
  [60, 9, 23],
])("of %i useful points a run of %i and %i crossings may be chance (scipy 1.17)", (points, run, crossings) => {
  const values = Array.from({ length: points }, (_, at) => (at % 2 ? 1 : -1));
  expect(runChart(values)).toMatchObject({ useful: points, longestRunAllowed: run, crossingsExpected: crossings });
});

test("a shift halfway is a signal, by its run and by its one crossing", () => {
  expect(runChart(around("-------+++++++"))).toMatchObject({ longestRun: 7, crossings: 1, signal: true });
});

test("a run of seven among ten is a signal, and one of six is not", () => {
  expect(runChart(around("+-+++++++-"), 2).signal).toBe(true);
  expect(runChart(around("+-++++++-+"), 2).signal).toBe(false);
});

test("points on the median are left out and do not end a run", () => {
  expect(runChart(around("+0+-0-"))).toMatchObject({ median: 0, useful: 4, longestRun: 2, crossings: 1 });
});

test("a series that never changes says nothing", () => {
  expect(runChart([0.1, 0.1, 0.1])).toMatchObject({ useful: 0, longestRun: 0, crossings: 0, signal: false });
});

test("the median may be locked to the first points", () => {
  expect(runChart([1, 3, 9, 9, 9], 2).median).toBe(2);
  expect(() => runChart([1])).toThrow("invalid baseline: 1 of 1 points");
});

/** The fewest heads in so many tosses that at least one in twenty falls short of or meets, from Pascal's triangle. */
function fewestHeads(tosses: number): number {
  let row = [1n];
  for (let toss = 0; toss < tosses; toss++) row = [1n, ...row.slice(1).map((ways, at) => ways + row[at]!), 1n];
  let [heads, below] = [0, row[0]!];
  while (below * 20n < 2n ** BigInt(tosses)) below += row[++heads]!;
  return heads;
}

test("agrees with counting runs as letters and heads in Pascal's triangle", () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 2, maxLength: 40 }), (values) => {
      const sorted = [...values].sort((a, b) => a - b);
      const doubleMedian = sorted[Math.floor((values.length - 1) / 2)]! + sorted[Math.floor(values.length / 2)]!;
      const letters = values
        .map((value) => (2 * value > doubleMedian ? "a" : 2 * value < doubleMedian ? "b" : ""))
        .join("");
      const runs = letters.match(/a+|b+/g) ?? [];
      const chart = runChart(values);
      expect(chart.useful).toBe(letters.length);
      expect(chart.longestRun).toBe(Math.max(0, ...runs.map((run) => run.length)));
      expect(chart.crossings).toBe(Math.max(0, runs.length - 1));
      if (letters.length > 0) expect(chart.crossingsExpected).toBe(fewestHeads(letters.length - 1));
    }),
    { seed: 19, numRuns: 300 },
  );
});
