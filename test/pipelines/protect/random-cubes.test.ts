import { describe, expect, test } from "vitest";
import type { Shape } from "../../../models/measures/measure.ts";
import { addressOf } from "../../../models/relations/cell.ts";
import { protect } from "../../../pipelines/protect/protect.ts";
import { intervalsOf, learned } from "../../support/oracle.ts";
import { randomCube } from "../../support/random-cube.ts";

const settings = { threshold: 11, minimumDenominator: 20, width: 10 };
const shape: Shape[] = [
  { slice: "network", periods: ["all"] },
  { slice: "partner", periods: ["all"] },
  { slice: "program", periods: ["all"] },
];

describe("random small networks", () => {
  test.each([
    [1, 1],
    [2, 1],
    [3, 2],
    [4, 2],
  ])(
    "nobody learns a small number of network %i with %i domains",
    async (seed, domains) => {
      const cube = randomCube({ seed, people: 250, partners: 3, programs: 4, tiers: 2, years: 1, domains, shape });
      const { cells } = await protect(cube.figures, cube.measures, cube.structure, settings);
      const known = await intervalsOf(cells, cube.measures, cube.structure);
      expect(known.length).toBeGreaterThan(50);
      expect(learned(known, settings.threshold, settings.width)).toEqual([]);
    },
    60_000,
  );

  test("the oracle does find what small counts withheld alone leave open", async () => {
    const cube = randomCube({ seed: 1, people: 250, partners: 3, programs: 4, tiers: 2, years: 1, domains: 1, shape });
    const { cells } = await protect(cube.figures, cube.measures, cube.structure, settings);
    const truth = new Map(cube.figures.map((figure) => [addressOf(figure), figure.value]));
    const primaryOnly = cells.map((cell) => {
      const value = truth.get(addressOf(cell))!;
      return cell.status !== "withheld" || value < settings.threshold
        ? cell
        : { ...cell, status: "shown" as const, value };
    });
    const known = await intervalsOf(primaryOnly, cube.measures, cube.structure);
    expect(learned(known, settings.threshold, settings.width).length).toBeGreaterThan(0);
  }, 60_000);
});
