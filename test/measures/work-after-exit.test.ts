import { expect, test } from "vitest";
import { employmentAfterExit } from "../../models/measures/employment-after-exit.ts";
import type { JobTable } from "../../models/warehouse.ts";
import { enrolled, person } from "../support/warehouse.ts";
import { countsOf } from "./measured-units.ts";
import { employed } from "./record-rows.ts";

const eight = ["ann", "bob", "cat", "dan", "eve", "fay", "gus", "hal"];
/** Everybody left in November 2023: the quarters are April to June and October to December 2024. */
const people = {
  person: eight.map((who) => person(who)),
  enrollment: eight.map((who) => enrolled(who, "2023-01-10", { exited_on: "2023-11-15" })),
};
const paid = { hourly_wage: 15, hours_per_week: 40 };
const job = (who: string, from: string, to: string, facts: Partial<JobTable> = {}) =>
  employed(who, from, { ended_on: to, employer_key: "mill", ...facts });
const second = { job_key: "second" };

test("eight people by hand: one job, two of one employer, of two, of none named, to the last day before, open, and no job in the second quarter", async () => {
  const count = await countsOf(employmentAfterExit, {
    ...people,
    job: [
      job("ann", "2024-04-01", "2024-10-01", paid),
      job("bob", "2024-04-01", "2024-06-30", { ...paid, hours_per_week: null }),
      job("bob", "2024-12-31", "2025-01-31", { job_key: "bob-2" }),
      job("cat", "2024-04-01", "2024-06-30", paid),
      job("cat", "2024-10-01", "2025-01-31", { job_key: "cat-2", employer_key: "shop" }),
      job("dan", "2024-04-01", "2024-12-31", { ...paid, employer_key: null }),
      job("eve", "2024-04-01", "2024-09-30", { ...paid, hourly_wage: 0 }),
      employed("fay", "2024-04-01", { employer_key: "mill", last_verified_on: "2024-09-30", ...paid }),
      job("gus", "2024-07-01", "2024-12-31", paid),
    ],
  });
  expect(["employed_q2", "followed_q4", "same_employer", "not_same_employer"].map(count)).toEqual([6, 5, 2, 3]);
  expect(count("changed_employer")).toBe(2);
  expect(["earnings_known", "earnings_not_known"].map(count)).toEqual([4, 2]);
});

test("an employer of the second quarter is the same on the first day of the fourth and no longer after a last day before it", async () => {
  const again = (from: string, to: string) =>
    countsOf(employmentAfterExit, {
      ...people,
      job: [job("ann", "2024-06-30", "2024-06-30"), job("ann", from, to, second)],
    });
  expect((await again("2024-09-01", "2024-10-01"))("same_employer")).toBe(1);
  const before = await again("2024-09-01", "2024-09-30");
  expect(["followed_q4", "same_employer", "not_same_employer"].map(before)).toEqual([1, 0, 1]);
});
