import { expect, test } from "vitest";
import { incidenceOf } from "../../../models/relations/incidence.ts";
import { strandsOf } from "../../../models/relations/strand.ts";
import { relationSystem } from "../../../models/relations/system.ts";
import { loadIntervalSolver } from "../../../pipelines/interval-solver/solver.ts";
import { searchTogether } from "../../../pipelines/interval-solver/together.ts";
import { worldsFrom } from "../../../pipelines/interval-solver/worlds.ts";
import { measureOf } from "../../support/random-cube.ts";
import { smallKind } from "../../support/small-kind.ts";

/** The network's all = met + unmet, of which all is printed. */
const incidence = incidenceOf(
  relationSystem(strandsOf([measureOf("m", smallKind, [{ slice: "network", periods: ["all"] }])]), {
    partners: ["a", "b"],
    programs: [],
    tiers: [],
    followups: [],
    quarters: [],
  }),
);
const readerOf = (unknown: number[], world: number[]) => ({
  worlds: worldsFrom(incidence, Uint8Array.from(unknown), Float64Array.from(world)),
  isOpen: () => true,
});
const isWide = (low: number, high: number) => high - low >= 10;
const blocks = () => [[1, 2]];

test("a world for all takes nobody below nothing who has fewest people left", async () => {
  // Of the people who met, 12 are left to one reader and 15 to another: going to none of the 12, 3 of the 15 remain.
  const readers = [readerOf([0, 1, 1], [16, 12, 4]), readerOf([0, 1, 1], [24, 15, 9])];
  searchTogether(await loadIntervalSolver(), readers, blocks, isWide, new Set());
  const [first, second] = readers.map(({ worlds }) => worlds);
  expect([first!.low[1], first!.high[1], first!.low[2], first!.high[2]]).toEqual([0, 12, 4, 16]);
  expect([second!.low[1], second!.high[1], second!.low[2], second!.high[2]]).toEqual([3, 15, 9, 21]);
});

test("nothing changes that one of the readers knows, and what was tried is not tried again", async () => {
  const readers = [readerOf([0, 1, 1], [30, 20, 10]), readerOf([0, 0, 1], [30, 20, 10])];
  const tried = new Set<number>();
  const solver = await loadIntervalSolver();
  searchTogether(solver, readers, () => [[2]], isWide, tried);
  expect([...readers[0]!.worlds.low]).toEqual([30, 20, 10]);
  expect([...tried]).toEqual([2]);
  const before = solver.solved();
  searchTogether(solver, readers, () => [[2]], isWide, tried);
  expect(solver.solved()).toBe(before);
});
