import { expect, test } from "vitest";
import { matrixMovement } from "../../../models/measures/matrix-movement.ts";
import type { CellStatus, PublishedCell } from "../../../models/published.ts";
import { checkSameInEverySeries } from "../../../pipelines/audit/same-in-every-series.ts";

/** The number of people without a baseline in the network to date, as one domain prints it. */
const withoutBaseline = (
  series: string,
  value: number | null,
  status: CellStatus = value === null ? "withheld" : "shown",
) =>
  ({
    measure: "matrix-movement",
    series,
    slice: "network",
    member: "network",
    period_kind: "all",
    period: "to-date",
    part: "no_baseline",
    status,
    value,
  }) as PublishedCell;

const failures = (...cells: PublishedCell[]) => checkSameInEverySeries(cells, [matrixMovement], 11).length;

test("the same number in every domain gives nothing away, and neither do numbers that differ by many people", () => {
  expect(failures(withoutBaseline("housing", 64), withoutBaseline("food", 64), withoutBaseline("safety", 40))).toBe(0);
  expect(failures(withoutBaseline("housing", null), withoutBaseline("food", null))).toBe(0);
});

test("a number withheld in one domain and printed in another is a leak", () => {
  expect(failures(withoutBaseline("housing", 64), withoutBaseline("food", null))).toBe(1);
});

test("two domains that differ by few people are a leak", () => {
  expect(failures(withoutBaseline("housing", 64), withoutBaseline("safety", 60))).toBe(1);
  expect(failures(withoutBaseline("housing", 64), withoutBaseline("safety", 53))).toBe(0);
});
