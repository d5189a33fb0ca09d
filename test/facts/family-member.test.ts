import { expect, test } from "vitest";
import { familyOf, type Member, motherAndChild } from "../measures/family-rows.ts";
import { enrolled, person, type Rows, warehouseOf } from "../support/warehouse.ts";

/** Members on the family's first day as `person → generation`. */
async function membersOf(rows: Rows, asOf?: string): Promise<Record<string, string | null>> {
  const door = await warehouseOf(rows, asOf);
  const found = await door.rows<{ person_key: string; generation: string | null }>("select * from family_member");
  await door.close();
  return Object.fromEntries(found.map(({ person_key, generation }) => [person_key, generation]));
}

const mother: Member = { who: "mo", role: "head", entered: "2024-01-10" };
const withKit = (facts: Partial<Member>) => familyOf([mother, { who: "kit", role: "child", ...facts }]);
const aged = (age: number, age_on: string) => withKit({ known: { age, age_on } });

test("a family is who the partner says it is, enrolled or not", async () => {
  expect(await membersOf(motherAndChild)).toEqual({ mo: "adult", kit: "child" });
});

test("a household of which nobody ever enrolled is no family", async () => {
  expect(await membersOf(familyOf([{ who: "mo", role: "head" }]))).toEqual({});
  expect(await membersOf(familyOf([{ ...mother, entered: "2025-01-01" }]), "2024-12-31")).toEqual({});
});

test("a child of the household is one until 18, on the family's first day", async () => {
  expect(await membersOf(aged(17, "2024-01-10"))).toMatchObject({ kit: "child" });
  expect(await membersOf(aged(18, "2024-01-10"))).toMatchObject({ kit: "adult" });
  expect(await membersOf(aged(18, "2025-01-09"))).toMatchObject({ kit: "adult" });
  expect(await membersOf(aged(18, "2025-01-10"))).toMatchObject({ kit: "child" });
  expect(await membersOf(withKit({}))).toMatchObject({ kit: "child" });
});

test("an age known before the first day is a year more only once a whole year lies between", async () => {
  expect(await membersOf(aged(17, "2023-12-31"))).toMatchObject({ kit: "child" });
  expect(await membersOf(aged(17, "2023-01-10"))).toMatchObject({ kit: "child" });
  expect(await membersOf(aged(17, "2023-01-09"))).toMatchObject({ kit: "adult" });
  expect(await membersOf(aged(17, "2024-01-20"))).toMatchObject({ kit: "child" });
  expect(await membersOf(aged(18, "2024-01-20"))).toMatchObject({ kit: "adult" });
});

test("a child whose age shows a birth after the first day is not in the family", async () => {
  expect(await membersOf(aged(0, "2025-01-09"))).toMatchObject({ kit: "child" });
  expect(await membersOf(aged(0, "2025-01-10"))).toEqual({ mo: "adult" });
});

test("the age nearest the first day decides", async () => {
  const rows = withKit({
    entered: "2025-06-01",
    episode: { age_at_entry: 19 },
    known: { age: 17, age_on: "2024-02-01" },
  });
  expect(await membersOf(rows)).toMatchObject({ kit: "child" });
});

test("a parent of 17 is the adult generation; others go by age, and nobody guesses", async () => {
  const rows = familyOf([
    { ...mother, episode: { age_at_entry: 17 } },
    { who: "kit", role: "child", known: { age: 1, age_on: "2024-01-10" } },
    { who: "gran", role: "other", known: { age: 70, age_on: "2024-01-10" } },
    { who: "nephew", role: "unknown", known: { age: 9, age_on: "2024-01-10" } },
    { who: "guest", role: "unknown" },
  ]);
  expect(await membersOf(rows)).toEqual({ mo: "adult", kit: "child", gran: "adult", nephew: "child", guest: null });
});

test("the first day is that of the first episode of any member; one that names another household is not this one's", async () => {
  const rows: Rows = {
    ...motherAndChild,
    enrollment: [
      enrolled("mo", "2023-01-01", { enrollment_key: "before", household_key: "parents", program_id: "hub-plus" }),
      enrolled("mo", "2024-03-01", { household_key: "fam" }),
      enrolled("kit", "2024-02-01", { age_at_entry: 6 }),
    ],
  };
  const door = await warehouseOf(rows);
  const found = await door.rows("select distinct program_id, cast(first_on as varchar) as first_on from family_member");
  expect(found).toEqual([{ program_id: "hub-core", first_on: "2024-02-01" }]);
  await door.close();
});

test("one person in two households is in each", async () => {
  const rows: Rows = {
    person: [person("mo")],
    household_member: [...familyOf([mother]).household_member, ...familyOf([mother], "other").household_member],
    enrollment: [enrolled("mo", "2024-01-10")],
  };
  const door = await warehouseOf(rows);
  expect(await door.rows("select household_key from family_member order by 1")).toEqual([
    { household_key: "fam" },
    { household_key: "other" },
  ]);
  await door.close();
});
