import fc from "fast-check";
import { expect, test } from "vitest";
import { type Observation, riskCounts, riskTable } from "../../models/statistics/risk-counts.ts";

const lost = (...days: number[]): Observation[] => days.map((day) => ({ days: day, ended: true }));
const seen = (...days: number[]): Observation[] => days.map((day) => ({ days: day, ended: false }));

test("one count per day on which anybody's time ended; who leaves on a day is at risk on it", () => {
  expect(riskCounts([...lost(5, 5, 9), ...seen(5, 7)])).toEqual([
    { days: 5, atRisk: 5, events: 2, censored: 1 },
    { days: 7, atRisk: 2, events: 0, censored: 1 },
    { days: 9, atRisk: 1, events: 1, censored: 0 },
  ]);
  expect(riskCounts([])).toEqual([]);
});

test("who came under observation on a day is at risk from the day after", () => {
  const late: Observation = { days: 40, ended: true, from: 20 };
  expect(riskCounts([...lost(20, 21), late]).map(({ days, atRisk }) => [days, atRisk])).toEqual([
    [20, 2],
    [21, 2],
    [40, 1],
  ]);
});

test("a job lost on its first day counts, and so does one seen only then", () => {
  expect(riskCounts([...lost(0), ...seen(0)])).toEqual([{ days: 0, atRisk: 2, events: 1, censored: 1 }]);
});

test("a risk table of five people: on day 7 two are still followed, two had lost the job and one was last seen", () => {
  const five = [...lost(5, 5, 9), ...seen(5, 7)];
  expect(riskTable(five, [0, 5, 7, 10])).toEqual([
    { days: 0, atRisk: 5, events: 0, censored: 0 },
    { days: 5, atRisk: 5, events: 0, censored: 0 },
    { days: 7, atRisk: 2, events: 2, censored: 1 },
    { days: 10, atRisk: 0, events: 3, censored: 2 },
  ]);
});

test("who came under observation on day 20 is in the risk table from day 21", () => {
  const late: Observation = { days: 40, ended: true, from: 20 };
  expect(riskTable([late], [20, 21, 40]).map(({ atRisk }) => atRisk)).toEqual([0, 1, 1]);
});

test("without delayed entry a row of the risk table adds up to everybody, and its people at risk are those of the counts", () => {
  const observation = fc.record({ days: fc.integer({ min: 0, max: 30 }), ended: fc.boolean() });
  fc.assert(
    fc.property(fc.array(observation, { maxLength: 40 }), fc.integer({ min: 0, max: 40 }), (observations, day) => {
      const { atRisk, events, censored } = riskTable(observations, [day])[0]!;
      expect(atRisk + events + censored).toBe(observations.length);
      const next = riskCounts(observations).find(({ days }) => days >= day);
      expect(atRisk).toBe(next?.atRisk ?? 0);
    }),
    { seed: 7, numRuns: 300 },
  );
});

test("refuses time that ends before it begins, and days that are not 0 or more", () => {
  expect(() => riskCounts([{ days: 5, ended: true, from: 5 }])).toThrow("no time observed: 5 to 5");
  expect(() => riskCounts([{ days: -1, ended: true }])).toThrow("invalid days: -1");
  expect(() => riskCounts([{ days: Number.NaN, ended: true }])).toThrow("invalid days: NaN");
});
