import { expect, test } from "vitest";
import { servicesDelivered } from "../../../models/measures/services-delivered.ts";
import type { PublishedCell, PublishedSum } from "../../../models/published.ts";
import { checkSums } from "../../../pipelines/audit/sums.ts";

const key = {
  ...{ measure: "services-delivered", series: "training", slice: "network", member: "network" },
  ...{ period_kind: "all", period: "to-date" },
} as const;
const shown = { ...key, sum: "dollars", status: "shown", n: 40, value: 4900 } as const;
const limits = { threshold: 11, minimumDenominator: 20 };

/** Kinds of failures of one sum beside one count. */
function failures(row: Partial<PublishedSum>, count: Partial<PublishedCell> = { value: 40 }) {
  const cell = { ...key, part: "served", status: "shown", value: null, ...count } as PublishedCell;
  const sum = { ...shown, ...row } as PublishedSum;
  return checkSums({ cell: [cell], sum: [sum] }, [servicesDelivered], limits).map(({ kind }) => kind);
}

test("a rounded sum of enough people beside their shown count is sound, and so is a blank one", () => {
  expect(failures({})).toEqual([]);
  expect(failures({ status: "withheld", value: null })).toEqual([]);
  expect(failures({ status: "withheld", n: null, value: null }, {})).toEqual([]);
});

test("a sum of one person fewer than the minimum is found", () => {
  expect(failures({ n: 20 }, { value: 20 })).toEqual([]);
  expect(failures({ n: 19 }, { value: 19 })).toEqual(["below threshold"]);
});

test.each<[string, Partial<PublishedSum>, Partial<PublishedCell>]>([
  ["a sum beside a count that is withheld", {}, { status: "withheld" }],
  ["another number of people than the count", { n: 41 }, { value: 40 }],
  ["a value that is there although the status says there is none", { status: "withheld" }, { value: 40 }],
  ["a sum to the dollar", { value: 4938 }, { value: 40 }],
  ["a sum below zero", { value: -100 }, { value: 40 }],
  ["a sum that no measure declares", { sum: "other" }, { value: 40 }],
  ["a sum of a partner", { slice: "partner", member: "hub" }, { slice: "partner", member: "hub", value: 40 }],
  ["a sum of a year", { period_kind: "year", period: "PY2025" }, { period_kind: "year", period: "PY2025", value: 40 }],
])("%s is found", (_, row, count) => {
  expect(failures(row, count)).toEqual(["contradiction"]);
});
