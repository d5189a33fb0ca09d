import { expect, test } from "vitest";
import { earningsChange } from "../../../models/measures/earnings-change.ts";
import { hourlyWageGain } from "../../../models/measures/hourly-wage-gain.ts";
import type { FigureKey, PublishedMedian } from "../../../models/published.ts";
import { addressOf } from "../../../models/relations/cell.ts";
import { amountAt } from "../../../models/relations/moved-by-few.ts";
import { holdBackMedians } from "../../../pipelines/protect/hold-back.ts";
import { earlierRelease } from "../../support/earlier-release.ts";

const measure = [earningsChange, hourlyWageGain].find(({ medians }) => medians && medians.length > 0)!;
const { id, among } = measure.medians![0]!;
const place: FigureKey = {
  measure: measure.id,
  series: "all",
  slice: "network",
  member: "network",
  period_kind: "all",
  period: "to-date",
};
const row = (n: number, value: number) =>
  ({ ...place, median: id, status: "shown", n, value, low: 1, high: 9000 }) as PublishedMedian;
const past = {
  ...earlierRelease([], []),
  printed: new Map([[addressOf({ ...place, part: among }), { value: 40, release: 1 }]]),
  amounts: new Map([[amountAt("median", place, id), 4000]]),
};
const held = (n: number, value: number) => holdBackMedians([row(n, value)], [measure], past, 11)[0]!;

test("a median that moved is held back while few people have come or gone since it was printed", () => {
  expect(held(40, 4100)).toMatchObject({ status: "withheld", value: null, low: null, high: null, n: 40 });
  expect(held(50, 4100).status).toBe("withheld");
  expect(held(51, 4100)).toMatchObject({ status: "shown", value: 4100 });
  expect(held(29, 4100).status).toBe("shown");
});

test("a median that is what it was is printed", () => {
  expect(held(40, 4000)).toMatchObject({ status: "shown", value: 4000 });
});
