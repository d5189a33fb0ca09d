import { expect, test } from "vitest";
import { familiesServed } from "../../models/measures/families-served.ts";
import { twoGenerationEngagement } from "../../models/measures/two-generation-engagement.ts";
import type { Rows } from "../support/warehouse.ts";
import { familyOf, type Member, motherAndChild, together } from "./family-rows.ts";
import { columnsOf, countsOf } from "./measured-units.ts";

const day = "2024-01-10";
const mother: Member = { who: "mo", role: "head", entered: day };
const child: Member = { who: "kit", role: "child", known: { age: 6, age_on: day } };

/** Families at the hub as `household → two generations or not, first day`. */
async function familiesOf(rows: Rows, asOf?: string) {
  const units = await columnsOf(familiesServed, ["two_generations", "person_key"], rows, asOf);
  return Object.fromEntries(Object.entries(units).map(([unit, row]) => [unit.replace("hub/", ""), row]));
}

const named = (household: string, members: readonly Member[]) =>
  familyOf(
    members.map((one) => ({ ...one, who: `${household}-${one.who}` })),
    household,
  );

test("five households by hand: a mother and child, two adults, one alone, children alone, and one with nobody enrolled", async () => {
  const rows = together(
    named("near", [mother, child]),
    named("couple", [mother, { who: "pa", role: "partner" }]),
    named("alone", [mother]),
    named("young", [
      { ...child, entered: day },
      { ...child, who: "sis" },
    ]),
    named("none", [{ who: "mo", role: "head" }, child]),
  );
  expect(await familiesOf(rows)).toEqual({
    near: [true, "near-mo"],
    couple: [false, "couple-mo"],
    young: [false, "young-kit"],
  });
});

test("it is counted from the first day of its first enrollment, and not the day before", async () => {
  expect(await familiesOf(motherAndChild, "2024-01-10")).toEqual({ fam: [true, "mo"] });
  expect(await familiesOf(motherAndChild, "2024-01-09")).toEqual({});
});

test("a child born after the first day does not make a family, one born on it does", async () => {
  const born = (age_on: string) => familyOf([mother, { ...child, known: { age: 0, age_on } }]);
  expect(await familiesOf(born("2024-01-10"))).toEqual({ fam: [true, "mo"] });
  expect(await familiesOf(born("2025-02-01"))).toEqual({});
});

test("a family counts once however many of it enroll, under its head where that one is enrolled", async () => {
  const all = familyOf([
    { ...child, entered: day },
    { ...mother, entered: "2024-03-01" },
  ]);
  expect(await familiesOf(all)).toEqual({ fam: [true, "mo"] });
  expect(
    await familiesOf(
      familyOf([
        { ...child, entered: day },
        { who: "mo", role: "head" },
      ]),
    ),
  ).toEqual({
    fam: [true, "kit"],
  });
});

test("those with an adult and a child are the families of two generations, and parts add up", async () => {
  const rows = together(
    named("near", [mother, child]),
    named("couple", [mother, { who: "pa", role: "partner" }]),
    named("young", [
      { ...child, entered: day },
      { ...child, who: "sis" },
    ]),
  );
  const count = await countsOf(familiesServed, rows);
  expect(["families", "two_generations", "others"].map(count)).toEqual([3, 1, 2]);
  const engaged = Object.entries(await columnsOf(twoGenerationEngagement, ["person_key", "anchored_on"], rows));
  const served = Object.entries(
    await columnsOf(familiesServed, ["person_key", "anchored_on", "two_generations"], rows),
  );
  const twoGenerations = served.filter(([, [, , two]]) => two).map(([unit, [who, on]]) => [unit, [who, on]]);
  expect(twoGenerations).toEqual(engaged);
});
