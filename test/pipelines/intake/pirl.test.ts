import { afterAll, beforeAll, expect, test } from "vitest";
import { recordKind } from "../../../models/contract/catalogue.ts";
import { TOKEN_PATTERN } from "../../../models/contract/field.ts";
import { checkParticipants, pirlRecords } from "../../../pipelines/intake/pirl.ts";
import type { Door } from "../../../pipelines/warehouse.ts";
import { pirlFeed, pirlReasons, pirlRows, stageParticipants } from "../../support/stage-pirl.ts";

let door: Door;
beforeAll(async () => {
  door = await stageParticipants();
});
afterAll(() => door.close());

const token = (letter: string) => `v1:millrace:${letter.repeat(26)}`;
const cells = async (kind: string, ...fields: string[]) =>
  (await pirlRows(door, kind, fields)).map((row) => [row._row, ...fields.map((field) => row[field])]);

test("every record has every field of its kind, and every one but an unnamed program's passes the contract", async () => {
  const mapped = await pirlRecords(door, pirlFeed, "participants.csv", "pirl");
  expect(mapped.map(({ record }) => record)).toEqual([
    ...["person", "enrollment", "job", "credential", "skill_gain", "service"],
  ]);
  for (const { record, select } of mapped) {
    const [row] = await door.rows(select);
    expect(Object.keys(row!)).toEqual(["_row", ...Object.keys(recordKind(record).fields)]);
    expect(await pirlReasons(door, record)).toEqual([]);
  }
  expect(await checkParticipants(door, pirlFeed, new Map([["participants.csv", "pirl"]]))).toEqual([]);
});

test("people are as their latest period has them; who was only reported is nobody", async () => {
  const fields = ["gender", "race_ethnicity", "county", "veteran", "disability", "age", "age_on"];
  expect(await cells("person", ...fields)).toEqual([
    [3, "man", "black", "TN-047", null, null, "17", "2024-09-01"],
    [4, "unknown", "multiple", "MS-033", "true", "true", "52", "2024-03-01"],
    [6, "woman", "unknown", null, "false", null, "90", "2025-06-01"],
    [7, "man", "asian", "TN-157", null, null, "60", "2024-01-05"],
    [8, "woman", "hispanic", "TN-157", "false", "true", "36", "2025-08-15"],
    [9, "man", null, "TN-157", null, null, "22", "2024-01-05"],
  ]);
});

test("a period is an episode under its first program, and an unnamed program keeps its name for the checks to find", async () => {
  const fields = ["program_id", "entered_on", "exited_on", "exit_reason", "age_at_entry", "unaccompanied"];
  expect(await cells("enrollment", ...fields)).toEqual([
    [2, "job-search", "2024-01-15", "2024-11-10", null, "34", null],
    [3, "young-adults", "2024-09-01", "2025-01-10", null, "17", "true"],
    [4, "job-search", "2024-03-01", "2024-12-31", null, "52", null],
    [6, "job-search", "2025-06-01", null, null, "90", null],
    [7, "job-search", "2024-01-05", "2024-06-30", "deceased", "60", null],
    [8, "job-search", "2025-08-15", null, null, "36", null],
    [9, "job-corps", "2024-01-05", null, null, "22", null],
  ]);
});

test("work is known up to the quarter before the first of which nothing is known, and of the open periods not at all", async () => {
  expect(await cells("enrollment", "work_known_to")).toEqual([
    [2, "2025-12-31"],
    [3, "2026-03-31"],
    [4, "2025-03-31"],
    [6, null],
    [7, "2025-06-30"],
    [8, null],
    [9, null],
  ]);
});

test("what has no token in the record gets one of the person's, the entry's and its own, the same every time", async () => {
  const enrollments = await cells("enrollment", "person_token", "enrollment_token");
  expect(enrollments[0]![1]).toBe(token("a"));
  const all = [
    ...enrollments.map(([, , made]) => made),
    ...(await cells("job", "job_token")).map(([, made]) => made),
    ...(await cells("service", "service_token")).map(([, made]) => made),
  ] as string[];
  expect(new Set(all).size).toBe(7 + 6 + 2);
  for (const made of all) {
    expect(made).toMatch(new RegExp(`^${TOKEN_PATTERN}$`));
    expect(made.startsWith("v1:millrace:")).toBe(true);
  }
  expect(await cells("enrollment", "person_token", "enrollment_token")).toEqual(enrollments);
  const credentials = await cells("credential", "enrollment_token");
  expect(credentials[0]).toEqual([2, enrollments[0]![2]]);
});

test("each quarter with work is a job on its last day: ended when the next is known, open when it is not", async () => {
  const fields = ["started_on", "ended_on", "last_verified_on", "verified_by"];
  const [last, day] = ["wage_record", (on: string, ended: boolean) => [on, ended ? on : null, on]];
  expect(await cells("job", ...fields)).toEqual([
    [2, ...day("2025-03-31", true), last],
    [2, ...day("2025-06-30", true), last],
    [2, ...day("2025-09-30", true), null],
    [2, ...day("2025-12-31", false), last],
    [3, ...day("2025-09-30", true), last],
    [4, ...day("2025-03-31", false), last],
  ]);
});

test("one employer in the second and the fourth quarter has one token in both", async () => {
  const jobs = await cells("job", "started_on", "employer_token");
  const named = jobs.filter(([, , employer]) => employer !== null);
  expect(named.map(([row, day]) => [row, day])).toEqual([
    [2, "2025-06-30"],
    [2, "2025-12-31"],
  ]);
  expect(named[0]![2]).toBe(named[1]![2]);
});

test("credentials by type and day, once for what two periods tell; trainings on their first day; gains by type", async () => {
  expect(await cells("credential", "type", "earned_on")).toEqual([
    [2, "license", "2024-09-01"],
    [3, "diploma", "2025-01-05"],
    [8, "certificate", "2025-11-01"],
  ]);
  expect(await cells("service", "type", "program_id", "provided_on")).toEqual([
    [2, "training", "job-search", "2024-02-01"],
    [2, "training", "job-search", "2024-05-01"],
  ]);
  expect(await cells("skill_gain", "type", "achieved_on")).toEqual([
    [2, "milestone", "2024-06-01"],
    [3, "transcript", "2024-12-20"],
    [8, "transcript", "2025-12-12"],
  ]);
});

test("fields are named to the partner by the columns of its own file", async () => {
  const mapped = await pirlRecords(door, pirlFeed, "participants.csv", "pirl");
  const source = (kind: string) => mapped.find(({ record }) => record === kind)!.source;
  expect(source("enrollment")).toMatchObject({ entered_on: "Date of Program Entry", age_at_entry: "AgeAtEntry" });
  expect(source("person")).toMatchObject({
    person_token: "PIRL100",
    veteran: "PIRL300",
    county: "102 County Code of Residence",
  });
  expect(source("credential")).toMatchObject({ type: "Type of Recognized Credential 1" });
});
