import { expect, test } from "vitest";
import { benefitLoss } from "../../models/measures/benefit-loss.ts";
import type { IncomeTable } from "../../models/warehouse.ts";
import { enrolled, person, type Rows } from "../support/warehouse.ts";
import { columnsOf, countsOf } from "./measured-units.ts";
import { benefited } from "./record-rows.ts";

const six = ["ann", "bob", "cat", "dan", "eve", "fay"];
const entered: Rows = {
  person: six.map((who) => person(who)),
  enrollment: six.map((who) => enrolled(who, "2024-01-10")),
};

/** A report of monthly income from work in dollars, at entry or on the anniversary of 10 January 2024 unless said otherwise. */
const earns = (
  person_key: string,
  stage: IncomeTable["stage"],
  earned_monthly: number,
  facts: Partial<IncomeTable> = {},
): Partial<IncomeTable> => ({
  ...{ partner_id: "hub", feed_id: "feed", file_hash: "0".repeat(64), row_number: 2, stage, person_key },
  ...{ enrollment_key: `${person_key}-1`, reported_on: stage === "entry" ? "2024-01-10" : "2025-01-09" },
  ...{ any_income: true, earned: true, earned_monthly },
  ...facts,
});
const earned = (who: string, before: number, after: number) => [
  earns(who, "entry", before),
  earns(who, "annual", after),
];

/** Earnings before and after in cents, and whether a benefit was lost. */
const changes = (rows: Rows, asOf?: string) =>
  columnsOf(benefitLoss, ["earned_before", "earned_after", "lost"], rows, asOf);

const benefit_month = [
  ...["2024-01-01", "2025-01-01"].map((month) => benefited("ann", month)),
  ...["2024-01-01", "2024-12-01", "2025-02-01"].map((month) => benefited("bob", month)),
  ...["2024-01-01", "2025-01-01"].map((month) => benefited("cat", month)),
  benefited("cat", "2024-01-01", { benefit: "housing" }),
  benefited("dan", "2024-01-01", { benefit: "tanf" }),
  benefited("eve", "2024-01-01", { benefit: "wic" }),
  benefited("fay", "2024-02-01"),
];
const income = [
  ...earned("ann", 800, 800.01),
  ...earned("bob", 800, 900),
  ...earned("cat", 800, 800),
  ...earned("dan", 0, 500),
  ...earned("eve", 0, 500),
];

test("six people by hand: kept, a month of its own missing, one of two lost, the only one lost, another benefit, none at entry", async () => {
  const rows = { ...entered, benefit_month, income };
  expect(await changes(rows)).toEqual({
    ...{ "ann-1": [80_000, 80_001, false], "bob-1": [80_000, 90_000, true] },
    ...{ "cat-1": [80_000, 80_000, true], "dan-1": [0, 50_000, true] },
  });
  const count = await countsOf(benefitLoss, rows);
  expect(["at_entry", "known", "not_known"].map(count)).toEqual([4, 4, 0]);
  expect(["rose", "rose_lost", "rose_kept"].map(count)).toEqual([3, 2, 1]);
  expect(["not_rose", "not_rose_lost", "not_rose_kept"].map(count)).toEqual([1, 1, 0]);
});

test("the first share says of how many nothing is known, among all with a benefit at entry", () => {
  const [first, ...others] = benefitLoss.kind.rates;
  expect([first?.numerator, first?.denominator]).toEqual(["not_known", "at_entry"]);
  expect(others.map(({ denominator }) => denominator)).toEqual(["rose", "not_rose"]);
});

test("who had left before the month a year later has lost nothing that is known, unless a later benefit is on record", async () => {
  const left = (exited_on: string, ...months: string[]) =>
    changes({
      person: [person("ann")],
      enrollment: [enrolled("ann", "2024-01-10", { exited_on })],
      benefit_month: ["2024-01-01", ...months].map((month) => benefited("ann", month)),
      income: earned("ann", 100, 200),
    });
  expect(await left("2024-12-31")).toEqual({ "ann-1": [10_000, 20_000, null] });
  expect(await left("2025-01-01")).toEqual({ "ann-1": [10_000, 20_000, true] });
  expect(await left("2024-12-31", "2025-02-01")).toEqual({ "ann-1": [10_000, 20_000, true] });
  expect(await left("2024-12-31", "2025-01-01")).toEqual({ "ann-1": [10_000, 20_000, false] });
});

test("a report from day 335 to day 395 is one of a year later, the latest of them, and neither the day before nor the day after", async () => {
  const on = (reported_on: string, ...more: Partial<IncomeTable>[]) =>
    changes({
      person: [person("ann")],
      enrollment: [enrolled("ann", "2024-01-10")],
      benefit_month: [benefited("ann", "2024-01-01"), benefited("ann", "2025-01-01")],
      income: [earns("ann", "entry", 100), earns("ann", "update", 200, { reported_on }), ...more],
    });
  expect(await on("2024-12-09")).toEqual({ "ann-1": [10_000, null, false] });
  expect(await on("2024-12-10")).toEqual({ "ann-1": [10_000, 20_000, false] });
  expect(await on("2025-02-08")).toEqual({ "ann-1": [10_000, 20_000, false] });
  expect(await on("2025-02-09")).toEqual({ "ann-1": [10_000, null, false] });
  const later = earns("ann", "annual", 300, { reported_on: "2025-01-20" });
  expect(await on("2024-12-10", later)).toEqual({ "ann-1": [10_000, 30_000, false] });
});

test("without an answer at entry or later, or without the amount, nothing is known of earnings, and parts add up", async () => {
  const rows: Rows = {
    ...entered,
    benefit_month: six.flatMap((who) => [benefited(who, "2024-01-01"), benefited(who, "2025-01-01")]),
    income: [
      earns("ann", "annual", 200),
      earns("bob", "entry", 200),
      ...[earns("cat", "entry", 200), earns("cat", "annual", 300, { any_income: null })],
      ...[earns("dan", "entry", 200), earns("dan", "annual", 300, { earned_monthly: null })],
      ...[earns("eve", "entry", 200), earns("eve", "annual", 300, { earned: false })],
      ...[earns("fay", "entry", 200), earns("fay", "annual", 300, { person_key: "ann" })],
    ],
  };
  expect(await changes(rows)).toEqual({
    ...{ "ann-1": [null, 20_000, false], "bob-1": [20_000, null, false], "cat-1": [20_000, null, false] },
    ...{ "dan-1": [20_000, null, false], "eve-1": [20_000, 0, false], "fay-1": [20_000, null, false] },
  });
  const count = await countsOf(benefitLoss, rows);
  expect(["at_entry", "known", "not_known", "not_rose", "not_rose_kept"].map(count)).toEqual([6, 1, 5, 1, 1]);
});

test("an episode is looked at 395 days after entry and not the day before, each stay by itself, and children are not in it", async () => {
  const rows: Rows = {
    person: [person("ann")],
    enrollment: [enrolled("ann", "2024-01-10"), enrolled("ann", "2024-02-10", { enrollment_key: "ann-2" })],
    benefit_month: [benefited("ann", "2024-01-01"), benefited("ann", "2024-02-01")],
  };
  expect(Object.keys(await changes(rows, "2025-02-08"))).toEqual(["ann-1"]);
  expect(await changes(rows, "2025-02-07")).toEqual({});
  expect(Object.keys(await changes(rows)).sort()).toEqual(["ann-1", "ann-2"]);
  expect(await changes({ ...rows, enrollment: [enrolled("ann", "2024-01-10", { age_at_entry: 17 })] })).toEqual({});
});
