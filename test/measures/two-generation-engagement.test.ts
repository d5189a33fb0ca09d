import { expect, test } from "vitest";
import { twoGenerationEngagement } from "../../models/measures/two-generation-engagement.ts";
import { enrolled, figuresOf, person, type Rows, warehouseOf } from "../support/warehouse.ts";
import { familyOf, together } from "./family-rows.ts";
import { columnsOf } from "./measured-units.ts";
import { collectAtHub, taught } from "./record-rows.ts";

/** Families at the hub as `household → together | apart | …`, by the narrowest part each is in. */
async function familiesOf(rows: Rows, asOf?: string): Promise<Record<string, string>> {
  const units = await columnsOf(twoGenerationEngagement, ["adult_engaged", "child_engaged", "together"], rows, asOf);
  const part = ([adult, child, near]: unknown[]) =>
    !adult ? "no_adult" : !child ? "adults_only" : near ? "together" : "apart";
  return Object.fromEntries(Object.entries(units).map(([unit, row]) => [unit.replace("hub/", ""), part(row)]));
}

const day = "2024-01-10";

/** A mother enrolled on a day and her child of 6, each with services on the days given. */
function family(name: string, mother: readonly string[], child: readonly string[], entered = day) {
  const [mo, kit] = [`${name}-mo`, `${name}-kit`];
  const members = [
    { who: mo, role: "head", entered },
    { who: kit, role: "child", known: { age: 6, age_on: day } },
  ];
  const service = [...mother.map((on) => taught(mo, on)), ...child.map((on) => taught(kit, on))];
  return { ...familyOf(members, name), service };
}

test("five families by hand: within 90 days, a day later, adults only, children only, and nobody served", async () => {
  const rows = together(
    family("near", ["2024-02-01"], ["2024-05-01"]),
    family("far", ["2024-02-01"], ["2024-05-02"]),
    family("grown", ["2024-02-01"], []),
    family("small", [], ["2024-02-01"]),
    family("none", [], []),
  );
  expect(await familiesOf(rows)).toEqual({
    near: "together",
    far: "apart",
    grown: "adults_only",
    small: "no_adult",
    none: "no_adult",
  });
});

test("the child first counts as well as the mother first, and one pair of days near each other is enough", async () => {
  const rows = together(
    family("child-first", ["2024-05-01"], ["2024-02-01"]),
    family("once", ["2024-02-01", "2024-08-01"], ["2024-10-01"]),
  );
  expect(await familiesOf(rows)).toEqual({ "child-first": "together", once: "together" });
});

test("the family's year: its first day and day 365 are in it, the day before and day 366 are not, and it must have passed", async () => {
  const on = (service: string) => family("one", ["2024-06-01", "2024-12-01"], [service]);
  expect(await familiesOf(on(day))).toEqual({ one: "apart" });
  expect(await familiesOf(on("2024-01-09"))).toEqual({ one: "adults_only" });
  expect(await familiesOf(on("2025-01-09"))).toEqual({ one: "together" });
  expect(await familiesOf(on("2025-01-10"))).toEqual({ one: "adults_only" });
  expect(await familiesOf(on("2024-05-01"), "2025-01-08")).toEqual({});
  expect(await familiesOf(on("2024-05-01"), "2025-01-09")).toEqual({ one: "together" });
});

test("households without an adult or without a child are in no denominator, nor is a child born later", async () => {
  const mother = { who: "mo", role: "head", entered: day };
  const later = { who: "kit", role: "child", known: { age: 0, age_on: "2025-02-01" } };
  expect(await familiesOf(familyOf([mother]))).toEqual({});
  expect(await familiesOf(familyOf([mother, { who: "pa", role: "partner" }]))).toEqual({});
  expect(await familiesOf(familyOf([mother, later]))).toEqual({});
});

test("a service of another partner is seen for people who are linked, and only for them", async () => {
  const at = (linkage_key: string | null): Rows => {
    const rows = family("one", ["2024-02-01"], []);
    const linked = rows.person.map((row) => (row.person_key === "one-kit" ? { ...row, linkage_key } : row));
    const there = { partner_id: "school", program_id: "school-class" };
    return {
      ...rows,
      person: [...linked, person("pupil", { partner_id: "school", linkage_key })],
      enrollment: [...rows.enrollment, enrolled("pupil", "2024-02-01", { ...there, age_at_entry: 6 })],
      service: [...rows.service, taught("pupil", "2024-02-02", there)],
    };
  };
  expect(await familiesOf(at("link"))).toEqual({ one: "together" });
  expect(await familiesOf(at(null))).toEqual({ one: "adults_only" });
});

test("a family counts once, by its first day, and parts add up", async () => {
  const rows = together(
    family("near", ["2024-02-01", "2024-03-01"], ["2024-02-01"]),
    family("far", ["2024-07-01"], ["2024-12-02"], "2024-07-01"),
    family("grown", ["2024-07-01"], [], "2024-07-01"),
  );
  const door = await warehouseOf(rows);
  await collectAtHub(door, twoGenerationEngagement);
  const figure = await figuresOf(door, twoGenerationEngagement);
  await door.close();
  const parts = ["families", "together", "adults_only", "neither_way"];
  const counts = (unit: string) => parts.map((part) => figure(`all ${unit} ${part}`));
  expect(counts("partner hub to-date")).toEqual([3, 1, 1, 1]);
  expect(counts("network network PY2023")).toEqual([1, 1, 0, 0]);
  expect(figure("all partner school to-date families")).toBe("[not_collected]");
});
