import { expect, test } from "vitest";
import { carePlan } from "../../models/measures/care-plan.ts";
import { enrolled, figuresOf, person, warehouseOf } from "../support/warehouse.ts";
import { collectAtHub, planned, unitsOf } from "./record-rows.ts";

const five = ["ann", "bob", "cat", "dan", "eve"];
const people = { person: five.map((who) => person(who)), enrollment: five.map((who) => enrolled(who, "2024-01-01")) };

test("five people by hand: on entry, on day 90, on day 91, two goals, and none", async () => {
  const goal = [
    planned("ann", "2024-01-01"),
    planned("bob", "2024-03-31"),
    planned("cat", "2024-04-01"),
    planned("dan", "2024-02-01"),
    planned("dan", "2024-02-01", { goal_key: "two", domain: "dreams" }),
  ];
  expect(await unitsOf(carePlan, { ...people, goal })).toEqual({
    "ann-1": true,
    "bob-1": true,
    "cat-1": false,
    "dan-1": true,
    "eve-1": false,
  });
});

test("a goal set the day before entry is of another time", async () => {
  const goal = [
    planned("ann", "2023-12-31"),
    planned("bob", "2023-12-31"),
    planned("bob", "2024-01-01", { goal_key: "two" }),
  ];
  const units = await unitsOf(carePlan, { ...people, goal });
  expect([units["ann-1"], units["bob-1"]]).toEqual([false, true]);
});

test("an episode is looked at 90 days after entry and not the day before", async () => {
  const ann = {
    person: [person("ann")],
    enrollment: [enrolled("ann", "2024-01-01")],
    goal: [planned("ann", "2024-01-01")],
  };
  expect(await unitsOf(carePlan, ann, "2024-03-31")).toEqual({ "ann-1": true });
  expect(await unitsOf(carePlan, ann, "2024-03-30")).toEqual({});
});

test("children are not in it, unaccompanied youth are", async () => {
  const at = (facts: object) =>
    unitsOf(carePlan, { person: [person("ann")], enrollment: [enrolled("ann", "2024-01-01", facts)] });
  expect(await at({ age_at_entry: 17 })).toEqual({});
  expect(await at({ age_at_entry: 17, unaccompanied: true })).toEqual({ "ann-1": false });
});

test("parts add up", async () => {
  const door = await warehouseOf({ ...people, goal: [planned("ann", "2024-01-01")] });
  await collectAtHub(door, carePlan);
  const figure = await figuresOf(door, carePlan);
  const parts = ["entered", "planned", "not_planned"].map((part) => figure(`all network network 2024-Q1 ${part}`));
  expect(parts).toEqual([5, 1, 4]);
  await door.close();
});
