import { expect, test } from "vitest";
import { earningsChange } from "../../models/measures/earnings-change.ts";
import type { IncomeTable } from "../../models/warehouse.ts";
import { enrolled, person, type Rows } from "../support/warehouse.ts";
import { columnsOf, countsOf } from "./measured-units.ts";

const six = ["ann", "bob", "cat", "dan", "eve", "fay"];
const left = (facts = {}) => ({
  person: six.map((who) => person(who)),
  enrollment: six.map((who) => enrolled(who, "2024-01-10", { exited_on: "2024-06-30", ...facts })),
});

/** A report of monthly income from work in dollars; null is a report of none. */
const earns = (
  person_key: string,
  stage: IncomeTable["stage"],
  earned_monthly: number | null,
  facts: Partial<IncomeTable> = {},
) => ({
  partner_id: "hub",
  feed_id: "feed",
  file_hash: "0".repeat(64),
  row_number: 2,
  enrollment_key: `${person_key}-1`,
  person_key,
  reported_on: stage === "entry" ? "2024-01-10" : "2024-06-30",
  stage,
  any_income: true,
  earned: earned_monthly !== null,
  ...(earned_monthly !== null ? { earned_monthly } : {}),
  ...facts,
});
/** What became of each person's income from work, null where it is not known twice. */
async function changes(income: Rows["income"] & object, rows: Rows = left(), asOf?: string) {
  const earned = await columnsOf(earningsChange, ["earned_before", "earned_after"], { ...rows, income }, asOf);
  return Object.fromEntries(
    Object.entries(earned).map(([unit, [before, after]]) => [
      unit,
      before === null || after === null ? null : Number(after) - Number(before),
    ]),
  );
}

test("six people by hand: a cent less, the same, a cent more, gained, lost, and one who never worked", async () => {
  const income = [
    earns("ann", "entry", 800),
    earns("ann", "exit", 799.99),
    earns("bob", "entry", 800),
    earns("bob", "exit", 800),
    earns("cat", "entry", 800),
    earns("cat", "exit", 800.01),
    earns("dan", "entry", null),
    earns("dan", "exit", 1200),
    earns("eve", "entry", 1200),
    earns("eve", "exit", null),
    earns("fay", "entry", null),
    earns("fay", "exit", null, { any_income: false }),
  ];
  expect(await changes(income)).toEqual({
    ...{ "ann-1": -1, "bob-1": 0, "cat-1": 1, "dan-1": 120_000, "eve-1": -120_000, "fay-1": 0 },
  });
  const count = await countsOf(earningsChange, { ...left(), income });
  expect(["left", "reported", "not_reported"].map(count)).toEqual([6, 6, 0]);
  expect(["gained", "more", "same", "less", "lost"].map(count)).toEqual([1, 1, 2, 1, 1]);
});

test("without a report at entry or at exit, or without an answer, the change is not known", async () => {
  const income = [
    earns("ann", "exit", 800),
    earns("bob", "entry", 800),
    earns("cat", "entry", 800),
    earns("cat", "update", 900),
    earns("cat", "annual", 900),
    earns("dan", "entry", 800),
    { ...earns("dan", "exit", 800), any_income: undefined },
    earns("eve", "entry", 800),
    earns("eve", "exit", null, { earned: true }),
  ] as NonNullable<Rows["income"]>;
  expect(await changes(income)).toEqual(Object.fromEntries(six.map((who) => [`${who}-1`, null])));
  const count = await countsOf(earningsChange, { ...left(), income });
  expect(["left", "reported", "not_reported"].map(count)).toEqual([6, 0, 6]);
});

test("money that is not said to be from work does not count", async () => {
  const income = [earns("ann", "entry", 800, { earned: false }), earns("ann", "exit", 300)];
  expect(await changes(income)).toMatchObject({ "ann-1": 30_000 });
});

test("the latest report of a stage counts, and none of after the as-of date", async () => {
  const income = [
    earns("ann", "entry", 500),
    earns("ann", "exit", 600, { reported_on: "2024-06-20" }),
    earns("ann", "exit", 700),
    earns("ann", "exit", 900, { reported_on: "2025-01-05" }),
  ];
  expect(await changes(income, left(), "2024-12-31")).toMatchObject({ "ann-1": 20_000 });
  expect(await changes(income, left(), "2025-01-05")).toMatchObject({ "ann-1": 40_000 });
});

test("who has not left, died or is a child is in no denominator; another person's report of the episode counts for nobody else's", async () => {
  const income = [earns("ann", "entry", 500), earns("ann", "exit", 600)];
  const only = (facts: object) =>
    changes(income, { person: [person("ann")], enrollment: [enrolled("ann", "2024-01-10", facts)] });
  expect(await only({})).toEqual({});
  expect(await only({ exited_on: "2024-06-30", exit_reason: "deceased" })).toEqual({});
  expect(await only({ exited_on: "2024-06-30", age_at_entry: 17 })).toEqual({});
  expect(await only({ exited_on: "2024-06-30", age_at_entry: 18 })).toEqual({ "ann-1": 10_000 });
  const other = [earns("ann", "entry", 500), earns("ann", "exit", 600, { person_key: "bob" })];
  expect(await changes(other)).toMatchObject({ "ann-1": null });
});
