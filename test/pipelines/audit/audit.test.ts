import { beforeAll, describe, expect, test } from "vitest";
import type { Measure, Shape } from "../../../models/measures/measure.ts";
import type { PublishedCell } from "../../../models/published.ts";
import { addressOf } from "../../../models/relations/cell.ts";
import type { Structure } from "../../../models/relations/structure.ts";
import { audit } from "../../../pipelines/audit/audit.ts";
import { type Protection, protect } from "../../../pipelines/protect/protect.ts";
import { figuresFrom } from "../../support/figures.ts";
import { measureOf, publicationAround, randomCube } from "../../support/random-cube.ts";
import { plainKind } from "../../support/small-kind.ts";

const settings = { threshold: 11, minimumDenominator: 20, width: 10 };
const cube = randomCube({
  seed: 5,
  people: 400,
  partners: 3,
  programs: 5,
  tiers: 2,
  years: 1,
  domains: 1,
  shape: [
    { slice: "network", periods: ["all", "quarter"] },
    { slice: "partner", periods: ["all"] },
    { slice: "program", periods: ["all"] },
  ],
});
const truth = new Map(cube.figures.map((figure) => [addressOf(figure), figure.value]));
let protection: Protection;

beforeAll(async () => {
  protection = await protect(cube.figures, cube.measures, cube.structure, settings);
}, 60_000);

const attacked = (cells: readonly PublishedCell[], rates = protection.rates) =>
  audit(publicationAround(cube.structure, { cell: cells, rate: rates }), cube.measures, settings);

/** The protected cells with some of the withheld ones printed again. */
function printedAgain(which: (cell: PublishedCell, value: number) => boolean): PublishedCell[] {
  return protection.cells.map((cell) => {
    const value = truth.get(addressOf(cell))!;
    return cell.status === "withheld" && which(cell, value) ? { ...cell, status: "shown", value } : cell;
  });
}

describe("the audit of a publication", () => {
  test("finds a protected one safe", async () => {
    const report = await attacked(protection.cells);
    expect(report).toMatchObject({ verdict: "safe", exact: 0, narrow: 0, failures: [] });
    expect(report.attacked).toBeGreaterThan(50);
    expect(report.narrowest).toBeGreaterThanOrEqual(settings.width);
  });

  test("finds what small counts withheld alone leave open", async () => {
    const report = await attacked(
      printedAgain((_, value) => value >= settings.threshold),
      [],
    );
    expect(report.verdict).toBe("unsafe");
    expect(report.exact).toBeGreaterThan(0);
    expect(report.failures.length).toBeLessThanOrEqual(20);
  });

  const isFew = (value: number) => value > 0 && value < 11;
  test("finds a small number that is printed", async () => {
    const small = protection.cells.find((cell) => cell.status === "withheld" && isFew(truth.get(addressOf(cell))!))!;
    const report = await attacked(
      printedAgain((cell) => cell === small),
      [],
    );
    expect(report.failures).toContainEqual({
      address: addressOf(small),
      kind: "below threshold",
      sentence: `${addressOf(small)} is printed although it is about too few people`,
    });
  });

  test("finds numbers that contradict each other", async () => {
    const changed = protection.cells.map((cell) =>
      cell.slice === "network" && cell.period === "to-date" && cell.part === "paired" && cell.value
        ? { ...cell, value: cell.value + 1 }
        : cell,
    );
    expect((await attacked(changed, [])).failures.map(({ kind }) => kind)).toContain("contradiction");
  });

  test("finds a rate on too few people, and one that prints a withheld count", async () => {
    const shown = protection.rates.find((rate) => rate.status === "shown")!;
    const withheld = protection.rates.find((rate) => rate.status === "withheld" && rate.numerator === null)!;
    const publication = publicationAround(cube.structure, {
      cell: protection.cells,
      rate: [shown, { ...withheld, numerator: 3 }],
    });
    const report = await audit(publication, cube.measures, { ...settings, minimumDenominator: 1_000_000 });
    expect(report.failures.map(({ kind }) => kind)).toEqual(["below threshold", "contradiction"]);
  });

  test("finds a count that few people are behind, however large, where it can be worked out", async () => {
    const structure: Structure = { ...cube.structure, partners: ["a", "b"], tiers: ["core"], quarters: [] };
    const programs = ["a", "b"].map((partner_id) => ({ program_id: `${partner_id}1`, partner_id, tier: "core" }));
    const shape: Shape[] = [
      { slice: "network", periods: ["all"] },
      { slice: "partner", periods: ["all"] },
    ];
    const values = { "network to-date all": 80, "a to-date all": 40, "b to-date all": 40 };
    const found = async (more: Partial<Measure>, people: number | null) => {
      const measure = measureOf("m", plainKind, shape, more);
      const whole = figuresFrom(measure, { ...structure, programs }, values);
      const figures = whole.map((figure) => ({ ...figure, people: figure.member === "b" ? people : 40 }));
      const { cells } = await protect(whole, [measure], { ...structure, programs }, settings);
      const cell = cells.map((one) =>
        one.member === "b" ? { ...one, status: "withheld" as const, value: null } : one,
      );
      const publication = publicationAround({ ...structure, programs }, { cell, rate: [] });
      const { failures } = await audit(publication, [measure], settings, people === null ? null : figures);
      return failures.map(({ address, kind }) => `${address}: ${kind}`);
    };
    const exact = "m/all partner b all to-date all: exact";
    expect(await found({}, null)).toEqual([]);
    expect(await found({ severalPerPerson: true }, null)).toEqual([exact]);
    expect(await found({ severalPerPerson: true }, 10)).toContain(exact);
    expect(await found({ severalPerPerson: true }, 11)).toEqual([]);
  });
});
