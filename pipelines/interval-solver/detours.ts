import { cellsOf, type Incidence, relationsOf, signsOf } from "../../models/relations/incidence.ts";
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

/** Opens a search in which only the given cells change. Close it after use. */
export function openDetours(
  solver: LinearSolver,
  worlds: Worlds,
  cost: Float64Array,
  cells: readonly number[],
): Detours {
  const { world, unknown } = worlds;
  const columnOf = new Map(cells.map((cell, column) => [cell, column]));
  const upper = Float64Array.from({ length: 2 * cells.length }, (_, column) =>
    column % 2 === 0 ? REACH : world[cells[column >> 1]!]!,
  );
  // Staying as one is costs nothing, so each search, starting afresh, starts close.
  const program = solver.open(problemOf(worlds.incidence, columnOf, upper), "afresh");
  return {
    search(cell, value) {
      const column = columnOf.get(cell)!;
      const up = value - world[cell]!;
      program.bound(2 * column, [up, 0], [up, 0]);
      const costs = Float64Array.from(upper, (_, at) => (unknown[cells[at >> 1]!] ? 0 : cost[cells[at >> 1]!]!));
      const solution = program.minimise(costs);
      program.bound(2 * column, [0, 0], [upper[2 * column]!, upper[2 * column + 1]!]);
      if (!solution) return null;
      const change = cells.map((_, at) => solution.columns[2 * at]! - solution.columns[2 * at + 1]!);
      const values = change.map((by, at) => world[cells[at]!]! + by);
      widen(worlds, cells, Float64Array.from(values));
      return cells.filter((c, at) => !unknown[c] && Math.abs(change[at]!) > NO_CHANGE);
    },
    close: () => program.close(),
  };
}

/** Each cell has two columns: by how much it goes up, and by how much down. */
function problemOf(incidence: Incidence, columnOf: ReadonlyMap<number, number>, upper: Float64Array): Problem {
  const relations = new Set([...columnOf.keys()].flatMap((cell) => [...relationsOf(incidence, cell)]));
  const starts = [0];
  const columns: number[] = [];
  const signs: number[] = [];
  for (const relation of relations) {
    const signAt = signsOf(incidence, relation);
    cellsOf(incidence, relation).forEach((cell, e) => {
      const column = columnOf.get(cell);
      if (column === undefined) return;
      columns.push(2 * column, 2 * column + 1);
      signs.push(signAt[e]!, -signAt[e]!);
    });
    starts.push(columns.length);
  }
  return {
    upper,
    sides: new Float64Array(relations.size),
    starts: Int32Array.from(starts),
    columns: Int32Array.from(columns),
    signs: Float64Array.from(signs),
  };
}
