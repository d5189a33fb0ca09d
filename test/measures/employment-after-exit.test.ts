import { describe, expect, test } from "vitest";
import { employmentAfterExit } from "../../models/measures/employment-after-exit.ts";
import type { EnrollmentTable, JobTable } from "../../models/warehouse.ts";
import { enrolled, figuresOf, person, warehouseOf } from "../support/warehouse.ts";
import { collectAtHub, countedParts, employed, unitsOf } from "./record-rows.ts";

/** Ann's status in the second and fourth quarter after her exit in November 2023: April to June and October to December 2024. */
async function status(job: ReturnType<typeof employed>[], facts: Partial<EnrollmentTable> = {}, asOf?: string) {
  const enrollment = [enrolled("ann", "2023-01-10", { exited_on: "2023-11-15", ...facts })];
  const parts = await countedParts(employmentAfterExit, { person: [person("ann")], enrollment, job }, asOf);
  return ["q2", "q4"].map((quarter) => {
    if (!parts.includes("left")) return undefined;
    return parts.includes(`unknown_${quarter}`) ? null : parts.includes(`employed_${quarter}`);
  });
}

const job = (started_on: string, facts: Partial<JobTable> = {}) => [employed("ann", started_on, facts)];

describe("employed in the quarter", () => {
  test("on its last day is enough, and so is its first", async () => {
    expect(await status(job("2024-06-30", { ended_on: "2024-06-30" }))).toEqual([true, false]);
    expect(await status(job("2023-12-01", { ended_on: "2024-04-01" }))).toEqual([true, false]);
  });
  test("the day after it or before it is not", async () => {
    expect(await status(job("2024-07-01", { ended_on: "2024-09-30" }))).toEqual([false, false]);
    expect(await status(job("2023-12-01", { ended_on: "2024-03-31" }))).toEqual([false, false]);
    expect(await status(job("2024-07-01", { ended_on: "2024-10-01" }))).toEqual([false, true]);
  });
  test("a gap between is no matter, nor is another employer", async () => {
    const two = [
      ...job("2024-04-01", { ended_on: "2024-04-02", employer_key: "one" }),
      employed("ann", "2024-12-31", { job_key: "two", employer_key: "two", ended_on: "2025-01-31" }),
    ];
    expect(await status(two)).toEqual([true, true]);
  });
  test("a job held since before entry counts as well: the question is the quarter", async () => {
    expect(await status(job("2022-01-01", { last_verified_on: "2024-10-01" }))).toEqual([true, true]);
  });
});

describe("what is not known is not no", () => {
  test("a quarter that ends after the day up to which work is known is not known without a job, and is with one", async () => {
    expect(await status([], { work_known_to: "2024-12-31" })).toEqual([false, false]);
    expect(await status([], { work_known_to: "2024-12-30" })).toEqual([false, null]);
    expect(await status([], { work_known_to: "2024-06-30" })).toEqual([false, null]);
    expect(await status([], { work_known_to: "2024-06-29" })).toEqual([null, null]);
    const ended = job("2024-05-01", { ended_on: "2024-05-31" });
    expect(await status(ended, { work_known_to: "2024-03-31" })).toEqual([true, null]);
  });
  test("an open job last heard of before the quarter is not known in it", async () => {
    expect(await status(job("2023-06-01", { last_verified_on: "2024-03-31" }))).toEqual([null, null]);
    expect(await status(job("2023-06-01", { last_verified_on: "2024-04-01" }))).toEqual([true, null]);
  });
  test("without any job on record, or with one known to have ended, it is no", async () => {
    expect(await status([])).toEqual([false, false]);
    expect(await status(job("2023-06-01", { ended_on: "2023-09-30" }))).toEqual([false, false]);
  });
});

describe("the denominator", () => {
  test("an exit is looked at 456 days later, when its fourth quarter is over, and not the day before", async () => {
    expect(await status([], {}, "2025-02-12")).toEqual([undefined, undefined]);
    expect(await status([], {}, "2025-02-13")).toEqual([false, false]);
  });
  test("456 days are enough for an exit on the first day of its quarter, leap year or not", async () => {
    const first = (exited_on: string) =>
      status(job("2023-06-01", { last_verified_on: "2023-06-02" }), { exited_on }, "2025-12-31");
    expect(await first("2024-10-01")).toEqual([null, null]);
    expect(await first("2024-10-02")).toEqual([undefined, undefined]);
  });
  test("an exit in May: the fourth quarter runs from April to June of the next year", async () => {
    const may = { exited_on: "2023-05-31" };
    expect(await status(job("2024-06-30", { ended_on: "2024-07-31" }), may)).toEqual([false, true]);
    expect(await status(job("2024-07-01", { ended_on: "2024-07-31" }), may)).toEqual([false, false]);
  });
  test("not who left for an institution or died, nor children", async () => {
    const none = [undefined, undefined];
    expect(await status([], { exit_reason: "institutionalized" })).toEqual(none);
    expect(await status([], { exit_reason: "deceased" })).toEqual(none);
    expect(await status([], { age_at_entry: 17 })).toEqual(none);
  });
  test("who comes back and leaves again counts again: two exits, two outcomes", async () => {
    const enrollment = [
      enrolled("ann", "2021-09-01", { exited_on: "2021-11-30" }),
      enrolled("ann", "2022-03-01", { enrollment_key: "ann-2", exited_on: "2022-05-31" }),
    ];
    const units = await unitsOf(employmentAfterExit, { person: [person("ann")], enrollment });
    expect(Object.keys(units)).toHaveLength(2);
  });
});

test("parts add up, with the bounds that the unknown leave open", async () => {
  const people = ["ann", "bob", "cat", "dan"];
  const door = await warehouseOf({
    person: people.map((who) => person(who)),
    enrollment: people.map((who) => enrolled(who, "2023-01-10", { exited_on: "2023-11-15" })),
    job: [
      employed("ann", "2024-05-01", { last_verified_on: "2025-01-01" }),
      employed("bob", "2023-05-01", { ended_on: "2023-12-01" }),
      employed("cat", "2023-05-01", { last_verified_on: "2023-12-01" }),
    ],
  });
  await collectAtHub(door, employmentAfterExit);
  const figure = await figuresOf(door, employmentAfterExit);
  const network = (part: string) => figure(`all network network PY2023 ${part}`);
  expect(["left", "known_q2", "employed_q2", "not_employed_q2", "unknown_q2", "possible_q2"].map(network)).toEqual([
    4, 3, 1, 2, 1, 2,
  ]);
  for (const { total, of } of employmentAfterExit.kind.identities) {
    expect([total, network(total)]).toEqual([total, of.reduce((sum, part) => sum + Number(network(part)), 0)]);
  }
  await door.close();
});
