import { describe, expect, test } from "vitest";
import type { JobTable } from "../../models/warehouse.ts";
import { employed } from "../measures/record-rows.ts";
import { enrolled, person, warehouseOf } from "../support/warehouse.ts";

type Job = [started_on: string, facts: Partial<JobTable>];

/** Ann's spells as `first day, last day observed, ended`. */
async function spellsOf(jobs: Job[], asOf?: string): Promise<[string, string, boolean][]> {
  const job = jobs.map(([started, facts], index) => employed("ann", started, { job_key: `j${index}`, ...facts }));
  const door = await warehouseOf({ person: [person("ann")], enrollment: [enrolled("ann", "2024-01-10")], job }, asOf);
  const rows = await door.rows<{ started_on: string; observed_to: string; ended: boolean }>(
    "select cast(started_on as varchar) as started_on, cast(observed_to as varchar) as observed_to, ended from employment_spell order by started_on",
  );
  await door.close();
  return rows.map(({ started_on, observed_to, ended }) => [started_on, observed_to, ended]);
}

const until = (ended_on: string) => ({ ended_on });
const seen = (last_verified_on: string) => ({ last_verified_on });

describe("jobs that follow each other", () => {
  test("14 days between two jobs are one spell, 15 are two", async () => {
    const first: Job = ["2024-02-01", until("2024-02-29")];
    expect(await spellsOf([first, ["2024-03-15", until("2024-05-31")]])).toEqual([["2024-02-01", "2024-05-31", true]]);
    expect(await spellsOf([first, ["2024-03-16", until("2024-05-31")]])).toEqual([
      ["2024-02-01", "2024-02-29", true],
      ["2024-03-16", "2024-05-31", true],
    ]);
  });
  test("a short job within a long one does not end the spell, and a later one is measured from the long one", async () => {
    const jobs: Job[] = [
      ["2024-02-01", until("2024-08-31")],
      ["2024-03-01", until("2024-03-10")],
      ["2024-09-05", until("2024-10-01")],
    ];
    expect(await spellsOf(jobs)).toEqual([["2024-02-01", "2024-10-01", true]]);
  });
  test("a job nobody heard of again does not reach to one that begins much later", async () => {
    const jobs: Job[] = [
      ["2024-02-01", seen("2024-03-01")],
      ["2024-09-01", until("2024-10-01")],
    ];
    expect(await spellsOf(jobs)).toEqual([
      ["2024-02-01", "2024-03-01", false],
      ["2024-09-01", "2024-10-01", true],
    ]);
  });
});

describe("how far an open job is observed", () => {
  test("to the day it was last verified, and on its first day alone where it never was", async () => {
    expect(await spellsOf([["2024-02-01", seen("2024-06-30")]])).toEqual([["2024-02-01", "2024-06-30", false]]);
    expect(await spellsOf([["2024-02-01", {}]])).toEqual([["2024-02-01", "2024-02-01", false]]);
    expect(await spellsOf([["2024-02-01", seen("2024-01-01")]])).toEqual([["2024-02-01", "2024-02-01", false]]);
  });
  test("never past the as-of date, and a job that begins after it is not there yet", async () => {
    expect(await spellsOf([["2024-02-01", seen("2024-07-15")]], "2024-06-30")).toEqual([
      ["2024-02-01", "2024-06-30", false],
    ]);
    expect(await spellsOf([["2024-02-01", until("2024-07-01")]], "2024-06-30")).toEqual([
      ["2024-02-01", "2024-06-30", false],
    ]);
    expect(await spellsOf([["2024-07-01", {}]], "2024-06-30")).toEqual([]);
  });
});

test("a spell has ended once the allowed gap has passed without another job: on day 15 after it, not on day 14", async () => {
  const job: Job = ["2024-02-01", until("2024-06-15")];
  expect(await spellsOf([job], "2024-06-30")).toEqual([["2024-02-01", "2024-06-15", true]]);
  expect(await spellsOf([job], "2024-06-29")).toEqual([["2024-02-01", "2024-06-15", false]]);
});

test("a spell with an open job in it is not known to have ended", async () => {
  const jobs: Job[] = [
    ["2024-02-01", until("2024-08-31")],
    ["2024-03-01", seen("2024-04-01")],
  ];
  expect(await spellsOf(jobs)).toEqual([["2024-02-01", "2024-08-31", false]]);
});

test("two people, and one person at two partners, have spells of their own", async () => {
  const school = { partner_id: "school" };
  const door = await warehouseOf({
    person: [person("ann"), person("bob"), person("ann", school)],
    enrollment: [enrolled("ann", "2024-01-10")],
    job: [
      employed("ann", "2024-02-01"),
      employed("bob", "2024-02-01"),
      employed("ann", "2024-02-01", { ...school, job_key: "k" }),
    ],
  });
  expect(await door.rows("select first_job_key from employment_spell order by all")).toHaveLength(3);
  await door.close();
});
