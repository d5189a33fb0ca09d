import { cellsOf, relationsOf, signsOf } from "../../models/relations/incidence.ts";
import type { LinearSolver, Problem } from "./highs.ts";
import { REACH, type Worlds, widen } from "./worlds.ts";

/** Unknown cells that may move while every cell outside keeps the value it has in the world: what is found is a whole world. */
export interface Block {
  cells: readonly number[];
  /**
   * Finds the world with the smallest weighted sum of cells and widens `low` and `high` by it; throws when there is no world.
   * Returns the relations that keep the sum from going further, null when a cell outside the block could take it there.
   */
  search(weights: Iterable<readonly [cell: number, weight: number]>): readonly number[] | null;
  /** Values of the block's cells in the world found last, in the order of `cells`. */
  found(): Float64Array;
  close(): void;
}

/** Dual values smaller than this are rounding, not a relation that binds. */
const NO_DUAL = 1e-7;

/** Opens a block. Close it after use. */
export function openBlock(solver: LinearSolver, worlds: Worlds, cells: readonly number[]): Block {
  const columnOf = new Map(cells.map((cell, column) => [cell, column]));
  const relations = relationsAround(worlds, cells);
  const leavesBlock = relations.map((relation) =>
    cellsOf(worlds.incidence, relation).some((cell) => worlds.unknown[cell] === 1 && !columnOf.has(cell)),
  );
  const program = solver.open(problemOf(worlds, cells, relations, columnOf), "onwards");
  const costs = new Float64Array(cells.length);
  let values: Float64Array = Float64Array.from(cells, (cell) => worlds.world[cell]!);
  return {
    cells,
    search(weights) {
      costs.fill(0);
      for (const [cell, weight] of weights) costs[columnOf.get(cell)!] = weight;
      const solution = program.minimise(costs);
      if (!solution) throw new Error("no numbers satisfy every relation of the release");
      values = solution.columns;
      widen(worlds, cells, values);
      const binds = (_: unknown, row: number) => Math.abs(solution.duals[row]!) > NO_DUAL;
      return leavesBlock.some((leaves, row) => leaves && binds(leaves, row)) ? null : relations.filter(binds);
    },
    found: () => values,
    close: () => program.close(),
  };
}

function relationsAround({ incidence }: Worlds, cells: readonly number[]): number[] {
  return [...new Set(cells.flatMap((cell) => [...relationsOf(incidence, cell)]))].sort((a, b) => a - b);
}

/** One column for each cell and one row for each relation; cells outside are on the other side of the row. */
function problemOf(
  { incidence, world, sums }: Worlds,
  cells: readonly number[],
  relations: readonly number[],
  columnOf: ReadonlyMap<number, number>,
): Problem {
  const starts = [0];
  const columns: number[] = [];
  const signs: number[] = [];
  const sides = relations.map((relation) => {
    const signAt = signsOf(incidence, relation);
    let outside = 0;
    cellsOf(incidence, relation).forEach((cell, e) => {
      const column = columnOf.get(cell);
      if (column === undefined) {
        outside += signAt[e]! * world[cell]!;
        return;
      }
      columns.push(column);
      signs.push(signAt[e]!);
    });
    starts.push(columns.length);
    return (sums?.[relation] ?? 0) - outside;
  });
  return {
    upper: Float64Array.from(cells, (cell) => world[cell]! + REACH),
    sides: Float64Array.from(sides),
    starts: Int32Array.from(starts),
    columns: Int32Array.from(columns),
    signs: Float64Array.from(signs),
  };
}
