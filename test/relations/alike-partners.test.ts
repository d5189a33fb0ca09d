import { expect, test } from "vitest";
import type { Structure } from "../../models/relations/structure.ts";
import { relationSystems } from "../../models/relations/system.ts";
import { measureOf } from "../support/random-cube.ts";
import { plainKind } from "../support/small-kind.ts";

const left = { id: "left" };
const kind = { ...plainKind, parts: plainKind.parts.map((part) => ({ ...part, population: left })) };
const shape = [
  { slice: "gender" as const, periods: ["all" as const] },
  { slice: "partner" as const, periods: ["all" as const] },
];

function alikeIn(first: string[], second: string[], maturesAfterDays = 0) {
  const partners = ["a", "b", "c", "d"];
  const structure: Structure = {
    partners,
    programs: [],
    tiers: [],
    followups: [],
    groups: { gender: ["woman"] },
    quarters: [],
    collectors: new Map([
      ["first/all", new Set(first)],
      ["second/all", new Set(second)],
    ]),
  };
  const measures = [measureOf("first", kind, shape), measureOf("second", kind, shape, { maturesAfterDays })];
  const [system] = relationSystems(measures, structure);
  const isOf = (cell: number) => system!.alike.some((one) => one.cell === cell);
  return {
    alike: system!.alike.map(({ cell, partners, to }) => [partners.join("+"), system!.cells[cell]!.role, to !== null]),
    sums: system!.relations.filter(({ of }) => of.some(isOf)).map(({ says }) => says),
  };
}

test("where two counts of the same people overlap, partners in one alone and partners in both are told apart", () => {
  expect(alikeIn(["a", "b", "c"], ["b", "c", "d"])).toEqual({
    alike: [
      ["a", "hidden", false],
      ["b+c", "hidden", false],
      ["d", "hidden", false],
    ],
    sums: [
      "all of first in gender woman, to-date: by partners counted alike",
      "all of second in gender woman, to-date: by partners counted alike",
      "all of first in to-date at a: sum of genders",
      "all of second in to-date at b and c: sum of genders",
      "all of second in to-date at d: sum of genders",
    ],
  });
});

test("of partners in both, those who came too lately for one of the counts are told apart too", () => {
  expect(alikeIn(["a", "b"], ["b", "c"], 90).alike).toEqual([
    ["a", "hidden", false],
    ["b", "overlap", true],
    ["b", "hidden", false],
    ["c", "hidden", false],
  ]);
});

test("counts of partners that are within each other, or have none in common, need nothing of the kind", () => {
  expect(alikeIn(["a", "b", "c"], ["b", "c"]).alike).toEqual([]);
  expect(alikeIn(["a", "b"], ["c", "d"]).alike).toEqual([]);
});
