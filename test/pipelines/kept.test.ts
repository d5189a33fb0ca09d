import { expect, test } from "vitest";
import { closedPeriods, type Kept, seenBy } from "../../pipelines/kept.ts";

const quarter = (name: string, year: string, starts_on: string, ends_on: string, year_ends_on: string) => ({
  ...{ quarter: name, year, starts_on, ends_on, year_ends_on },
});
const kept: Kept = {
  ...{ release: 1, run: "run-1", key_id: "key", as_of: "2025-09-30", manifest: "", programs: [], groups: [] },
  measures: [
    { id: "at-once", version: 1, settles_after_days: 0, by: "quarter" },
    { id: "later", version: 1, settles_after_days: 92, by: "quarter" },
    { id: "yearly", version: 1, settles_after_days: 0, by: "year" },
    { id: "to-date", version: 1, settles_after_days: 0, by: null },
  ],
  quarters: [
    quarter("2025-Q1", "PY2024", "2025-01-01", "2025-03-31", "2025-06-30"),
    quarter("2025-Q2", "PY2024", "2025-04-01", "2025-06-30", "2025-06-30"),
    quarter("2025-Q3", "PY2025", "2025-07-01", "2025-09-30", "2026-06-30"),
  ],
};
const closed = (id: string, version = 1, restated: string[] = []) => {
  const { quarters, years } = closedPeriods({ kept, restated }, { id, version });
  return [...quarters.map((one) => one.quarter), ...years];
};

test("a quarter is closed when a release printed it as settled, on its very last day too, and a year with the last of its quarters", () => {
  expect(closed("at-once")).toEqual(["2025-Q1", "2025-Q2", "2025-Q3", "PY2024"]);
  expect(closed("later")).toEqual(["2025-Q1", "2025-Q2", "PY2024"]);
});

test("what readers see by the year closes by the year, and what they see to date alone never does", () => {
  expect(closed("yearly")).toEqual(["2025-Q1", "2025-Q2", "PY2024"]);
  expect(closed("to-date")).toEqual([]);
  expect(seenBy([{ periods: ["all"] }, { periods: ["all", "year"] }])).toBe("year");
});

test("a quarter that is counted again is open, and so is its year; a measure that is defined anew, or is new, has nothing closed", () => {
  expect(closed("at-once", 1, ["2025-Q1"])).toEqual(["2025-Q2", "2025-Q3"]);
  expect(closed("yearly", 1, ["2025-Q1"])).toEqual([]);
  expect([closed("at-once", 2), closed("unheard-of")]).toEqual([[], []]);
});
