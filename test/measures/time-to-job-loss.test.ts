import { expect, test } from "vitest";
import { jobRetention } from "../../models/measures/job-retention.ts";
import { RETENTION_DAYS } from "../../models/measures/population.ts";
import { timeToJobLoss } from "../../models/measures/time-to-job-loss.ts";
import { unitsSql } from "../../pipelines/build/units.ts";
import { enrolled, figuresOf, person, type Rows, warehouseOf } from "../support/warehouse.ts";
import { collectAtHub, employed } from "./record-rows.ts";

const start = "2024-03-01";
const six = ["one-day", "to-29", "to-30", "heard-29", "heard-30", "a-year"];

/** First days of work on 1 March 2024: one day of work, ended on day 29 and 30, last heard of on day 29 and 30, and still there after a year. */
const rows: Rows = {
  person: six.map((who) => person(who)),
  enrollment: six.map((who) => enrolled(who, "2024-01-10")),
  job: [
    employed("one-day", start, { ended_on: start }),
    employed("to-29", start, { ended_on: "2024-03-30" }),
    employed("to-30", start, { ended_on: "2024-03-31" }),
    employed("heard-29", start, { last_verified_on: "2024-03-30" }),
    employed("heard-30", start, { last_verified_on: "2024-03-31" }),
    employed("a-year", start, { last_verified_on: "2025-03-01" }),
  ],
};

async function timesOf(asOf?: string): Promise<Record<string, string>> {
  const door = await warehouseOf(rows, asOf);
  const units = await door.rows<{ person_key: string; days: number; ended: boolean }>(unitsSql(door, timeToJobLoss));
  await door.close();
  return Object.fromEntries(units.map(({ person_key, days, ended }) => [person_key, `${days}${ended ? " lost" : ""}`]));
}

test("a job is lost on the day after the last one of work, and followed to the day it was last heard of", async () => {
  expect(await timesOf()).toEqual({
    ...{ "one-day": "1 lost", "to-29": "30 lost", "to-30": "31 lost" },
    ...{ "heard-29": "29", "heard-30": "30", "a-year": "365" },
  });
});

test("a placement is looked at a year after its first day and not the day before", async () => {
  expect(Object.keys(await timesOf("2025-03-01"))).toHaveLength(6);
  expect(await timesOf("2025-02-28")).toEqual({});
});

test("who is lost and who is at risk after each day are those of the shares still employed", async () => {
  const door = await warehouseOf(rows);
  await collectAtHub(door, timeToJobLoss);
  const figure = await figuresOf(door, timeToJobLoss);
  const value = (part: string) => figure(`all network network to-date ${part}`);
  expect([value("started"), value("by_30"), value("at_risk_30"), value("censored_30")]).toEqual([6, 2, 3, 1]);
  expect([value("by_60"), value("ended_60"), value("at_risk_60"), value("censored_60")]).toEqual([3, 1, 1, 1]);
  await door.run(
    "drop table figure; drop table contribution; drop table median_figure; drop table sum_figure; drop table standardised_figure",
  );
  const shares = await figuresOf(door, jobRetention);
  for (const days of RETENTION_DAYS) {
    expect(value(`by_${days}`)).toBe(shares(`all network network to-date not_retained_${days}`));
    expect(value(`at_risk_${days}`)).toBe(shares(`all network network to-date retained_${days}`));
  }
  for (const { total, of } of timeToJobLoss.kind.identities) {
    expect([total, value(total)]).toEqual([total, of.reduce((sum, part) => sum + Number(value(part)), 0)]);
  }
  await door.close();
});
