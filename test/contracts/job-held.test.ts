import { expect, test } from "vitest";
import type { JobTable } from "../../models/warehouse.ts";
import { employed } from "../measures/record-rows.ts";
import { enrolled, person, type Rows } from "../support/warehouse.ts";
import { evidenceIn } from "./contract-of.ts";

const thirty = { kind: "job_held", days: 30 } as const;
const job = (who: string, from: string, to: string, facts: Partial<JobTable> = {}) =>
  employed(who, from, { job_key: `${who} ${from}`, ended_on: to, ...facts });

/** Evidence of people of one job or more each, in an episode from January 10 to June 1, 2024. */
const heldBy = (
  jobs: NonNullable<Rows["job"]>,
  asOf?: string,
  evidence: { kind: "job_held"; days: number } = thirty,
) => {
  const who = [...new Set(jobs.map(({ person_key }) => person_key!))];
  const enrollment = who.map((one) => enrolled(one, "2024-01-10", { exited_on: "2024-06-01" }));
  return evidenceIn(evidence, { person: who.map((one) => person(one)), enrollment, job: jobs }, asOf);
};

test("a job is held 30 days on the thirtieth day after its first, and not on the twenty-ninth", async () => {
  expect(await heldBy([job("ann", "2024-02-01", "2024-03-01"), job("bob", "2024-02-01", "2024-03-02")])).toEqual({
    "bob-1": ["2024-03-02"],
  });
});

test("a job still held is known to last until it was last verified", async () => {
  const open = (who: string, last_verified_on: string | null) =>
    employed(who, "2024-02-01", { job_key: who, last_verified_on });
  expect(await heldBy([open("ann", "2024-03-01"), open("bob", "2024-03-02"), open("cat", null)])).toEqual({
    "bob-1": ["2024-03-02"],
  });
  expect(await heldBy([open("dan", "2024-12-31")], "2024-03-01")).toEqual({});
});

test("a job begun 90 days after the exit counts, and one begun 91 days after it does not", async () => {
  expect(await heldBy([job("ann", "2024-08-30", "2024-12-31"), job("bob", "2024-08-31", "2024-12-31")])).toEqual({
    "ann-1": ["2024-09-29"],
  });
});

test("a job from before entry does not count; one begun on the first day does", async () => {
  expect(await heldBy([job("ann", "2024-01-09", "2024-12-31"), job("bob", "2024-01-10", "2024-12-31")])).toEqual({
    "bob-1": ["2024-02-09"],
  });
});

test("jobs at most 14 days apart are held as one, and a second spell is a piece of evidence of its own", async () => {
  const close = [job("ann", "2024-02-01", "2024-02-10"), job("ann", "2024-02-25", "2024-03-10")];
  const apart = [job("bob", "2024-02-01", "2024-02-10"), job("bob", "2024-02-26", "2024-03-28")];
  const two = [job("cat", "2024-02-01", "2024-03-10"), job("cat", "2024-05-01", "2024-06-10")];
  expect(await heldBy([...close, ...apart, ...two])).toEqual({
    "ann-1": ["2024-03-02"],
    "bob-1": ["2024-03-27"],
    "cat-1": ["2024-03-02", "2024-05-31"],
  });
});

test("retention is the same at a later day: 180 days after the first, and not 179", async () => {
  const jobs = [job("ann", "2024-02-01", "2024-07-29"), job("bob", "2024-02-01", "2024-07-30")];
  expect(await heldBy(jobs, undefined, { ...thirty, days: 180 })).toEqual({ "bob-1": ["2024-07-30"] });
});

test("a job belongs to the episode its partner names, else to the latest that had begun", async () => {
  const enrollment = [
    enrolled("ann", "2024-01-10", { exited_on: "2024-06-01" }),
    enrolled("ann", "2024-07-01", { enrollment_key: "ann-2" }),
  ];
  const held = (facts: object) =>
    evidenceIn(thirty, { person: [person("ann")], enrollment, job: [job("ann", "2024-08-01", "2024-12-31", facts)] });
  expect(await held({})).toEqual({ "ann-2": ["2024-08-31"] });
  expect(await held({ enrollment_key: "ann-1" })).toEqual({ "ann-1": ["2024-08-31"] });
});
