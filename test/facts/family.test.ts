import { expect, test } from "vitest";
import { familyOf, motherAndChild } from "../measures/family-rows.ts";
import { type Rows, warehouseOf } from "../support/warehouse.ts";

/** Families as `household → the member it is counted under`. */
async function headsOf(rows: Rows): Promise<Record<string, string>> {
  const door = await warehouseOf(rows);
  const found = await door.rows<{ household_key: string; head_key: string }>("select * from family");
  await door.close();
  return Object.fromEntries(found.map(({ household_key, head_key }) => [household_key, head_key]));
}

const child = { who: "kit", role: "child" };
const day = "2024-01-10";

test("a family is counted under its head", async () => {
  expect(await headsOf(motherAndChild)).toEqual({ fam: "mo" });
});

test("under another adult where the head never enrolled, and under a child where no adult did", async () => {
  const father = { who: "pa", role: "partner" };
  const young = { age_at_entry: 6 };
  expect(await headsOf(familyOf([{ who: "mo", role: "head" }, { ...father, entered: day }, child]))).toEqual({
    fam: "pa",
  });
  const childOnly = { ...child, entered: day, episode: young };
  expect(await headsOf(familyOf([{ who: "mo", role: "head" }, father, childOnly]))).toEqual({ fam: "kit" });
});

test("two adults, or two children, are no family of two generations", async () => {
  const mother = { who: "mo", role: "head", entered: day };
  expect(await headsOf(familyOf([mother, { who: "pa", role: "partner" }]))).toEqual({});
  expect(
    await headsOf(
      familyOf([
        { ...child, entered: day, episode: { age_at_entry: 6 } },
        { who: "sis", role: "child" },
      ]),
    ),
  ).toEqual({});
});
