import { describe, expect, test } from "vitest";
import type { Shape } from "../../../models/measures/measure.ts";
import { protect } from "../../../pipelines/protect/protect.ts";
import { intervalsOf, learned } from "../../support/oracle.ts";
import { randomCube } from "../../support/random-cube.ts";

const settings = { threshold: 11, minimumDenominator: 20, width: 10 };
const shape: Shape[] = [
  { slice: "network", periods: ["all", "quarter"] },
  { slice: "tier", periods: ["all"] },
  { slice: "partner", periods: ["all"] },
  { slice: "program", periods: ["all"] },
];

describe("random small networks", () => {
  test.each([1, 2, 3, 4])("nobody learns a small number of network %i", async (seed) => {
    const cube = randomCube({ seed, people: 250, partners: 3, programs: 5, tiers: 2, years: 1, domains: 1, shape });
    const { cells } = await protect(cube.figures, cube.measures, cube.structure, settings);
    const known = await intervalsOf(cells, cube.measures, cube.structure);
    expect(known.length).toBeGreaterThan(50);
    expect(learned(known, settings.threshold, settings.width)).toEqual([]);
  });

  test("the oracle does find what small counts withheld alone leave open", async () => {
    const cube = randomCube({ seed: 1, people: 250, partners: 3, programs: 5, tiers: 2, years: 1, domains: 1, shape });
    const { cells } = await protect(cube.figures, cube.measures, cube.structure, settings);
    const truth = new Map(
      cube.figures.map((figure) => [JSON.stringify({ ...figure, value: 0, reason: null }), figure]),
    );
    const primaryOnly = cells.map((cell) => {
      const { status: _, ...key } = cell;
      const figure = [...truth.values()].find(
        (one) =>
          one.measure === key.measure &&
          one.series === key.series &&
          one.slice === key.slice &&
          one.member === key.member &&
          one.period === key.period &&
          one.part === key.part,
      )!;
      if (cell.status !== "withheld" || figure.value < settings.threshold) return cell;
      return { ...cell, status: "shown" as const, value: figure.value };
    });
    const known = await intervalsOf(primaryOnly, cube.measures, cube.structure);
    expect(learned(known, settings.threshold, settings.width).length).toBeGreaterThan(0);
  });
});
