import { expect, test } from "vitest";
import { hourlyWageGain } from "../../models/measures/hourly-wage-gain.ts";
import { enrolled, person, type Rows } from "../support/warehouse.ts";
import { columnsOf, countsOf } from "./measured-units.ts";
import { employed } from "./record-rows.ts";

const six = ["ann", "bob", "cat", "dan", "eve", "fay"];
const left = (facts = {}) => ({
  person: six.map((who) => person(who)),
  enrollment: six.map((who) => enrolled(who, "2024-01-10", { exited_on: "2024-06-30", ...facts })),
});
const before = (who: string, hourly_wage: number | undefined, facts = {}) =>
  employed(who, "2023-03-01", {
    job_key: `${who}-before`,
    ended_on: "2023-11-30",
    ...(hourly_wage !== undefined ? { hourly_wage } : {}),
    ...facts,
  });
const after = (who: string, hourly_wage: number | undefined, facts = {}) =>
  employed(who, "2024-03-01", {
    job_key: `${who}-after`,
    ...(hourly_wage !== undefined ? { hourly_wage } : {}),
    ...facts,
  });
const gains = (job: Rows["job"] & object, rows: Rows = left(), asOf?: string) =>
  columnsOf(hourlyWageGain, ["gain_cents"], { ...rows, job }, asOf);

test("six people by hand: a cent less, the same, a cent more, no later job, no wage before, no job before", async () => {
  const job = [
    before("ann", 15),
    after("ann", 14.99),
    before("bob", 15),
    after("bob", 15),
    before("cat", 15),
    after("cat", 15.01),
    before("dan", 15),
    before("eve", undefined),
    after("eve", 20),
    after("fay", 20),
  ];
  expect(await gains(job)).toEqual({ "ann-1": [-1], "bob-1": [0], "cat-1": [1], "dan-1": [null] });
});

test("a job begun on the day of entry is a later one, one of the day before is from before", async () => {
  const begun = (started_on: string) => gains([before("ann", 15), after("ann", 18, { started_on })]);
  expect(await begun("2024-01-10")).toEqual({ "ann-1": [300] });
  expect(await begun("2024-01-09")).toEqual({ "ann-1": [null] });
});

test("a job begun 90 days after exit is a later one, on day 91 it is not", async () => {
  const begun = (started_on: string) => gains([before("ann", 15), after("ann", 18, { started_on })]);
  expect(await begun("2024-09-28")).toEqual({ "ann-1": [300] });
  expect(await begun("2024-09-29")).toEqual({ "ann-1": [null] });
});

test("the latest job counts on either side; a later one without a wage is passed over, an earlier one is not", async () => {
  const two = [before("ann", 10, { job_key: "first", started_on: "2022-01-01" }), before("ann", 15)];
  expect(
    await gains([...two, after("ann", 18), after("ann", 21, { job_key: "last", started_on: "2024-05-01" })]),
  ).toEqual({ "ann-1": [600] });
  expect(
    await gains([...two, after("ann", 18), after("ann", undefined, { job_key: "last", started_on: "2024-05-01" })]),
  ).toEqual({ "ann-1": [300] });
  expect(
    await gains([
      before("ann", 10, { job_key: "first", started_on: "2022-01-01" }),
      before("ann", undefined),
      after("ann", 18),
    ]),
  ).toEqual({});
});

test("a job its partner names for another episode is not this one's", async () => {
  expect(await gains([before("ann", 15), after("ann", 18, { enrollment_key: "ann-2" })])).toEqual({ "ann-1": [null] });
  expect(await gains([before("ann", 15), after("ann", 18, { enrollment_key: "ann-1" })])).toEqual({ "ann-1": [300] });
});

test("nobody is looked at before 90 days after exit; who died or is a child is in no denominator", async () => {
  const job = [before("ann", 15), after("ann", 18)];
  expect(await gains(job, left(), "2024-09-28")).toEqual({ "ann-1": [300] });
  expect(await gains(job, left(), "2024-09-27")).toEqual({});
  expect(await gains(job, left({ exit_reason: "deceased" }))).toEqual({});
  expect(await gains(job, left({ age_at_entry: 17 }))).toEqual({});
});

test("parts add up: two of five earn more, by a cent and by two dollars", async () => {
  const later = [12.99, 13, 15, 15.01, 17];
  const job = [...six.map((who) => before(who, 15)), ...later.map((wage, at) => after(six[at]!, wage))];
  const count = await countsOf(hourlyWageGain, { ...left(), job });
  expect(["waged_before", "waged_after", "no_later_wage", "not_higher", "higher"].map(count)).toEqual([6, 5, 1, 3, 2]);
});
