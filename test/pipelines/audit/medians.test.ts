import { expect, test } from "vitest";
import { hourlyWageGain } from "../../../models/measures/hourly-wage-gain.ts";
import type { PublishedCell, PublishedMedian } from "../../../models/published.ts";
import { checkMedians } from "../../../pipelines/audit/medians.ts";

const key = {
  ...{ measure: "hourly-wage-gain", series: "all", slice: "partner", member: "hub" },
  ...{ period_kind: "all", period: "to-date" },
} as const;
const shown = { ...key, median: "gain", status: "shown", n: 40, value: 1.2, low: -0.4, high: 2.5 } as const;
const limits = { threshold: 11, minimumDenominator: 20, width: 10 };

/** Kinds of failures of one median beside one count. */
function failures(row: Partial<PublishedMedian>, count: Partial<PublishedCell> = { value: 40 }) {
  const cell = { ...key, part: "waged_after", status: "shown", value: null, ...count } as PublishedCell;
  const median = { ...shown, ...row } as PublishedMedian;
  return checkMedians({ cell: [cell], median: [median] }, [hourlyWageGain], limits).map(({ kind }) => kind);
}

test("a median of enough people beside their shown count is sound, and so is a blank one of a withheld count", () => {
  expect(failures({})).toEqual([]);
  expect(failures({ status: "withheld", n: null, value: null, low: null, high: null }, {})).toEqual([]);
});

test("a median of one person fewer than the minimum is found, and one with fewer than 10 values beyond an end", () => {
  expect(failures({ n: 19 }, { value: 19 })).toEqual(["below threshold"]);
  expect(failures({ n: 32 }, { value: 32 })).toEqual(["below threshold"]);
  expect(failures({ n: 33 }, { value: 33 })).toEqual([]);
});

test.each<[string, Partial<PublishedMedian>, Partial<PublishedCell>]>([
  ["a median beside a count that is withheld", {}, { status: "withheld" }],
  ["another number of people than the count", { n: 41 }, { value: 40 }],
  ["a value that is there although the status says there is none", { status: "withheld" }, { value: 40 }],
  ["a value outside its interval", { value: 2.6 }, { value: 40 }],
  ["a median that no measure declares", { median: "other" }, { value: 40 }],
  [
    "a median by quarter",
    { period_kind: "quarter", period: "2025-Q1" },
    { period_kind: "quarter", period: "2025-Q1", value: 40 },
  ],
])("%s is found", (_, row, count) => {
  expect(failures(row, count)).toEqual(["contradiction"]);
});
