import { describe, expect, test } from "vitest";
import { jobPlacement } from "../../models/measures/job-placement.ts";
import type { EnrollmentTable } from "../../models/warehouse.ts";
import { enrolled, figuresOf, person, warehouseOf } from "../support/warehouse.ts";
import { employed, unitsOf } from "./record-rows.ts";

type Jobs = ReturnType<typeof employed>[];

/** Whether Ann, with the partner from 10 January to 30 June 2024, was placed. */
async function placed(job: Jobs, facts: Partial<EnrollmentTable> = {}, asOf?: string) {
  const enrollment = [enrolled("ann", "2024-01-10", { exited_on: "2024-06-30", ...facts })];
  return (await unitsOf(jobPlacement, { person: [person("ann")], enrollment, job }, asOf))["ann-1"];
}

describe("a placement", () => {
  test("begins on the day of entry at the earliest", async () => {
    expect(await placed([employed("ann", "2024-01-10")])).toBe(true);
    expect(await placed([employed("ann", "2024-01-09", { ended_on: "2024-01-09" })])).toBe(false);
  });
  test("begins 90 days after exit at the latest, and not on day 91", async () => {
    expect(await placed([employed("ann", "2024-09-28")])).toBe(true);
    expect(await placed([employed("ann", "2024-09-29")])).toBe(false);
  });
  test("counts however short it was and however it was verified", async () => {
    const job = employed("ann", "2024-03-01", { ended_on: "2024-03-02", verified_by: "self_report" });
    expect(await placed([job])).toBe(true);
  });
  test("belongs to the episode the partner names, and to no other", async () => {
    expect(await placed([employed("ann", "2024-03-01", { enrollment_key: "ann-1" })])).toBe(true);
    expect(await placed([employed("ann", "2024-03-01", { enrollment_key: "other" })])).toBe(false);
  });
});

describe("the denominator", () => {
  test("an episode is looked at 90 days after its end and not a day before", async () => {
    expect(await placed([], {}, "2024-09-28")).toBe(false);
    expect(await placed([], {}, "2024-09-27")).toBeUndefined();
  });
  test("who held a job on entry, or may have, is not in it; who had lost it the day before is", async () => {
    const held = (facts: object) => placed([employed("ann", "2023-05-01", facts)]);
    expect(await held({ ended_on: "2024-01-10" })).toBeUndefined();
    expect(await held({ last_verified_on: "2023-06-01" })).toBeUndefined();
    expect(await held({ ended_on: "2024-01-09" })).toBe(false);
  });
  test("who left for an institution or died is not in it, placed or not", async () => {
    const job = [employed("ann", "2024-03-01")];
    expect(await placed(job, { exit_reason: "institutionalized" })).toBeUndefined();
    expect(await placed(job, { exit_reason: "deceased" })).toBeUndefined();
    expect(await placed(job, { exit_reason: "no_contact" })).toBe(true);
  });
  test("children are not in it, unaccompanied youth are", async () => {
    expect(await placed([], { age_at_entry: 17 })).toBeUndefined();
    expect(await placed([], { age_at_entry: 17, unaccompanied: true })).toBe(false);
  });
  test("nor is an episode that has not ended", async () => {
    expect(await placed([employed("ann", "2024-03-01")], { exited_on: null })).toBeUndefined();
  });
});

test("of two episodes a job without a name belongs to the later one that had begun", async () => {
  const rows = {
    person: [person("ann")],
    enrollment: [
      enrolled("ann", "2024-01-10", { exited_on: "2024-06-30" }),
      enrolled("ann", "2024-08-01", { enrollment_key: "ann-2", exited_on: "2024-12-31" }),
    ],
    job: [employed("ann", "2024-08-15")],
  };
  expect(await unitsOf(jobPlacement, rows)).toEqual({ "ann-1": false, "ann-2": true });
});

test("two jobs within an episode are one placement, and parts add up", async () => {
  const door = await warehouseOf({
    person: ["ann", "bob", "cat"].map((who) => person(who)),
    enrollment: ["ann", "bob", "cat"].map((who) => enrolled(who, "2024-01-10", { exited_on: "2024-06-30" })),
    job: [
      employed("ann", "2024-02-01", { ended_on: "2024-02-10" }),
      employed("ann", "2024-06-01", { job_key: "ann-j2" }),
      employed("bob", "2024-09-01"),
    ],
    partner_record: ["job", "job.started_on"].map((record) => ({ partner_id: "hub", record })),
  });
  const figure = await figuresOf(door, jobPlacement);
  const parts = (unit: string) => ["left", "placed", "not_placed"].map((part) => figure(`all ${unit} ${part}`));
  expect(parts("network network to-date")).toEqual([3, 2, 1]);
  expect(parts("partner hub to-date")).toEqual([3, 2, 1]);
  expect(parts("partner school to-date")).toEqual(Array(3).fill("[not_collected]"));
  await door.close();
});
