import { expect, test } from "vitest";
import { peopleServed } from "../../models/measures/people-served.ts";
import { enrolled, figuresOf, person, warehouseOf } from "../support/warehouse.ts";

const atSchool = { partner_id: "school", program_id: "school-class" };

test("a person with three episodes in two programs counts once in the network, at the first", async () => {
  const door = await warehouseOf({
    person: [person("ann")],
    enrollment: [
      enrolled("ann", "2024-08-10"),
      enrolled("ann", "2024-02-01", { enrollment_key: "ann-2", program_id: "hub-plus" }),
      enrolled("ann", "2025-01-01", { enrollment_key: "ann-3" }),
    ],
  });
  const people = await figuresOf(door, peopleServed);
  expect(people("all network network to-date people")).toBe(1);
  expect([people("all network network 2024-Q1 people"), people("all network network 2024-Q3 people")]).toEqual([1, 0]);
  expect([people("all program hub-plus to-date people"), people("all program hub-core to-date people")]).toEqual([
    1, 1,
  ]);
  expect([people("all tier tier-1 PY2024 people"), people("all tier tier-1 PY2023 people")]).toEqual([
    1,
    "[not_collected]",
  ]);
  await door.close();
});

test("a linkage token makes two partners' person one; without it each partner counts its own", async () => {
  const door = await warehouseOf({
    person: [
      person("ann", { linkage_key: "same" }),
      person("ann-at-school", { partner_id: "school", linkage_key: "same" }),
      person("bob"),
      person("bob-at-school", { partner_id: "school" }),
    ],
    enrollment: [
      enrolled("ann", "2024-02-01"),
      enrolled("ann-at-school", "2024-05-01", atSchool),
      enrolled("bob", "2024-02-01"),
      enrolled("bob-at-school", "2024-05-01", atSchool),
    ],
  });
  await door.run("update partner set links_people = true");
  const people = await figuresOf(door, peopleServed);
  expect(people("all network network to-date people")).toBe(3);
  expect([people("all network network to-date linked"), people("all network network to-date unlinked")]).toEqual([
    1, 2,
  ]);
  expect([people("all partner hub to-date people"), people("all partner school to-date people")]).toEqual([2, 2]);
  expect([people("all network network 2024-Q2 people"), people("all partner school 2024-Q2 people")]).toEqual([1, 2]);
  await door.close();
});

test("where no partner sends a linkage token nobody can be linked, as everybody knows", async () => {
  const door = await warehouseOf({
    person: [person("ann"), person("bob", { partner_id: "school" })],
    enrollment: [enrolled("ann", "2024-02-01"), enrolled("bob", "2024-02-01", atSchool)],
  });
  const people = await figuresOf(door, peopleServed);
  expect(people("all partner school to-date linked")).toBe("[not_applicable]");
  expect(people("all partner school to-date unlinked")).toBe(1);
  expect([people("all partner hub to-date linked"), people("all tier tier-2 to-date linked")]).toEqual([0, 0]);
  await door.close();
});

test("the quarter and the program year that the as-of date is in are not yet settled, on their last day they are", async () => {
  const rows = { person: [person("ann")], enrollment: [enrolled("ann", "2024-02-01")] };
  const running = await warehouseOf(rows, "2024-06-29");
  const early = await figuresOf(running, peopleServed);
  expect([early("all network network 2024-Q2 people"), early("all network network PY2023 people")]).toEqual([
    "[not_yet_settled]",
    "[not_yet_settled]",
  ]);
  expect([early("all network network 2024-Q1 people"), early("all network network to-date people")]).toEqual([1, 1]);
  await running.close();
  const over = await warehouseOf(rows, "2024-06-30");
  expect((await figuresOf(over, peopleServed))("all network network PY2023 people")).toBe(1);
  await over.close();
});

test("an episode that begins on the as-of date counts, and not one the day after", async () => {
  const door = await warehouseOf(
    {
      person: [person("ann"), person("bob")],
      enrollment: [enrolled("ann", "2025-12-31"), enrolled("bob", "2026-01-01")],
    },
    "2025-12-31",
  );
  expect((await figuresOf(door, peopleServed))("all network network to-date people")).toBe(1);
  await door.close();
});

test("an enrollment of a person nobody has described is in no fact", async () => {
  const door = await warehouseOf({
    person: [person("ann")],
    enrollment: [enrolled("ann", "2024-01-01"), enrolled("ghost", "2024-01-01")],
  });
  expect((await figuresOf(door, peopleServed))("all network network to-date people")).toBe(1);
  await door.close();
});

test("quarters add up to years and years to everything to date, in every unit", async () => {
  const days = ["2023-07-01", "2023-12-31", "2024-06-30", "2024-07-01", "2025-03-15"];
  const door = await warehouseOf({
    person: days.map((day) => person(day)),
    enrollment: days.map((day, index) => enrolled(day, day, { program_id: index % 2 ? "hub-plus" : "hub-core" })),
  });
  await figuresOf(door, peopleServed);
  const sums = await door.rows<{ slice: string; member: string; quarters: number; years: number; all: number }>(`
    select slice, member, sum(value) filter (where period_kind = 'quarter') as quarters, sum(value) filter (where period_kind = 'year') as years,
      sum(value) filter (where period_kind = 'all') as "all" from figure where part = 'people' and slice in ('network', 'tier', 'partner') group by 1, 2`);
  expect(sums.find(({ slice }) => slice === "network")).toMatchObject({ quarters: 5, years: 5, all: 5 });
  for (const { quarters, years, all } of sums) expect([quarters, years]).toEqual([all, all]);
  await door.close();
});
