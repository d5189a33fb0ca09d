import { expect, test } from "vitest";
import type { EnrollmentTable } from "../../models/warehouse.ts";
import { employed } from "../measures/record-rows.ts";
import { enrolled, person, type Rows, warehouseOf } from "../support/warehouse.ts";

type Stay = [key: string, entered_on: string, facts?: Partial<EnrollmentTable>];

/** Jobs held at entry as `first job → episode`. */
async function heldBy(job: Rows["job"], ...stays: Stay[]) {
  const enrollment = stays.map(([enrollment_key, on, facts]) => enrolled("ann", on, { enrollment_key, ...facts }));
  const door = await warehouseOf({ person: [person("ann")], enrollment, job: job! });
  const rows = await door.rows<{ enrollment_key: string; first_job_key: string }>("select * from held_job");
  await door.close();
  return Object.fromEntries(rows.map((row) => [row.first_job_key, row.enrollment_key]));
}

const job = (key: string, on: string, ended_on: string | null, facts = {}) =>
  employed("ann", on, { job_key: key, ended_on, ...facts });

test("a job begun the day before entry is held, and one begun on the day is a placement", async () => {
  expect(await heldBy([job("a", "2024-01-09", "2024-06-01")], ["one", "2024-01-10"])).toEqual({ a: "one" });
  expect(await heldBy([job("a", "2024-01-10", "2024-06-01")], ["one", "2024-01-10"])).toEqual({});
});

test("a job that ended on the day of entry is held, and the day before it is not", async () => {
  expect(await heldBy([job("a", "2023-12-01", "2024-01-10")], ["one", "2024-01-10"])).toEqual({ a: "one" });
  expect(await heldBy([job("a", "2023-12-01", "2024-01-09")], ["one", "2024-01-10"])).toEqual({});
});

test("an open job is held when it was last verified on the day of entry or later, and not when that was before", async () => {
  const open = (last_verified_on: string) => [job("a", "2023-12-01", null, { last_verified_on })];
  expect(await heldBy(open("2024-01-10"), ["one", "2024-01-10"])).toEqual({ a: "one" });
  expect(await heldBy(open("2024-01-09"), ["one", "2024-01-10"])).toEqual({});
});

test("a job that went on to two entries is held at the first of them, once", async () => {
  const stays: Stay[] = [
    ["two", "2024-03-10"],
    ["one", "2024-01-10"],
  ];
  expect(await heldBy([job("a", "2023-12-01", "2024-06-01")], ...stays)).toEqual({ a: "one" });
});

test("the placement of one stay is not held at the entry to the next", async () => {
  const stays: Stay[] = [
    ["one", "2024-01-10", { exited_on: "2024-02-10" }],
    ["two", "2024-05-10"],
  ];
  expect(await heldBy([job("a", "2024-02-01", "2024-09-01")], ...stays)).toEqual({});
});

test("jobs that follow each other count as one, from the first day of the first", async () => {
  const two = [job("a", "2023-10-01", "2023-12-01"), job("b", "2023-12-10", "2024-02-01")];
  expect(await heldBy(two, ["one", "2024-01-10"])).toEqual({ a: "one" });
});

test("children hold none, and neither does what another partner reports count", async () => {
  const held = job("a", "2023-12-01", "2024-06-01");
  expect(await heldBy([held], ["one", "2024-01-10", { age_at_entry: 17 }])).toEqual({});
  expect(await heldBy([{ ...held, partner_id: "school" }], ["one", "2024-01-10"])).toEqual({});
});
