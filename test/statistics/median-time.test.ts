import { expect, test } from "vitest";
import { kaplanMeier } from "../../models/statistics/kaplan-meier.ts";
import { medianTime } from "../../models/statistics/median-time.ts";
import type { Observation } from "../../models/statistics/risk-counts.ts";

const lost = (...days: number[]): Observation[] => days.map((day) => ({ days: day, ended: true }));
const seen = (...days: number[]): Observation[] => days.map((day) => ({ days: day, ended: false }));
const median = (observations: readonly Observation[]) => medianTime(kaplanMeier(observations));

test("of Gehan's 6-MP patients it is 23 weeks, from 13 weeks on; the upper end is not reached", () => {
  const gehan = [...lost(6, 6, 6, 7, 10, 13, 16, 22, 23), ...seen(6, 9, 10, 11, 17, 19, 20, 25, 32, 32, 34, 35)];
  expect(median(gehan)).toEqual({ days: 23, low: 13, high: null });
});

test("when half are left on a day, that is the median; when more are, it is not reached", () => {
  expect(median([...lost(10, 20), ...seen(30, 30)]).days).toBe(20);
  expect(median([...lost(10, 20), ...seen(30, 30, 30)]).days).toBeNull();
});

test("half counts as half when it is so only up to rounding: 12 of 24, one a day", () => {
  const days = Array.from({ length: 12 }, (_, at) => at + 1);
  const steps = kaplanMeier([...lost(...days), ...seen(...days.map(() => 90))]);
  expect(steps[11]!.share).toBeGreaterThan(0.5);
  expect(medianTime(steps).days).toBe(12);
});

test("without an event nothing is reached, and neither is it of nobody", () => {
  expect(median(seen(10, 400))).toEqual({ days: null, low: null, high: null });
  expect(median([])).toEqual({ days: null, low: null, high: null });
});

test("when everybody has the event at once, the upper end of the interval is not reached", () => {
  expect(median(lost(4, 4))).toEqual({ days: 4, low: 4, high: null });
});
