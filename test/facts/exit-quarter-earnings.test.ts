import { afterAll, beforeAll, expect, test } from "vitest";
import { quarterlyEarnings } from "../../models/statistics/quarterly-earnings.ts";
import type { ExitQuarterEarningsTable, JobTable } from "../../models/warehouse.ts";
import { employed } from "../measures/record-rows.ts";
import { enrolled, person, type Rows } from "../support/warehouse.ts";
import { openBench } from "./fact-bench.ts";

let bench: Awaited<ReturnType<typeof openBench>>;
beforeAll(async () => {
  bench = await openBench(["episode", "employment_spell", "exiter", "exit_quarter_earnings"]);
});
afterAll(() => bench.close());

/** Earnings by episode; the exit is on 15 February 2024, so that the quarter is July to September, 92 days. */
async function earningsOf(job: Rows["job"] & object, asOf?: string, facts = {}) {
  const enrollment = [enrolled("ann", "2023-09-01", { exited_on: "2024-02-15", ...facts })];
  const rows = await bench.rows<ExitQuarterEarningsTable>({ person: [person("ann")], enrollment, job }, asOf);
  return Object.fromEntries(rows.map(({ enrollment_key, cents }) => [enrollment_key, cents]));
}

const job = (started_on: string, facts: Partial<JobTable> = {}) =>
  employed("ann", started_on, { hourly_wage: 7.25, hours_per_week: 32, ...facts });
const through = { last_verified_on: "2025-01-31" };

test("a job through the whole quarter pays wage × hours × 13 weeks, as attachment III converts it", async () => {
  expect(await earningsOf([job("2024-01-01", through)])).toEqual({ "ann-1": 301_600 });
  expect(quarterlyEarnings({ cents: 725, every: "hour", hoursPerWeek: 32 })).toBe(301_600);
});

test("a job through half the quarter pays half of it: from 16 August, or to 15 August", async () => {
  expect(await earningsOf([job("2024-08-16", through)])).toEqual({ "ann-1": 150_800 });
  expect(await earningsOf([job("2024-01-01", { ended_on: "2024-08-15" })])).toEqual({ "ann-1": 150_800 });
});

test("the first and the last day of the quarter are in it, the days beside them are not", async () => {
  const day = Math.round(301_600 / 92);
  expect(await earningsOf([job("2024-01-01", { ended_on: "2024-07-01" })])).toEqual({ "ann-1": day });
  expect(await earningsOf([job("2024-01-01", { ended_on: "2024-06-30" })])).toEqual({});
  expect(await earningsOf([job("2024-09-30", through)])).toEqual({ "ann-1": day });
  expect(await earningsOf([job("2024-10-01", through)])).toEqual({});
});

test("an open job verified on the first day lasts through the quarter; last heard of on the day before, it is in none", async () => {
  expect(await earningsOf([job("2024-01-01", { last_verified_on: "2024-07-01" })])).toEqual({ "ann-1": 301_600 });
  expect(await earningsOf([job("2024-01-01", { last_verified_on: "2024-06-30" })])).toEqual({});
  expect(await earningsOf([job("2024-01-01")])).toEqual({});
});

test("two jobs add up, and one without a wage or without hours leaves the sum unknown", async () => {
  const second = (facts: Partial<JobTable>) => [
    job("2024-01-01", through),
    job("2024-02-01", { job_key: "two", hourly_wage: 10, hours_per_week: 10, ...through, ...facts }),
  ];
  expect(await earningsOf(second({}))).toEqual({ "ann-1": 301_600 + 130_000 });
  const [first, other] = second({});
  const { hourly_wage: _wage, ...unwaged } = other!;
  const { hours_per_week: _hours, ...untimed } = other!;
  expect(await earningsOf([first!, unwaged])).toEqual({ "ann-1": null });
  expect(await earningsOf([first!, untimed])).toEqual({ "ann-1": null });
});

test("the quarter counts once it has passed; an exit in November has it from April to June", async () => {
  expect(await earningsOf([job("2024-01-01", through)], "2024-09-30")).toEqual({ "ann-1": 301_600 });
  expect(await earningsOf([job("2024-01-01", through)], "2024-09-29")).toEqual({});
  const november = { exited_on: "2023-11-30" };
  expect(await earningsOf([job("2023-12-01", { ended_on: "2024-04-01" })], "2024-06-30", november)).toEqual({
    "ann-1": Math.round(301_600 / 91),
  });
  expect(await earningsOf([job("2023-12-01", { ended_on: "2024-03-31" })], "2024-06-30", november)).toEqual({});
});
