import { describe, expect, test } from "vitest";
import { employmentAfterExit } from "../../../models/measures/employment-after-exit.ts";
import { hourlyWageGain } from "../../../models/measures/hourly-wage-gain.ts";
import type { PublishedCell } from "../../../models/published.ts";
import type { MedianFigureTable } from "../../../models/warehouse.ts";
import { mediansOf } from "../../../pipelines/protect/medians.ts";

const cell = (facts: Partial<PublishedCell> = {}) =>
  ({
    ...{ measure: "hourly-wage-gain", series: "all", slice: "partner", member: "hub" },
    ...{ period_kind: "all", period: "to-date", part: "waged_after", status: "shown", value: 40, ...facts },
  }) as PublishedCell;
const figure = (facts: Partial<MedianFigureTable> = {}): MedianFigureTable => ({
  ...{ measure: "hourly-wage-gain", series: "all", slice: "partner", member: "hub", median: "gain" },
  ...{ people: 40, value: 124.5, low: -36, high: 250, ...facts },
});
const medians = (cells: readonly PublishedCell[], figures = [figure()]) =>
  mediansOf(figures, cells, [hourlyWageGain, employmentAfterExit], { minimumDenominator: 20, width: 10 });

describe("a median of a shown count", () => {
  test("is rounded to 10 cents of an hour and to a dollar of a quarter", () => {
    expect(medians([cell()])).toMatchObject([{ status: "shown", n: 40, value: 1.2, low: -0.4, high: 2.5 }]);
    const quarter = {
      measure: "employment-after-exit",
      median: "earnings_q2",
      value: 420_050,
      low: 390_049,
      high: 500_000,
    };
    const earned = cell({ measure: "employment-after-exit", part: "earnings_known" });
    expect(medians([earned], [figure(quarter)])).toMatchObject([
      { median: "earnings_q2", value: 4201, low: 3900, high: 5000 },
    ]);
  });
  test("is not shown of one person fewer than the minimum, whose count is", () => {
    const [row] = medians([cell({ value: 19 })], [figure({ people: 19 })]);
    expect(row).toMatchObject({ status: "too_few_to_rate", n: 19, value: null, low: null, high: null });
  });
  test("is not shown where fewer than 10 values lie beyond an end of its interval, which would tell how many earn less", () => {
    const of = (people: number) => medians([cell({ value: people })], [figure({ people })])[0]!.status;
    expect([32, 33].map(of)).toEqual(["too_few_to_rate", "shown"]);
  });
  test("stops the run when it is of other people than the count", () => {
    expect(() => medians([cell({ value: 41 })])).toThrow("a median of other people than its count");
  });
});

test.each(["withheld", "not_collected", "not_applicable"] as const)(
  "where the count is %s, so is the median",
  (status) => {
    const [row] = medians([cell({ status, value: null })]);
    expect(row).toMatchObject({ status, n: null, value: null, low: null, high: null });
  },
);

test("there is none by group, by year or beside another part", () => {
  const year = { period_kind: "year", period: "PY2025" } as const;
  expect(medians([cell({ slice: "gender", member: "woman" }), cell(year), cell({ part: "higher" })])).toEqual([]);
});
