import { expect, test } from "vitest";
import { livingWages } from "../../data/reference/living-wage.ts";
import { livingWage } from "../../models/facts/living-wage.ts";
import { livingWageShare } from "../../models/measures/living-wage-share.ts";
import { enrolled, figuresOf, person, type Rows, warehouseOf } from "../support/warehouse.ts";
import { collectAtHub, employed, unitsOf } from "./record-rows.ts";

const county = "TN-157";
const [rate, next] = livingWages.filter((one) => one.county === county);
const day = "2024-03-01";
const people = (...who: string[]): Rows => ({
  person: who.map((one) => person(one, { county })),
  enrollment: who.map((one) => enrolled(one, "2024-01-10")),
});

test("five people by hand: a cent below, at, and above the living wage, no wage, and an unpaid job", async () => {
  const wage = rate!.hourlyCents / 100;
  const job = [
    employed("ann", day, { hourly_wage: wage - 0.01 }),
    employed("bob", day, { hourly_wage: wage }),
    employed("cat", day, { hourly_wage: wage + 0.01 }),
    employed("dan", day),
    employed("eve", day, { hourly_wage: 0 }),
  ];
  expect(await unitsOf(livingWageShare, { ...people("ann", "bob", "cat", "dan", "eve"), job })).toEqual({
    "ann-1": false,
    "bob-1": true,
    "cat-1": true,
    "eve-1": false,
  });
});

test("the living wage is the one that held on the first day of work", async () => {
  const hourly_wage = next!.hourlyCents / 100 - 0.01;
  const on = (started: string) =>
    unitsOf(livingWageShare, { ...people("ann"), job: [employed("ann", started, { hourly_wage })] });
  expect(await on("2024-12-31")).toEqual({ "ann-1": true });
  expect(await on(next!.from)).toEqual({ "ann-1": false });
});

test("who lives where nobody said, or where there is no living wage, is in no denominator", async () => {
  const job = [employed("ann", day, { hourly_wage: 40 })];
  expect(await unitsOf(livingWageShare, { ...people("ann"), person: [person("ann")], job })).toEqual({});
  expect(
    await unitsOf(livingWageShare, { ...people("ann"), person: [person("ann", { county: "ZZ-001" })], job }),
  ).toEqual({});
});

test("the wage is that of the first job of the placement; one held since before entry is none", async () => {
  const later = [
    employed("ann", day, { hourly_wage: 8, ended_on: "2024-03-31" }),
    employed("ann", "2024-04-01", { job_key: "two", hourly_wage: 40 }),
  ];
  expect(await unitsOf(livingWageShare, { ...people("ann"), job: later })).toEqual({ "ann-1": false });
  expect(
    await unitsOf(livingWageShare, { ...people("ann"), job: [employed("ann", "2023-01-01", { hourly_wage: 40 })] }),
  ).toEqual({});
});

test("every living wage is positive, and a county's follow each other", () => {
  for (const { county: of, from, hourlyCents } of livingWages) {
    expect(hourlyCents).toBeGreaterThan(0);
    expect(livingWages.filter((one) => one.county === of && one.from === from)).toHaveLength(1);
  }
});

test("without reference data there is no fact", async () => {
  const door = await warehouseOf(people("ann"));
  expect(() => livingWage(door.kysely, [])).toThrow("no living wages");
  await door.close();
});

test("parts add up", async () => {
  const job = [employed("ann", day, { hourly_wage: 40 }), employed("bob", day, { hourly_wage: 8 })];
  const door = await warehouseOf({ ...people("ann", "bob"), job });
  await collectAtHub(door, livingWageShare);
  const figure = await figuresOf(door, livingWageShare);
  const parts = ["waged", "living", "below"].map((part) => figure(`all partner hub to-date ${part}`));
  expect(parts).toEqual([2, 1, 1]);
  await door.close();
});
