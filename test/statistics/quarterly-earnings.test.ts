import { expect, test } from "vitest";
import { quarterlyEarnings } from "../../models/statistics/quarterly-earnings.ts";

test("converts as attachment III of the joint WIOA guidance does", () => {
  expect(quarterlyEarnings({ cents: 725, every: "hour", hoursPerWeek: 32 })).toBe(301_600);
  expect(quarterlyEarnings({ cents: 29_000, every: "week" })).toBe(377_000);
  expect(quarterlyEarnings({ cents: 58_000, every: "two_weeks" })).toBe(377_000);
  expect(quarterlyEarnings({ cents: 125_667, every: "month" })).toBe(377_001);
  expect(quarterlyEarnings({ cents: 1_508_000, every: "year" })).toBe(377_000);
});

test("gives whole cents", () => {
  expect(quarterlyEarnings({ cents: 1_000_001, every: "year" })).toBe(250_000);
  expect(quarterlyEarnings({ cents: 725, every: "hour", hoursPerWeek: 37.5 })).toBe(353_438);
});
