import { describe, expect, test } from "vitest";
import { jobRetention } from "../../models/measures/job-retention.ts";
import { enrolled, figuresOf, person, warehouseOf } from "../support/warehouse.ts";
import { collectAtHub, countedParts, employed } from "./record-rows.ts";

const HORIZONS = [30, 60, 90, 180, 365];
const five = ["ann", "bob", "cat", "dan", "eve"];
const people = { person: five.map((who) => person(who)), enrollment: five.map((who) => enrolled(who, "2024-01-10")) };
const start = "2024-03-01";

/** Ann's status 30, 60, 90, 180 and 365 days after 1 March 2024: 31 March, 30 April, 30 May, 28 August, 1 March 2025; null where nobody knows. */
async function statuses(job: ReturnType<typeof employed>[], asOf?: string) {
  const parts = await countedParts(jobRetention, { ...people, job }, asOf);
  return HORIZONS.map((days) => {
    if (!parts.includes("placed")) return undefined;
    return parts.includes(`lost_${days}`) ? null : parts.includes(`retained_${days}`);
  });
}

describe("status on the day", () => {
  test("a last day of work on day 90 is retained, on day 89 it is not", async () => {
    expect(await statuses([employed("ann", start, { ended_on: "2024-05-30" })])).toEqual([
      true,
      true,
      true,
      false,
      false,
    ]);
    expect(await statuses([employed("ann", start, { ended_on: "2024-05-29" })])).toEqual([
      true,
      true,
      false,
      false,
      false,
    ]);
  });
  test("a job last verified on day 90 is retained then and not known later; on day 89 it is not known", async () => {
    const verified = (last_verified_on: string) => statuses([employed("ann", start, { last_verified_on })]);
    expect(await verified("2024-05-30")).toEqual([true, true, true, null, null]);
    expect(await verified("2024-05-29")).toEqual([true, true, null, null, null]);
  });
  test("a job that was never verified is lost from the first horizon on", async () => {
    expect(await statuses([employed("ann", start)])).toEqual([null, null, null, null, null]);
  });
  test("another job within 14 days is no loss, whoever the employer is; after 15 days it is", async () => {
    const next = (day: string) =>
      statuses([
        employed("ann", start, { ended_on: "2024-04-15", employer_key: "one" }),
        employed("ann", day, { job_key: "j2", ended_on: "2024-09-30", employer_key: "two" }),
      ]);
    expect(await next("2024-04-30")).toEqual([true, true, true, true, false]);
    expect(await next("2024-05-01")).toEqual([true, false, false, false, false]);
  });
  test("a second placement later in the episode does not mend the first", async () => {
    const again = [
      employed("ann", start, { ended_on: "2024-03-10" }),
      employed("ann", "2024-05-01", { job_key: "j2", last_verified_on: "2025-12-31" }),
    ];
    expect(await statuses(again)).toEqual([false, false, false, false, false]);
  });
});

describe("the cohort", () => {
  const nobody = Array(5).fill(undefined);
  test("a placement is looked at once 365 days have passed and not the day before, however soon it was lost", async () => {
    const lost = [employed("ann", start, { ended_on: "2024-03-05" })];
    expect(await statuses(lost, "2025-03-01")).toEqual(Array(5).fill(false));
    expect(await statuses(lost, "2025-02-28")).toEqual(nobody);
  });
  test("a job lost within the allowed gap before the as-of date is not known to be lost", async () => {
    const late = [employed("ann", start, { ended_on: "2025-02-20" })];
    expect(await statuses(late, "2025-03-07")).toEqual([true, true, true, true, false]);
    expect(await statuses(late, "2025-03-06")).toEqual([true, true, true, true, null]);
  });
  test("a job held since before entry has another clock and is no placement", async () => {
    expect(await statuses([employed("ann", "2023-12-01", { last_verified_on: "2025-01-01" })])).toEqual(nobody);
  });
});

test("five people by hand: kept, changed jobs and stopped, lost, never heard of, too recent", async () => {
  const door = await warehouseOf({
    ...people,
    job: [
      employed("ann", start, { last_verified_on: "2025-12-01" }),
      employed("bob", start, { ended_on: "2024-04-01" }),
      employed("bob", "2024-04-10", { job_key: "bob-j2", ended_on: "2024-06-01" }),
      employed("cat", start, { ended_on: "2024-04-01" }),
      employed("dan", start),
      employed("eve", "2025-06-01", { last_verified_on: "2025-12-31" }),
    ],
  });
  await collectAtHub(door, jobRetention);
  const figure = await figuresOf(door, jobRetention);
  const network = (part: string) => figure(`all network network to-date ${part}`);
  const at = (days: number) =>
    ["known", "retained", "not_retained", "lost", "possible"].map((part) => network(`${part}_${days}`));
  expect(network("placed")).toBe(4);
  expect(HORIZONS.map(at)).toEqual([
    [3, 3, 0, 1, 4],
    [3, 2, 1, 1, 3],
    [3, 2, 1, 1, 3],
    [3, 1, 2, 1, 2],
    [3, 1, 2, 1, 2],
  ]);
  for (const { total, of } of jobRetention.kind.identities) {
    expect([total, network(total)]).toEqual([total, of.reduce((sum, part) => sum + Number(network(part)), 0)]);
  }
  await door.close();
});
