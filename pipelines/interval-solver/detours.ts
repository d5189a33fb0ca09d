import type { Incidence } from "../../models/relations/incidence.ts";
import type { LinearSolver, Problem } from "./highs.ts";
import { REACH, type Worlds, widen } from "./worlds.ts";

/** A search for worlds in which known cells may change too, at a cost for each person. */
export interface Detours {
  /** The known cells that have to change for a cell to have a value, at the least cost; widens `low` and `high`. Null when nothing helps. */
  search(cell: number, value: number): number[] | null;
  close(): void;
}

/** Changes smaller than this are rounding. */
const NO_CHANGE = 1e-6;

/** Opens a search in which the cells in `fixed` never change. Close it after use. */
export function openDetours(
  solver: LinearSolver,
  worlds: Worlds,
  cost: Float64Array,
  fixed: (cell: number) => boolean,
): Detours {
  const { incidence, world, unknown } = worlds;
  const all = Array.from({ length: incidence.cellCount }, (_, cell) => cell);
  const upper = upperOf(worlds, fixed);
  // Staying as one is costs nothing, so each search, starting afresh, starts close.
  const program = solver.open(problemOf(incidence, upper), "afresh");
  return {
    search(cell, value) {
      const up = value - world[cell]!;
      program.bound(2 * cell, [up, 0], [up, 0]);
      const solution = program.minimise(upper.map((_, column) => (unknown[column >> 1] ? 0 : cost[column >> 1]!)));
      program.bound(2 * cell, [0, 0], [upper[2 * cell]!, upper[2 * cell + 1]!]);
      if (!solution) return null;
      const change = Float64Array.from(all, (c) => solution.columns[2 * c]! - solution.columns[2 * c + 1]!);
      widen(
        worlds,
        all,
        change.map((by, c) => world[c]! + by),
      );
      return all.filter((c) => !unknown[c] && Math.abs(change[c]!) > NO_CHANGE);
    },
    close: () => program.close(),
  };
}

/** Each cell has two columns: by how much it goes up, and by how much down. */
function upperOf({ world }: Worlds, fixed: (cell: number) => boolean): Float64Array {
  return Float64Array.from({ length: 2 * world.length }, (_, column) => {
    if (fixed(column >> 1)) return 0;
    return column % 2 === 0 ? REACH : world[column >> 1]!;
  });
}

function problemOf({ relationCount, relationStart, cellAt, signAt }: Incidence, upper: Float64Array): Problem {
  const entries = { length: 2 * cellAt.length };
  return {
    upper,
    sides: new Float64Array(relationCount),
    starts: relationStart.map((start) => 2 * start),
    columns: Int32Array.from(entries, (_, e) => 2 * cellAt[e >> 1]! + (e % 2)),
    signs: Float64Array.from(entries, (_, e) => signAt[e >> 1]! * (e % 2 === 0 ? 1 : -1)),
  };
}
