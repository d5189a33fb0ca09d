import { expect, test } from "vitest";
import { carePlan } from "../../models/measures/care-plan.ts";
import { timeToFirstGoal } from "../../models/measures/time-to-first-goal.ts";
import { unitsSql } from "../../pipelines/build/units.ts";
import { enrolled, figuresOf, person, type Rows, warehouseOf } from "../support/warehouse.ts";
import { collectAtHub, planned, unitsOf } from "./record-rows.ts";

/** Days each episode was followed, with `goal` where that is the day of the first one. */
async function timesOf(rows: Rows, asOf = "2024-12-31"): Promise<Record<string, string>> {
  const door = await warehouseOf(rows, asOf);
  const units = await door.rows<{ unit_id: string; days: number; ended: boolean }>(unitsSql(door, timeToFirstGoal));
  await door.close();
  return Object.fromEntries(units.map(({ unit_id, days, ended }) => [unit_id, `${days}${ended ? " goal" : ""}`]));
}

const on = (who: string, day: string, goal_key = who) => planned(who, day, { goal_key });
const six = ["at-once", "on-day-7", "on-day-8", "twice", "before", "never"];
const rows = {
  person: six.map((who) => person(who)),
  enrollment: six.map((who) => enrolled(who, "2024-01-01", who === "never" ? { exited_on: "2024-02-01" } : {})),
  goal: [
    on("at-once", "2024-01-01"),
    on("on-day-7", "2024-01-08"),
    on("on-day-8", "2024-01-09"),
    on("twice", "2024-05-01"),
    on("twice", "2024-04-01", "second"),
    on("before", "2023-12-31"),
  ],
};

test("six people by hand: at once, on a day of the grid, a day later, twice, before entry, and gone without one", async () => {
  expect(await timesOf(rows)).toEqual({
    "at-once-1": "0 goal",
    "on-day-7-1": "7 goal",
    "on-day-8-1": "8 goal",
    "twice-1": "91 goal",
    "before-1": "365",
    "never-1": "365",
  });
});

test("a goal before entry does not hide one after it, and each episode has its own", async () => {
  const second = { enrollment_key: "ann-2" };
  const enrollment = [enrolled("ann", "2024-01-01"), enrolled("ann", "2024-06-01", second)];
  const goal = [
    on("ann", "2023-12-01", "a"),
    on("ann", "2024-01-11", "b"),
    { ...on("ann", "2024-06-03", "c"), ...second },
  ];
  expect(await timesOf({ person: [person("ann")], enrollment, goal })).toEqual({
    "ann-1": "10 goal",
    "ann-2": "2 goal",
  });
});

test("an episode is looked at 90 days after entry and not the day before, children never", async () => {
  const ann = { person: [person("ann")], enrollment: [enrolled("ann", "2024-01-01")] };
  expect(await timesOf(ann, "2024-03-31")).toEqual({ "ann-1": "90" });
  expect(await timesOf(ann, "2024-03-30")).toEqual({});
  expect(await timesOf({ ...ann, enrollment: [enrolled("ann", "2024-01-01", { age_at_entry: 17 })] })).toEqual({});
});

test("a goal after the as-of date has not been set", async () => {
  expect(await timesOf(rows, "2024-04-20")).toMatchObject({ "twice-1": "91 goal", "never-1": "110" });
  expect(await timesOf(rows, "2024-03-31")).toMatchObject({ "twice-1": "90" });
});

test("counts add up, and within 90 days they are those of the care plans", async () => {
  const door = await warehouseOf(rows);
  await collectAtHub(door, timeToFirstGoal);
  const figure = await figuresOf(door, timeToFirstGoal);
  const value = (part: string) => Number(figure(`all network network to-date ${part}`));
  expect(["started", "by_7", "by_14", "by_90", "by_180", "at_risk_180"].map(value)).toEqual([6, 2, 3, 3, 4, 2]);
  for (const { total, of } of timeToFirstGoal.kind.identities) {
    expect([total, value(total)]).toEqual([total, of.reduce((sum, part) => sum + value(part), 0)]);
  }
  await door.close();
  const plans = Object.values(await unitsOf(carePlan, rows));
  expect(plans.filter((isPlanned) => isPlanned)).toHaveLength(value("by_90"));
});
