import { expect, test } from "vitest";
import { jobLoss } from "../../models/measures/job-loss.ts";
import { JOINING_DAY } from "../../models/measures/job-loss-kind.ts";
import { jobRetention } from "../../models/measures/job-retention.ts";
import { RETENTION_DAYS } from "../../models/measures/population.ts";
import { kaplanMeier, stepOn } from "../../models/statistics/kaplan-meier.ts";
import type { Observation } from "../../models/statistics/risk-counts.ts";
import { enrolled, person, type Rows } from "../support/warehouse.ts";
import { columnsOf, countsOf } from "./measured-units.ts";
import { employed } from "./record-rows.ts";

const START = "2024-01-01";
const dayAfter = (days: number) => new Date(Date.parse(START) + days * 86_400_000).toISOString().slice(0, 10);

/** A job begun on 1 January 2024: the day in it on which the person entered, the days it lasted, and whether it then ended. */
type Job = [entered: number, lasted: number, ended: boolean];

const rowsOf = (jobs: Readonly<Record<string, Job>>): Rows => ({
  person: Object.keys(jobs).map((who) => person(who)),
  enrollment: Object.entries(jobs).map(([who, [entered]]) => enrolled(who, dayAfter(entered))),
  job: Object.entries(jobs).map(([who, [, lasted, ended]]) =>
    employed(who, START, ended ? { ended_on: dayAfter(lasted) } : { last_verified_on: dayAfter(lasted) }),
  ),
});

/** How long each job lasted, whether it ended, and whether it was held at entry. */
const rowsFor = (jobs: Readonly<Record<string, Job>>, asOf?: string) =>
  columnsOf(jobLoss, ["lasted_days", "ended", "held"], rowsOf(jobs), asOf);

const jobs: Readonly<Record<string, Job>> = {
  ...{ ann: [0, 20, true], bob: [0, 45, true], cat: [0, 100, true] },
  ...{ dan: [0, 400, false], eve: [0, 400, false], fay: [0, 365, false] },
  ...{ gus: [10, 200, true], hal: [180, 180, true], ida: [91, 365, true], jan: [1, 365, false] },
};

test("ten people by hand: six placed, and four who held a job when they entered", async () => {
  expect(await rowsFor(jobs)).toEqual({
    ...{ "ann-1": [20, true, false], "bob-1": [45, true, false], "cat-1": [100, true, false] },
    ...{ "dan-1": [400, false, false], "eve-1": [400, false, false], "fay-1": [365, false, false] },
    ...{ "held gus-j": [200, true, true], "held hal-j": [180, true, true] },
    ...{ "held ida-j": [365, true, true], "held jan-j": [365, false, true] },
  });
});

test("who enters on day 180 of the job counts, and on day 181 does not", async () => {
  expect(Object.keys(await rowsFor({ ann: [180, 400, false] }))).toEqual(["held ann-j"]);
  expect(await rowsFor({ ann: [181, 400, false] })).toEqual({});
});

test("whose job had ended, or was last heard of, before day 180 is never at risk", async () => {
  expect(await rowsFor({ ann: [10, 179, true], bob: [10, 179, false] })).toEqual({});
  expect(Object.keys(await rowsFor({ ann: [10, 180, true], bob: [10, 180, false] }))).toHaveLength(2);
});

test("a placement is looked at 365 days after its first day, and a job held at entry 365 days after entry", async () => {
  const two: Readonly<Record<string, Job>> = { ann: [0, 400, false], bob: [40, 400, false] };
  expect(await rowsFor(two, dayAfter(364))).toEqual({});
  expect(Object.keys(await rowsFor(two, dayAfter(404)))).toEqual(["ann-1"]);
  expect(Object.keys(await rowsFor(two, dayAfter(405)))).toEqual(["ann-1", "held bob-j"]);
});

test("at risk are those who had come in by then, less the lost and the last heard of, and parts add up", async () => {
  const heard: Readonly<Record<string, Job>> = {
    ...jobs,
    kim: [0, 29, false],
    leo: [0, 95, false],
    mia: [50, 364, false],
  };
  const count = await countsOf(jobLoss, rowsOf(heard));
  expect(["followed", "placed", "held"].map(count)).toEqual([13, 8, 5]);
  expect(["kept_30", "kept_60", "kept_90", "kept_180", "kept_365"].map(count)).toEqual([6, 5, 5, 3, 3]);
  expect(["stopped_30", "ended_60", "ended_90", "ended_180"].map(count)).toEqual([1, 1, 0, 1]);
  expect(["at_risk_180", "ended_365", "held_ended_365", "held_heard_365", "held_kept_365"].map(count)).toEqual([
    8, 2, 2, 1, 2,
  ]);
});

test("the product of the steps is the Kaplan–Meier estimate with delayed entry: 5/6, of that 4/5, all, 3/4 and 5/7", async () => {
  const count = await countsOf(jobLoss, rowsOf(jobs));
  const observed = Object.values(await rowsFor(jobs)).map(([lasted, ended, held]): Observation => {
    const days = Number(lasted) + (ended ? 1 : 0);
    return { days, ended: Boolean(ended), ...(held ? { from: JOINING_DAY } : {}) };
  });
  const steps = kaplanMeier(observed);
  let share = 1;
  const shares = jobLoss.kind.rates.map(({ numerator, denominator }, at) => {
    share *= 1 - count(numerator) / count(denominator);
    expect(share).toBeCloseTo(stepOn(steps, RETENTION_DAYS[at]!)!.share, 12);
    return share;
  });
  const byHand = [5 / 6, 4 / 6, 4 / 6, 3 / 6, (3 / 6) * (5 / 7)];
  expect(shares.map((one) => one.toFixed(9))).toEqual(byHand.map((one) => one.toFixed(9)));
});

test("who was placed is counted as in the shares still employed", async () => {
  const rows = rowsOf(jobs);
  const [mine, theirs] = [await countsOf(jobLoss, rows), await countsOf(jobRetention, rows)];
  expect(mine("placed")).toBe(theirs("placed"));
  for (const days of RETENTION_DAYS) {
    expect(mine(`kept_${days}`)).toBe(theirs(`retained_${days}`));
    expect(mine(`stopped_${days}`)).toBe(theirs(`not_retained_${days}`));
  }
});
