import { beforeAll, describe, expect, test } from "vitest";
import { type Protection, protect } from "../../../pipelines/protect/protect.ts";
import { randomCube } from "../../support/random-cube.ts";

const settings = { threshold: 11, minimumDenominator: 20, width: 10 };
const cube = randomCube({ seed: 7, people: 4000, partners: 6, programs: 10, tiers: 3, years: 2, domains: 1 });
let protection: Protection;

beforeAll(async () => {
  protection = await protect(cube.figures, cube.measures, cube.structure, settings);
}, 60_000);

describe("a network the size of one domain of the sample", () => {
  test("keeps most of its numbers", () => {
    expect(protection.report.shownCellsShare).toBeGreaterThan(0.45);
    expect(protection.report.shownPeopleShare).toBeGreaterThan(0.9);
  });

  test("keeps nothing small", () => {
    const small = protection.cells.filter(({ value }) => value !== null && value < settings.threshold);
    expect(small).toEqual([]);
    expect(protection.report.narrowest).toBeGreaterThanOrEqual(settings.width);
  });

  test("is protected the same way every time, in whatever order its figures come", async () => {
    const again = await protect(cube.figures.toReversed(), cube.measures, cube.structure, settings);
    expect(JSON.stringify([again.cells, again.rates])).toBe(JSON.stringify([protection.cells, protection.rates]));
  }, 60_000);
});
