import loadHighs, { type Highs, type Model } from "highs";
import { cellsOf, connectedGroups, type Incidence, relationsOf, signsOf } from "../models/relations/incidence.ts";

/** Possible worlds of one system of relations: a world gives every cell a value so that every relation holds. */
export interface Worlds {
  incidence: Incidence;
  /** 1 for cells whose value the reader does not have. */
  unknown: Uint8Array;
  /** One possible world; known cells have their value in every world. */
  world: Float64Array;
  /** Smallest and largest value of each cell over all worlds found so far. */
  low: Float64Array;
  high: Float64Array;
}

/** Worlds that start from a single one. */
export function worldsFrom(incidence: Incidence, unknown: Uint8Array, world: Float64Array): Worlds {
  return { incidence, unknown, world, low: world.slice(), high: world.slice() };
}

/** Unknown cells that may move while every cell outside keeps the value it has in the world: what is found is a whole world. */
export interface Block {
  cells: readonly number[];
  /**
   * Finds the world with the smallest weighted sum of cells and widens `low` and `high` by it; throws when there is no world.
   * True when no cell outside the block could take the sum further.
   */
  search(weights: Iterable<readonly [cell: number, weight: number]>): boolean;
  /** Values of the block's cells in the world found last, in the order of `cells`. */
  found(): Float64Array;
  close(): void;
}

/** A search for worlds in which known cells may change too, at a cost for each person. */
export interface Detours {
  /** The known cells that have to change for a cell to have a value, at the least cost; widens `low` and `high`. Null when nothing helps. */
  search(cell: number, value: number): number[] | null;
  close(): void;
}

export interface IntervalSolver {
  /** Opens a block. Close it after use. */
  open(worlds: Worlds, cells: readonly number[]): Block;
  /** Opens a search in which the cells in `fixed` never change. Close it after use. */
  openDetours(worlds: Worlds, cost: Float64Array, fixed: (cell: number) => boolean): Detours;
  /** Linear programs solved so far. */
  solved(): number;
}

/** Loads the linear-programming solver. */
export async function loadIntervalSolver(): Promise<IntervalSolver> {
  // The package's types call its default export the whole module; at run time it is the function.
  const load = loadHighs as unknown as typeof loadHighs.default;
  const highs = await load();
  let solved = 0;
  return {
    open: (worlds, cells) => openBlock(highs, worlds, cells, () => solved++),
    openDetours: (worlds, cost, fixed) => openDetours(highs, worlds, cost, fixed, () => solved++),
    solved: () => solved,
  };
}

/** People by which no cell goes above the world it starts from, so that every search ends: far more than any width asked for. */
const REACH = 1_000_000;

/** Changes smaller than this are rounding. */
const NO_CHANGE = 1e-6;

/** Dual values smaller than this are rounding, not a relation that binds. */
const NO_DUAL = 1e-7;

function openBlock(highs: Highs, worlds: Worlds, cells: readonly number[], count: () => void): Block {
  const { incidence, unknown } = worlds;
  const { model, relations, columnOf } = modelOf(highs, worlds, cells);
  const leavesBlock = relations.map((relation) =>
    cellsOf(incidence, relation).some((cell) => unknown[cell] === 1 && !columnOf.has(cell)),
  );
  const costs = new Float64Array(cells.length);
  let values = Float64Array.from(cells, (cell) => worlds.world[cell]!);
  return {
    cells,
    search(weights) {
      costs.fill(0);
      for (const [cell, weight] of weights) costs[columnOf.get(cell)!] = weight;
      model.changeColsCost({ kind: "range", from: 0, to: cells.length - 1 }, costs);
      model.run();
      count();
      if (model.getModelStatus() !== highs.constants.modelStatus.optimal) {
        throw new Error("no numbers satisfy every relation of the release");
      }
      const { colValue, rowDual } = model.getSolution();
      values = Float64Array.from(colValue);
      widen(worlds, cells, values);
      return !leavesBlock.some((leaves, row) => leaves && Math.abs(rowDual[row]!) > NO_DUAL);
    },
    found: () => values,
    close: () => model.dispose(),
  };
}

function modelOf(highs: Highs, worlds: Worlds, cells: readonly number[]) {
  const { incidence, world } = worlds;
  const columnOf = new Map(cells.map((cell, column) => [cell, column]));
  const relations = [...new Set(cells.flatMap((cell) => [...relationsOf(incidence, cell)]))].sort((a, b) => a - b);
  const starts = [0];
  const indices: number[] = [];
  const values: number[] = [];
  const sides = relations.map((relation) => {
    const signs = signsOf(incidence, relation);
    let outside = 0;
    cellsOf(incidence, relation).forEach((cell, e) => {
      const column = columnOf.get(cell);
      if (column === undefined) {
        outside += signs[e]! * world[cell]!;
        return;
      }
      indices.push(column);
      values.push(signs[e]!);
    });
    starts.push(indices.length);
    return -outside;
  });
  const model: Model = highs.createModel({
    numCols: cells.length,
    numRows: relations.length,
    colCost: new Float64Array(cells.length),
    colLower: new Float64Array(cells.length),
    colUpper: Float64Array.from(cells, (cell) => world[cell]! + REACH),
    rowLower: Float64Array.from(sides),
    rowUpper: Float64Array.from(sides),
    matrix: {
      format: "csr",
      numRows: relations.length,
      numCols: cells.length,
      starts: Int32Array.from(starts),
      indices: Int32Array.from(indices),
      values: Float64Array.from(values),
    },
  });
  // Primal simplex without presolve goes on from the last world when only the weights change.
  model.options.set({ output_flag: false, presolve: "off", simplex_strategy: 4 });
  return { model, relations, columnOf };
}

/** Each cell has two columns, by how much it goes up and by how much down; staying as one is costs nothing, so each search starts close. */
function openDetours(
  highs: Highs,
  worlds: Worlds,
  cost: Float64Array,
  fixed: (cell: number) => boolean,
  count: () => void,
): Detours {
  const { incidence, world, unknown } = worlds;
  const { cellCount, relationCount, relationStart, cellAt, signAt } = incidence;
  const columns = 2 * cellCount;
  const priceOf = (cell: number) => (unknown[cell] ? 0 : cost[cell]!);
  const colCost = Float64Array.from({ length: columns }, (_, column) => priceOf(column >> 1));
  const colUpper = Float64Array.from({ length: columns }, (_, column) =>
    fixed(column >> 1) ? 0 : column % 2 === 0 ? REACH : world[column >> 1]!,
  );
  const model = highs.createModel({
    numCols: columns,
    numRows: relationCount,
    colCost,
    colLower: new Float64Array(columns),
    colUpper,
    rowLower: new Float64Array(relationCount),
    rowUpper: new Float64Array(relationCount),
    matrix: {
      format: "csr",
      numRows: relationCount,
      numCols: columns,
      starts: relationStart.map((start) => 2 * start),
      indices: Int32Array.from({ length: 2 * cellAt.length }, (_, e) => 2 * cellAt[e >> 1]! + (e % 2)),
      values: Float64Array.from({ length: 2 * cellAt.length }, (_, e) => signAt[e >> 1]! * (e % 2 === 0 ? 1 : -1)),
    },
  });
  // Without perturbed costs the start is already the cheapest world, one cell short of what is asked.
  model.options.set({
    output_flag: false,
    presolve: "off",
    simplex_strategy: 1,
    dual_simplex_cost_perturbation_multiplier: 0,
  });
  const all = Array.from({ length: cellCount }, (_, cell) => cell);
  const fix = (cell: number, lower: number, upper: number, upperDown: number) =>
    model.changeColsBounds({ kind: "range", from: 2 * cell, to: 2 * cell + 1 }, [lower, 0], [upper, upperDown]);
  return {
    search(cell, value) {
      all.forEach((c) => {
        colCost[2 * c] = priceOf(c);
        colCost[2 * c + 1] = priceOf(c);
      });
      model.changeColsCost({ kind: "range", from: 0, to: columns - 1 }, colCost);
      const up = value - world[cell]!;
      fix(cell, up, up, 0);
      // Starting again from where everything stays as it is takes fewer steps than going on from the last search.
      model.clearSolver();
      model.run();
      count();
      const found = model.getModelStatus() === highs.constants.modelStatus.optimal;
      const { colValue } = model.getSolution();
      fix(cell, 0, colUpper[2 * cell]!, colUpper[2 * cell + 1]!);
      if (!found) return null;
      const change = all.map((c) => colValue[2 * c]! - colValue[2 * c + 1]!);
      widen(
        worlds,
        all,
        Float64Array.from(all, (c) => world[c]! + change[c]!),
      );
      return all.filter((c) => !unknown[c] && Math.abs(change[c]!) > NO_CHANGE);
    },
    close: () => model.dispose(),
  };
}

function widen({ low, high }: Worlds, cells: readonly number[], values: Float64Array): void {
  cells.forEach((cell, column) => {
    const value = values[column]!;
    if (value < low[cell]!) low[cell] = value;
    if (value > high[cell]!) high[cell] = value;
  });
}

/** What is asked of a set of worlds. */
export interface Question {
  /** True while the worlds found do not yet protect a cell. */
  isOpen(cell: number): boolean;
  /** True when knowing exactly between which values a cell lies does no harm. */
  isHarmless(cell: number, low: number, high: number): boolean;
  /** Groups of cells to search first, each on its own: small ones are solved much faster. */
  blocks: readonly (readonly number[])[];
}

/** A cell whose possible values lie too close together: all are from `low` to `high`. */
export interface Narrow {
  cell: number;
  low: number;
  high: number;
}

/** A block in which draws leave more than this share of its cells open hangs on others: these are left for the larger one. */
const WORTHWHILE = 0.8;

/** Draws without much gain after which a block is left for a larger one. */
const PATIENCE = 2;

/**
 * Finds two worlds far enough apart for every open cell, or its exact interval; returns the cells for which that does harm,
 * or only those that the small blocks alone show to be such.
 */
export function findNarrow(solver: IntervalSolver, worlds: Worlds, question: Question): Narrow[] {
  const open = { ...question, isOpen: (cell: number) => worlds.unknown[cell] === 1 && question.isOpen(cell) };
  const inBlocks = question.blocks.flatMap((cells) => searchBlock(solver, worlds, cells, open, false));
  if (inBlocks.length > 0) return inBlocks;
  return connectedGroups(worlds.incidence, worlds.unknown).flatMap((cells) =>
    searchBlock(solver, worlds, cells, open, true),
  );
}

/** Draws random worlds until next to no cell settles any more, then goes to both extremes of each that is left. */
function searchBlock(
  solver: IntervalSolver,
  worlds: Worlds,
  cells: readonly number[],
  question: Question,
  isWhole: boolean,
): Narrow[] {
  if (!cells.some(question.isOpen)) return [];
  const block = solver.open(worlds, cells);
  const before = cells.filter(question.isOpen).length;
  draw(block, question.isOpen);
  const left = cells.filter(question.isOpen);
  const worthwhile = isWhole || left.length <= before * WORTHWHILE;
  const narrow = worthwhile ? left.flatMap((cell) => measure(block, worlds, cell, question)) : [];
  block.close();
  return narrow;
}

function draw(block: Block, isOpen: (cell: number) => boolean): void {
  const random = randomNumbers();
  let open = block.cells.filter(isOpen);
  for (let idle = 0; open.length > 0 && idle < PATIENCE; ) {
    // Half are pushed up and half down, so that cells that make up for each other do not fight.
    block.search(open.map((cell) => [cell, (random() < 0.5 ? -1 : 1) * (0.5 + random())]));
    const left = open.filter(isOpen);
    idle = open.length - left.length > open.length / 20 ? 0 : idle + 1;
    open = left;
  }
}

/** Goes to both extremes of a cell; returns it when nothing outside the block could take it further and that does harm. */
function measure(block: Block, worlds: Worlds, cell: number, { isOpen, isHarmless }: Question): Narrow[] {
  if (!isOpen(cell)) return [];
  for (const weight of [-1, 1]) {
    const final = block.search([[cell, weight]]);
    if (!isOpen(cell) || !final) return [];
  }
  const [low, high] = [worlds.low[cell]!, worlds.high[cell]!];
  return isHarmless(cell, low, high) ? [] : [{ cell, low, high }];
}

/** The same sequence of numbers from 0 to 1 every time. */
function randomNumbers(): () => number {
  let state = 12345;
  return () => {
    state = (Math.imul(state, 1103515245) + 12345) & 0x7fffffff;
    return state / 0x7fffffff;
  };
}
