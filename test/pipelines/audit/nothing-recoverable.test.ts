import { beforeAll, describe, expect, test } from "vitest";
import type { PublishedCell } from "../../../models/published.ts";
import { addressOf } from "../../../models/relations/cell.ts";
import { relationSystems } from "../../../models/relations/system.ts";
import { protect } from "../../../pipelines/protect/protect.ts";
import { lpReader } from "../../support/lp-reader.ts";
import { inMovement, inPeriod, inUnit, type Row, randomCube } from "../../support/random-cube.ts";

const settings = { threshold: 11, minimumDenominator: 20, width: 10 };
const cube = randomCube({ seed: 11, people: 1200, partners: 4, programs: 7, tiers: 2, years: 1, domains: 1 });
const SAMPLE = 60;
let cells: readonly PublishedCell[];

beforeAll(async () => {
  cells = (await protect(cube.figures, cube.measures, cube.structure, settings)).cells;
}, 60_000);

/** Every kind of enrollment there could be at a partner that takes part. */
function possibleRows(silent: ReadonlySet<string>): Row[] {
  const none = { from: 0, to: 0, followup: "none" };
  const levels = [1, 2, 3, 4, 5];
  const outcomes = [
    { pairing: "no_baseline", ...none },
    { pairing: "na_baseline", ...none },
    { pairing: "no_followup", ...none },
    ...["interim", "exit"].flatMap((followup) => [
      { pairing: "na_followup", from: 0, to: 0, followup },
      ...levels.flatMap((from) => levels.map((to) => ({ pairing: "paired", from, to, followup }))),
    ]),
  ];
  const programs = cube.structure.programs.filter(({ partner_id }) => !silent.has(partner_id));
  return programs.flatMap((program) =>
    cube.structure.quarters.flatMap((when) =>
      outcomes.map((outcome) => ({
        person: "",
        linked: false,
        program,
        ...when,
        hasBaseline: outcome.pairing !== "no_baseline",
        ...outcome,
      })),
    ),
  );
}

/** As many of the cells as a sample has, spread evenly. */
function sampleOf<One>(all: readonly One[]): One[] {
  const step = Math.max(1, Math.floor(all.length / SAMPLE));
  return all.filter((_, i) => i % step === 0);
}

const isSafe = ({ low, high }: { low: number; high: number }) =>
  high - low >= settings.width - 1e-6 || low >= settings.threshold - 1e-6;

/** Withheld outcomes, of a sample of them, that a reader learns too much about who tries every set of records there could be. */
async function learnedOfOutcomes(published: readonly PublishedCell[]): Promise<string[]> {
  const movement = published.filter(({ measure }) => measure === "movement");
  const silent = movement.filter(({ slice, status }) => slice === "partner" && status === "not_collected");
  const rows = possibleRows(new Set(silent.map(({ member }) => member)));
  const counted = (cell: PublishedCell) =>
    rows.flatMap((row, i) => (inUnit(row, cell) && inPeriod(row, cell) && inMovement(row, cell.part) ? [i] : []));
  const known = movement.filter(({ value }) => value !== null);
  const sums = known.map((cell) => ({ of: counted(cell).map((i) => [i, 1] as const), value: cell.value! }));
  const reader = await lpReader({ unknowns: rows.length, sums });
  const withheld = sampleOf(movement.filter(({ status }) => status === "withheld"));
  const learned = withheld.filter((cell) => !isSafe(reader.interval(counted(cell))));
  reader.close();
  return learned.map(addressOf);
}

describe("a reader with a solver and every number that is printed", () => {
  test("cannot tell what became of few people, whatever records these could be", async () => {
    expect(cells.filter(({ status }) => status === "withheld").length).toBeGreaterThan(3 * SAMPLE);
    expect(await learnedOfOutcomes(cells)).toEqual([]);
  }, 60_000);

  test("could if small numbers alone were withheld", async () => {
    const truth = new Map(cube.figures.map((figure) => [addressOf(figure), figure.value]));
    const primaryOnly = cells.map((cell): PublishedCell => {
      const value = truth.get(addressOf(cell))!;
      return cell.status === "withheld" && value >= settings.threshold ? { ...cell, status: "shown", value } : cell;
    });
    expect((await learnedOfOutcomes(primaryOnly)).length).toBeGreaterThan(3);
  }, 60_000);

  test("cannot tell how few people came, whatever the overlap between partners, tiers and programs", async () => {
    const [system] = relationSystems(cube.measures, cube.structure).filter(({ unduplicated }) => unduplicated);
    const values = new Map(cells.map((cell) => [addressOf(cell), cell.value]));
    const given = system!.cells.map((cell) => values.get(addressOf(cell)) ?? null);
    const relations = system!.relations.map(({ totals, of }) => ({
      of: [...of.map((cell) => [cell, 1] as const), ...totals.map((cell) => [cell, -1] as const)],
      value: 0,
    }));
    const facts = given.flatMap((value, cell) => (value === null ? [] : [{ of: [[cell, 1] as const], value }]));
    const reader = await lpReader({ unknowns: given.length, sums: [...relations, ...facts] });
    const withheld = system!.cells.flatMap(({ role }, cell) =>
      role === "printed" && given[cell] === null ? [cell] : [],
    );
    const learned = sampleOf(withheld).filter((cell) => !isSafe(reader.interval([cell])));
    reader.close();
    expect(withheld.length).toBeGreaterThan(20);
    expect(learned.map((cell) => addressOf(system!.cells[cell]!))).toEqual([]);
  }, 60_000);
});
