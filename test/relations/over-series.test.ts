import { expect, test } from "vitest";
import type { Part } from "../../models/measures/measure.ts";
import type { Structure } from "../../models/relations/structure.ts";
import { relationSystems } from "../../models/relations/system.ts";
import { protect } from "../../pipelines/protect/protect.ts";
import { figuresFrom, printedOf } from "../support/figures.ts";
import { measureOf } from "../support/random-cube.ts";
import { plainKind } from "../support/small-kind.ts";

const scored = { id: "scored somewhere" };
const [all] = plainKind.parts as [Part];
const network = [{ slice: "network" as const, periods: ["all" as const] }];
const series = ["food", "housing"].map((id) => ({ id, title: id }));
const somewhere = measureOf("m", { ...plainKind, parts: [{ ...all, population: scored }] }, network);
const byDomain = (everybodySomewhere: boolean) =>
  measureOf(
    "n",
    { ...plainKind, base: "paired", parts: [{ ...all, id: "paired", within: scored, everybodySomewhere }] },
    network,
    { series },
  );

const structure: Structure = {
  partners: ["a"],
  programs: [],
  tiers: [],
  followups: [],
  quarters: [],
};

test("two domains of everybody come to more than everybody by those who are in both", async () => {
  const [system] = relationSystems([somewhere, byDomain(true)], structure);
  expect(system!.relations.map(({ says }) => says)).toContain(
    "paired of n over all series in network network, to-date",
  );

  const shown = async (food: number, everybodySomewhere: boolean) => {
    const measures = [somewhere, byDomain(everybodySomewhere)];
    const values = {
      "network to-date all": 100,
      "food network to-date paired": food,
      "housing network to-date paired": 60,
    };
    const figures = measures.flatMap((measure) => figuresFrom(measure, structure, values));
    const { cells } = await protect(figures, measures, structure, { threshold: 11, minimumDenominator: 20, width: 10 });
    return Object.values(printedOf(cells)).filter((one) => one === "withheld").length;
  };
  // 51 + 60 - 100: 11 people are in both, one fewer is too few.
  expect(await shown(51, true)).toBe(0);
  expect(await shown(50, true)).toBeGreaterThan(0);
  expect(await shown(50, false)).toBe(0);
});

test("series that cover a population say nothing of a larger one that it is within", () => {
  const everybody = { id: "everybody" };
  const some = { id: "some", within: everybody };
  const paired = { ...all, id: "paired", within: some, everybodySomewhere: true };
  const of = (id: string, population: { id: string }) =>
    measureOf(id, { ...plainKind, parts: [{ ...all, population }] }, network);
  const measures = [
    of("m", some),
    of("e", everybody),
    measureOf("n", { ...plainKind, base: "paired", parts: [paired] }, network, { series }),
  ];
  const [system] = relationSystems(measures, structure);
  const over = system!.relations.filter(({ says }) => says.includes("over all series"));
  expect(over.map(({ totals }) => system!.cells[totals[0]!]!.measure)).toEqual(["m"]);
});

test("a population that is within another by the same day leaves the others over in every unit", () => {
  const everybody = { id: "everybody" };
  const adults = { id: "adults", within: everybody };
  const of = (id: string, population: typeof adults) =>
    measureOf(id, { ...plainKind, parts: [{ ...all, id, population }] }, network);
  const [system] = relationSystems([of("adults", adults), of("everybody", everybody as typeof adults)], structure);
  const { totals, of: parts } = system!.relations.find(({ says }) => says.startsWith("everybody in network"))!;
  const own = system!.figures.get("adults/all network network all to-date adults")!;
  const rest = totals.filter((cell) => cell !== own).map((cell) => system!.cells[cell]);
  expect(parts).toEqual([system!.figures.get("everybody/all network network all to-date everybody")]);
  expect(totals).toContain(own);
  expect(rest).toMatchObject([{ role: "hidden", part: "everybody not in adults of adults/all" }]);
});
