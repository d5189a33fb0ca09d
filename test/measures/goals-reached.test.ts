import { expect, test } from "vitest";
import { goalsReached } from "../../models/measures/goals-reached.ts";
import type { GoalTable } from "../../models/warehouse.ts";
import { unitsSql } from "../../pipelines/build/units.ts";
import { enrolled, figuresOf, person, warehouseOf } from "../support/warehouse.ts";
import { collectAtHub, planned } from "./record-rows.ts";

const ann = { person: [person("ann")], enrollment: [enrolled("ann", "2024-01-10")] };

/** What is counted of a goal of 1 March 2024; null before it is looked at. */
async function partsOf(facts: Partial<GoalTable>, asOf?: string): Promise<string | null> {
  const door = await warehouseOf({ ...ann, goal: [planned("ann", "2024-03-01", facts)] }, asOf);
  const [unit] = await door.rows<Record<string, boolean>>(unitsSql(door, goalsReached));
  await door.close();
  return unit ? ["set", ...["reached", "due", "on_time"].filter((part) => unit[part])].join(" ") : null;
}

test("reached on the day it was set, on day 365, on day 366, and never", async () => {
  expect(await partsOf({ reached_on: "2024-03-01" })).toBe("set reached");
  expect(await partsOf({ reached_on: "2025-03-01" })).toBe("set reached");
  expect(await partsOf({ reached_on: "2025-03-02" })).toBe("set");
  expect(await partsOf({})).toBe("set");
});

test("early, on its day, a day late, and never", async () => {
  const due_on = "2024-06-30";
  expect(await partsOf({ due_on, reached_on: "2024-04-01" })).toBe("set reached due on_time");
  expect(await partsOf({ due_on, reached_on: due_on })).toBe("set reached due on_time");
  expect(await partsOf({ due_on, reached_on: "2024-07-01" })).toBe("set reached due");
  expect(await partsOf({ due_on })).toBe("set due");
});

test("a day more than a year away does not come due in that time", async () => {
  expect(await partsOf({ due_on: "2025-03-01" })).toBe("set due");
  expect(await partsOf({ due_on: "2025-03-02", reached_on: "2024-04-01" })).toBe("set reached");
});

test("a goal is looked at 365 days after it was set and not the day before, even if it was reached at once", async () => {
  expect(await partsOf({ reached_on: "2024-03-01" }, "2025-03-01")).toBe("set reached");
  expect(await partsOf({ reached_on: "2024-03-01" }, "2025-02-28")).toBeNull();
});

test("a goal belongs to the episode its partner names, else to the latest that had begun, else to the first after", async () => {
  const episode = (key: string, on: string) => enrolled("ann", on, { enrollment_key: key });
  const door = await warehouseOf({
    person: [person("ann")],
    enrollment: [episode("one", "2024-01-10"), episode("two", "2024-06-01"), episode("three", "2025-01-01")],
    goal: [
      planned("ann", "2024-06-01", { goal_key: "a" }),
      planned("ann", "2024-05-31", { goal_key: "b" }),
      planned("ann", "2024-01-01", { goal_key: "c" }),
      planned("ann", "2024-07-01", { goal_key: "d", enrollment_key: "three" }),
      planned("ann", "2024-07-01", { goal_key: "e", enrollment_key: "unknown" }),
    ],
  });
  const rows = await door.rows<{ enrollment_key: string }>(
    "select enrollment_key from care_plan_goal order by goal_key",
  );
  expect(rows.map(({ enrollment_key }) => enrollment_key)).toEqual(["two", "one", "one", "three", "two"]);
  await door.close();
});

test("five goals of two people by hand: by domain, the unknown one visible, counted with the people behind them", async () => {
  const goal = [
    planned("ann", "2024-02-01", { due_on: "2024-05-01", reached_on: "2024-06-01" }),
    planned("ann", "2024-02-01", { goal_key: "two", reached_on: "2024-03-01" }),
    planned("ann", "2024-02-01", { goal_key: "three", domain: "dreams" }),
    planned("bob", "2024-02-01", { goal_key: "four", domain: "food", due_on: "2024-05-01", reached_on: "2024-05-01" }),
    planned("bob", "2024-02-01", { goal_key: "five", domain: "food", due_on: "2024-05-01" }),
  ];
  const both = [person("ann"), person("bob")];
  const enrollment = [enrolled("ann", "2024-01-10"), enrolled("bob", "2024-01-10")];
  const door = await warehouseOf({ person: both, enrollment, goal });
  await collectAtHub(door, goalsReached);
  const figure = await figuresOf(door, goalsReached);
  const value = (part: string) => Number(figure(`all network network to-date ${part}`));
  expect(["set", "reached", "due", "on_time"].map(value)).toEqual([5, 3, 3, 1]);
  expect(["set_housing", "reached_housing", "set_food", "reached_food", "set_other"].map(value)).toEqual([
    2, 2, 2, 1, 1,
  ]);
  for (const { total, of } of goalsReached.kind.identities) {
    expect([total, value(total)]).toEqual([total, of.reduce((sum, part) => sum + value(part), 0)]);
  }
  expect(figure("all partner hub to-date set_food")).toBeUndefined();
  expect(figure("all partner school to-date set")).toBe("[not_collected]");
  const [about] = await door.rows<object>(
    "select people from figure where part = 'set' and slice = 'network' and period_kind = 'all'",
  );
  expect(about).toEqual({ people: 2 });
  await door.close();
});
