import { expect, test } from "vitest";
import type { EnrollmentTable } from "../../models/warehouse.ts";
import { employed } from "../measures/record-rows.ts";
import { enrolled, person, type Rows, warehouseOf } from "../support/warehouse.ts";

/** Placements as `episode → first job`. */
async function placementsOf(job: Rows["job"], ...episodes: [key: string, facts: Partial<EnrollmentTable>][]) {
  const enrollment = episodes.map(([enrollment_key, facts]) =>
    enrolled("ann", "2024-01-10", { enrollment_key, ...facts }),
  );
  const door = await warehouseOf({ person: [person("ann")], enrollment, job: job! });
  const rows = await door.rows<{ enrollment_key: string; first_job_key: string }>("select * from placement");
  await door.close();
  return Object.fromEntries(rows.map((row) => [row.enrollment_key, row.first_job_key]));
}

const job = (key: string, on: string, facts = {}) => employed("ann", on, { job_key: key, ended_on: on, ...facts });

test("an episode has one placement, its first", async () => {
  expect(await placementsOf([job("b", "2024-08-01"), job("a", "2024-03-01")], ["one", {}])).toEqual({ one: "a" });
});

test("a job its partner does not name goes to the latest episode that had begun, and to no other", async () => {
  const two = [
    ["one", { exited_on: "2024-06-30" }],
    ["two", { entered_on: "2024-08-01" }],
  ] as [string, Partial<EnrollmentTable>][];
  expect(await placementsOf([job("a", "2024-08-01")], ...two)).toEqual({ two: "a" });
  expect(await placementsOf([job("a", "2024-07-31")], ...two)).toEqual({ one: "a" });
});

test("a job its partner names goes there even when a later episode had begun", async () => {
  const named = [job("a", "2024-08-15", { enrollment_key: "one" })];
  expect(await placementsOf(named, ["one", {}], ["two", { entered_on: "2024-08-01" }])).toEqual({ one: "a" });
});

test("a job that continues one from before entry is no placement", async () => {
  const held = job("a", "2023-12-01", { ended_on: "2024-01-05" });
  expect(await placementsOf([held, job("b", "2024-01-20")], ["one", {}])).toEqual({});
  expect(await placementsOf([held, job("b", "2024-01-21")], ["one", {}])).toEqual({ one: "b" });
});

test("children have none, and episodes of other partners are not theirs", async () => {
  expect(await placementsOf([job("a", "2024-03-01")], ["one", { age_at_entry: 17 }])).toEqual({});
  expect(await placementsOf([job("a", "2024-03-01", { partner_id: "school" })], ["one", {}])).toEqual({});
});
