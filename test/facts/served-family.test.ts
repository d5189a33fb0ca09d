import { expect, test } from "vitest";
import { familyOf, type Member, together } from "../measures/family-rows.ts";
import { type Rows, warehouseOf } from "../support/warehouse.ts";

const day = "2024-01-10";
const child = { role: "child", known: { age: 6, age_on: day } };

/** Families as `household → whom it is counted under, two generations or not`. */
async function familiesOf(rows: Rows) {
  const door = await warehouseOf(rows);
  const found = await door.rows<{ household_key: string; head_key: string; two_generations: boolean }>(
    "select household_key, head_key, two_generations from served_family order by household_key",
  );
  const pairs = await door.rows<{ household_key: string; head_key: string }>(
    "select household_key, head_key from family order by household_key",
  );
  await door.close();
  const two = found
    .filter((row) => row.two_generations)
    .map(({ household_key, head_key }) => ({ household_key, head_key }));
  expect(two).toEqual(pairs);
  return Object.fromEntries(found.map((row) => [row.household_key, [row.head_key, row.two_generations]]));
}

test("it is counted under its head, else its first adult, else its first member, of those who were enrolled", async () => {
  const household = (name: string, ...members: Member[]) => familyOf(members, name);
  const rows = together(
    household("a", { who: "a-1", role: "partner", entered: day }, { who: "a-2", role: "head", entered: day }),
    household(
      "b",
      { who: "b-1", ...child, entered: day },
      { who: "b-2", role: "other_adult", entered: day },
      { who: "b-3", role: "head" },
    ),
    household("c", { who: "c-1", role: "head" }, { who: "c-2", ...child, entered: day }),
    household("d", { who: "d-1", role: "head", entered: day }),
    household("e", { who: "e-1", role: "head" }, { who: "e-2", ...child }),
  );
  expect(await familiesOf(rows)).toEqual({ a: ["a-2", false], b: ["b-2", true], c: ["c-2", true] });
});

test("where nobody knows who is an adult or a child it is a family all the same, of no two generations", async () => {
  const rows = familyOf([
    { who: "one", role: "unknown", entered: day, episode: { age_at_entry: null } },
    { who: "two", role: "unknown" },
  ]);
  expect(await familiesOf(rows)).toEqual({ fam: ["one", false] });
});
