import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { kaplanMeier, stepOn, whileAtRisk } from "../../models/statistics/kaplan-meier.ts";
import type { Observation } from "../../models/statistics/risk-counts.ts";

const lost = (...days: number[]): Observation[] => days.map((day) => ({ days: day, ended: true }));
const seen = (...days: number[]): Observation[] => days.map((day) => ({ days: day, ended: false }));

/** Weeks of remission on 6-MP (Gehan 1965; Freireich and others 1963). */
const gehan = [...lost(6, 6, 6, 7, 10, 13, 16, 22, 23), ...seen(6, 9, 10, 11, 17, 19, 20, 25, 32, 32, 34, 35)];

describe("Gehan's 6-MP patients", () => {
  const steps = kaplanMeier(gehan);
  test.each([
    [6, 21, 3, 1, 0.857143, 0.07636, 0.619718, 0.951552],
    [7, 17, 1, 0, 0.806723, 0.086935, 0.563147, 0.922809],
    [10, 15, 1, 1, 0.752941, 0.09635, 0.5032, 0.889362],
    [13, 12, 1, 0, 0.690196, 0.106815, 0.43161, 0.849066],
    [16, 11, 1, 0, 0.627451, 0.114054, 0.367511, 0.804912],
    [22, 7, 1, 0, 0.537815, 0.128234, 0.267779, 0.746791],
    [23, 6, 1, 0, 0.448179, 0.134591, 0.188052, 0.680143],
  ])("at week %i", (days, atRisk, events, censored, share, standardError, low, high) => {
    const step = stepOn(steps, days)!;
    expect(step).toMatchObject({ days, atRisk, events, censored });
    expect(step.share).toBeCloseTo(share, 6);
    expect(step.standardError).toBeCloseTo(standardError, 6);
    expect(step.low).toBeCloseTo(low, 6);
    expect(step.high).toBeCloseTo(high, 6);
  });
  test("have one step per week in which anybody left, and the share stays between events", () => {
    expect(steps).toHaveLength(16);
    expect(stepOn(steps, 9)!.share).toBe(stepOn(steps, 7)!.share);
  });
  test("are drawn to week 17 when ten must be at risk, and not at all when a hundred must", () => {
    expect(whileAtRisk(steps, 10).at(-1)!.days).toBe(17);
    expect(whileAtRisk(steps, 100)).toEqual([]);
  });
});

describe("by hand", () => {
  test("an event comes before a censoring of the same day: who was last seen then is still at risk", () => {
    expect(kaplanMeier([...lost(5), ...seen(5)])).toMatchObject([{ days: 5, atRisk: 2, share: 0.5 }]);
  });
  test("who came under observation late is at risk only from the day after", () => {
    const late: Observation = { days: 40, ended: true, from: 20 };
    const steps = kaplanMeier([...lost(20), ...lost(30), ...seen(50), late]);
    expect(stepOn(steps, 45)!.share).toBeCloseTo((2 / 3) * (2 / 3) * (1 / 2), 12);
  });
  test("before the first day everybody is without the event; after the last person's event nobody is", () => {
    const steps = kaplanMeier(lost(3, 8));
    expect(stepOn(steps, 2)).toBeNull();
    expect(stepOn(steps, 7)!.share).toBe(0.5);
    expect(stepOn(steps, 9)).toMatchObject({ days: 8, share: 0, standardError: null, low: null, high: null });
  });
  test("without an event the share stays 1, and of nobody there is no curve", () => {
    expect(kaplanMeier(seen(3, 8)).map(({ share }) => share)).toEqual([1, 1]);
    expect(kaplanMeier([])).toEqual([]);
  });
  test("one person who has the event takes the share to 0", () => {
    expect(kaplanMeier(lost(4))).toMatchObject([{ days: 4, atRisk: 1, share: 0 }]);
  });
});

/** Efron's redistribution to the right: each censored person's weight goes in equal parts to those still under observation after. */
function redistributed(observations: readonly Observation[]): Map<number, number> {
  const order = observations.toSorted((a, b) => a.days - b.days || Number(b.ended) - Number(a.ended));
  const weight = order.map(() => 1 / order.length);
  let left = 1;
  const shares = new Map<number, number>();
  order.forEach(({ days, ended }, place) => {
    const after = order.length - place - 1;
    if (ended) left -= weight[place]!;
    if (ended) shares.set(days, left);
    else for (let other = place + 1; other < order.length; other++) weight[other]! += weight[place]! / after;
  });
  return shares;
}

const observation = fc.record({ days: fc.integer({ min: 0, max: 30 }), ended: fc.boolean() });

test("agrees with Efron's redistribution to the right", () => {
  fc.assert(
    fc.property(fc.array(observation, { minLength: 1, maxLength: 40 }), (observations) => {
      const steps = kaplanMeier(observations);
      for (const [days, share] of redistributed(observations)) expect(stepOn(steps, days)!.share).toBeCloseTo(share, 9);
    }),
    { seed: 8, numRuns: 400 },
  );
});

/** The share by living through every day with whoever is under observation on it, and its variance from the same days. */
function dayByDay(observations: readonly Observation[], last: number): { share: number; variance: number } {
  let [share, sum] = [1, 0];
  for (let day = 0; day <= last; day++) {
    const followed = observations.filter(({ days, from }) => days >= day && (from === undefined || from < day));
    const gone = followed.filter(({ days, ended }) => ended && days === day).length;
    if (gone === 0) continue;
    const kept = 1 - gone / followed.length;
    share *= kept;
    sum += (1 - kept) / (kept * followed.length);
  }
  return { share, variance: share * share * sum };
}

test("agrees with living through every day, delayed entries included", () => {
  const late = fc
    .record({ from: fc.integer({ min: 0, max: 20 }), after: fc.integer({ min: 1, max: 15 }), ended: fc.boolean() })
    .map(({ from, after, ended }): Observation => ({ from, days: from + after, ended }));
  fc.assert(
    fc.property(fc.array(fc.oneof(observation, late), { minLength: 1, maxLength: 40 }), (observations) => {
      for (const { days, share, standardError } of kaplanMeier(observations)) {
        const expected = dayByDay(observations, days);
        expect(share).toBeCloseTo(expected.share, 9);
        if (standardError !== null) expect(standardError ** 2).toBeCloseTo(expected.variance, 9);
      }
    }),
    { seed: 9, numRuns: 400 },
  );
});

test("where nobody is censored, Greenwood's variance is the binomial one", () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 30 }), { minLength: 1, maxLength: 40 }), (days) => {
      for (const { share, standardError } of kaplanMeier(lost(...days)))
        if (standardError !== null) expect(standardError ** 2).toBeCloseTo((share * (1 - share)) / days.length, 10);
    }),
    { seed: 10, numRuns: 200 },
  );
});
