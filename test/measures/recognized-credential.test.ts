import { describe, expect, test } from "vitest";
import { recognizedCredential } from "../../models/measures/recognized-credential.ts";
import type { EnrollmentTable, JobTable } from "../../models/warehouse.ts";
import { enrolled, person, type Rows } from "../support/warehouse.ts";
import { earned, employed, taught, unitsOf } from "./record-rows.ts";

/** Whether Ann, in training from 10 January to 15 November 2023, has a recognized credential. */
async function credentialed(rows: Rows, facts: Partial<EnrollmentTable> = {}, asOf?: string) {
  const enrollment = [enrolled("ann", "2023-01-10", { exited_on: "2023-11-15", ...facts })];
  const all = { person: [person("ann")], enrollment, service: [taught("ann", "2023-02-01")], ...rows };
  return (await unitsOf(recognizedCredential, all, asOf))["ann-1"];
}

const credential = (on: string, type = "certificate"): Rows => ({ credential: [earned("ann", on, { type })] });

describe("a postsecondary credential", () => {
  test.each(["associate", "bachelor", "graduate", "license", "certificate", "certification"])(
    "%s is recognized",
    async (type) => {
      expect(await credentialed(credential("2023-06-01", type))).toBe(true);
    },
  );
  test.each(["work_readiness", "other"])("%s is not", async (type) => {
    expect(await credentialed(credential("2023-06-01", type))).toBe(false);
  });
  test("counts from the day of entry to a year after exit", async () => {
    expect(await credentialed(credential("2023-01-10"))).toBe(true);
    expect(await credentialed(credential("2023-01-09"))).toBe(false);
    expect(await credentialed(credential("2024-11-15"))).toBe(true);
    expect(await credentialed(credential("2024-11-16"))).toBe(false);
  });
});

describe("a secondary diploma needs employment in one of the four quarters after exit", () => {
  const diploma = credential("2023-06-01", "diploma");
  const withJob = (started_on: string, facts: Partial<JobTable> = {}, exit = "2023-11-15") =>
    credentialed({ ...diploma, job: [employed("ann", started_on, facts)] }, { exited_on: exit });
  test("alone it does not count", async () => {
    expect(await credentialed(diploma)).toBe(false);
  });
  test("an exit in November: the quarters run from 1 January to 31 December of the next year", async () => {
    expect(await withJob("2024-01-01")).toBe(true);
    expect(await withJob("2024-12-31")).toBe(true);
    expect(await withJob("2025-01-01")).toBe(false);
    expect(await withJob("2023-11-20", { ended_on: "2024-01-01" })).toBe(true);
    expect(await withJob("2023-11-20", { ended_on: "2023-12-31" })).toBe(false);
  });
  test("an exit in May: the fourth quarter ends on 30 June of the next year", async () => {
    expect(await withJob("2024-06-30", {}, "2023-05-31")).toBe(true);
    expect(await withJob("2024-07-01", {}, "2023-05-31")).toBe(false);
  });
  test("a job not heard of since the exit's own quarter is not known to have lasted", async () => {
    expect(await withJob("2023-10-01", { last_verified_on: "2023-12-31" })).toBe(false);
    expect(await withJob("2023-10-01", { last_verified_on: "2024-01-01" })).toBe(true);
  });
});

describe("the denominator", () => {
  test("an exit in November is looked at 456 days later, when its fourth quarter is over, and not the day before", async () => {
    expect(await credentialed({}, {}, "2025-02-13")).toBe(false);
    expect(await credentialed({}, {}, "2025-02-12")).toBeUndefined();
  });
  test("only who had a training in the program between entry and exit", async () => {
    const trained = (on: string, facts = {}) => credentialed({ service: [taught("ann", on, facts)] });
    expect(await trained("2023-01-10")).toBe(false);
    expect(await trained("2023-11-15")).toBe(false);
    expect(await trained("2023-11-16")).toBeUndefined();
    expect(await trained("2023-02-01", { type: "coaching" })).toBeUndefined();
    expect(await trained("2023-02-01", { program_id: "hub-plus" })).toBeUndefined();
  });
  test("not who left for an institution or died, credential or not", async () => {
    expect(await credentialed(credential("2023-06-01"), { exit_reason: "institutionalized" })).toBeUndefined();
    expect(await credentialed(credential("2023-06-01"), { exit_reason: "deceased" })).toBeUndefined();
  });
});

test("who comes back counts again: two episodes are two periods of participation, two outcomes", async () => {
  const rows = {
    person: [person("ann")],
    enrollment: [
      enrolled("ann", "2021-09-01", { exited_on: "2021-11-30" }),
      enrolled("ann", "2022-03-01", { enrollment_key: "ann-2", exited_on: "2022-05-31" }),
    ],
    service: [taught("ann", "2021-10-01"), taught("ann", "2022-04-01")],
    credential: [earned("ann", "2021-11-01"), earned("ann", "2022-05-01", { type: "license" })],
  };
  expect(await unitsOf(recognizedCredential, rows)).toEqual({ "ann-1": true, "ann-2": true });
});
