import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { kaplanMeier, stepOn } from "../../models/statistics/kaplan-meier.ts";
import { medianTime } from "../../models/statistics/median-time.ts";
import type { Observation } from "../../models/statistics/risk-counts.ts";
import { type CountedInterval, lifeTable, survivalTable } from "../../models/statistics/survival-table.ts";

const lost = (...days: number[]): Observation[] => days.map((day) => ({ days: day, ended: true }));
const seen = (...days: number[]): Observation[] => days.map((day) => ({ days: day, ended: false }));

/** Counts of the intervals that end on the days of the grid. */
const counted = (observations: readonly Observation[], grid: readonly number[]): CountedInterval[] =>
  grid.map((days, at) => {
    const after = grid[at - 1] ?? -Infinity;
    const leaving = observations.filter((one) => one.days > after && one.days <= days);
    const events = leaving.filter(({ ended }) => ended).length;
    const atRisk = observations.filter((one) => one.days > after).length;
    return { days, atRisk, events, censored: leaving.length - events };
  });

describe("by hand, ten people", () => {
  const ten = counted([...lost(30, 30, 60), ...seen(30, 60, 60, 90, 90, 90, 90)], [30, 60, 90]);
  test("two of 10 are lost by day 30, one of the 7 still followed by day 60, nobody of the 4 after", () => {
    const { rows, median, whole } = survivalTable(ten);
    expect(rows.map(({ days, atRisk, events, censored }) => [days, atRisk, events, censored])).toEqual([
      [30, 10, 2, 1],
      [60, 7, 1, 2],
      [90, 4, 0, 4],
    ]);
    expect(rows[0]!.share).toBeCloseTo(8 / 10, 12);
    expect(rows[1]!.share).toBeCloseTo((8 / 10) * (6 / 7), 12);
    expect(rows[2]!.share).toBe(rows[1]!.share);
    expect(median.days).toBeNull();
    expect(whole).toBe(true);
  });
  test("in a life table half of those last seen are at risk: 2 of 9.5, then 1 of 6", () => {
    const { rows } = lifeTable(ten);
    expect(rows.map(({ atRisk }) => atRisk)).toEqual([10, 7, 4]);
    expect(rows[1]!.share).toBeCloseTo((1 - 2 / 9.5) * (1 - 1 / 6), 12);
    const greenwood = 2 / (9.5 * 7.5) + 1 / (6 * 5);
    expect(rows[1]!.standardError).toBeCloseTo(rows[1]!.share * Math.sqrt(greenwood), 12);
  });
  test("both end before a count that is not known, and a median not reached may then be unknown", () => {
    for (const table of [survivalTable, lifeTable]) {
      const cut = table([ten[0]!, { ...ten[1]!, censored: null }, ten[2]!]);
      expect(cut.rows.map(({ days }) => days)).toEqual([30]);
      expect(cut.whole).toBe(false);
      expect(table([{ ...ten[0]!, atRisk: null }, ten[1]!]).rows).toEqual([]);
    }
  });
  test("nothing rests on fewer than the minimum at risk: seven are enough for seven, not for eight", () => {
    expect(survivalTable(ten, 7).rows.map(({ days }) => days)).toEqual([30, 60]);
    expect(survivalTable(ten, 8).rows.map(({ days }) => days)).toEqual([30]);
  });
  test("refuses counts that contradict each other", () => {
    const more = { days: 30, atRisk: 4, events: 3, censored: 2 };
    expect(() => survivalTable([more])).toThrow("invalid counts by day 30: 3 and 2 of 4");
  });
});

const observation = (days: fc.Arbitrary<number>) =>
  fc.array(fc.record({ days, ended: fc.boolean() }), { minLength: 1, maxLength: 40 });

test("is the exact curve when all days are on the grid", () => {
  const grid = [0, 7, 14, 30, 60, 90];
  fc.assert(
    fc.property(observation(fc.constantFrom(...grid)), (observations) => {
      const exact = kaplanMeier(observations);
      const { rows, median } = survivalTable(counted(observations, grid), 0);
      for (const { days, share, low, high } of rows) {
        const step = stepOn(exact, days) ?? { share: 1, low: null, high: null };
        expect({ share, low, high }).toEqual({ share: step.share, low: step.low, high: step.high });
      }
      expect(median).toEqual(medianTime(exact));
    }),
    { seed: 11, numRuns: 300 },
  );
});

test("is never below the exact curve or the life table, and all three are one where nobody is censored", () => {
  const grid = [14, 30, 90];
  const shareOf = (observations: readonly Observation[], day: number) =>
    stepOn(kaplanMeier(observations), day)?.share ?? 1;
  fc.assert(
    fc.property(observation(fc.integer({ min: 0, max: 90 })), (observations) => {
      const counts = counted(observations, grid);
      const actuarial = lifeTable(counts).rows;
      survivalTable(counts).rows.forEach(({ days, share }, at) => {
        expect(share).toBeGreaterThanOrEqual(shareOf(observations, days) - 1e-12);
        expect(actuarial[at]!.share).toBeLessThanOrEqual(share + 1e-12);
      });
      const allEnd = observations.map((one) => ({ ...one, ended: true }));
      for (const table of [survivalTable, lifeTable])
        for (const { days, share } of table(counted(allEnd, grid)).rows)
          expect(share).toBeCloseTo(shareOf(allEnd, days), 9);
    }),
    { seed: 12, numRuns: 300 },
  );
});
