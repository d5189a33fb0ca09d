import { connectedGroups, groupsFrom, nearest } from "../../models/relations/incidence.ts";
import type { Block } from "./block.ts";
import type { IntervalSolver } from "./solver.ts";
import type { Worlds } from "./worlds.ts";

/** What is asked of a set of worlds. */
export interface Question {
  /** True while the worlds found do not yet protect a cell. */
  isOpen(cell: number): boolean;
  /** True when knowing exactly between which values a cell lies does no harm. */
  isHarmless(cell: number, low: number, high: number): boolean;
  /** Groups of cells to search first, each on its own: they are solved much faster. */
  blocks: readonly (readonly number[])[];
}

/** A cell whose possible values lie too close together: all are from `low` to `high`. */
export interface Narrow {
  cell: number;
  low: number;
  high: number;
}

/** A block in which draws leave more than this share of its cells open hangs on others: these are left for the larger one. */
const WORTHWHILE = 0.5;

/** A cell that has not been seen above this can hardly go down far enough. */
const SMALL = 10;

/** Draws without much gain after which no more are made. */
const PATIENCE = 2;

/** In a block in which at most this many cells are open each is measured: that takes less than drawing, and may settle it. */
const FEW = 10;

/** How many unknown cells around those still open are looked at before a whole group of more than these. */
const NEAR = [500, 1500, 3000];

/** A question on its way: cells that were shown to be harmless need not be looked at again. */
interface Search {
  isOpen(cell: number): boolean;
  isHarmless: Question["isHarmless"];
}

/**
 * Finds two worlds far enough apart for every open cell, or its exact interval; returns the cells for which that does harm,
 * or only those that the small blocks alone show to be such.
 */
export function findNarrow(solver: IntervalSolver, worlds: Worlds, question: Question): Narrow[] {
  const search = searchOf(worlds, question);
  const inBlocks = question.blocks.flatMap((cells) => searchApart(solver, worlds, cells, search));
  if (inBlocks.length > 0) return inBlocks;
  return connectedGroups(worlds.incidence, worlds.unknown).flatMap((cells) => {
    for (const many of NEAR.filter((size) => size < cells.length)) {
      const narrow = searchNear(solver, worlds, cells, many, search);
      if (narrow.length > 0) return narrow;
    }
    return searchBlock(solver, worlds, cells, search, true);
  });
}

/** Looks at each block on its own, as far as that leads; returns the cells of which nothing outside their block could do anything about the harm. */
export function searchBlocks(solver: IntervalSolver, worlds: Worlds, question: Question): Narrow[] {
  const search = searchOf(worlds, question);
  return question.blocks.flatMap((cells) => searchApart(solver, worlds, cells, search));
}

/** Looks at what is close to the open cells of a large group, which most often is enough. */
function searchNear(
  solver: IntervalSolver,
  worlds: Worlds,
  cells: readonly number[],
  many: number,
  search: Search,
): Narrow[] {
  const near = nearest(worlds.incidence, worlds.unknown, cells.filter(search.isOpen), many);
  return searchBlock(solver, worlds, near, search, false);
}

/** Looks at each part of a block on its own that no relation ties to the rest of it. */
function searchApart(solver: IntervalSolver, worlds: Worlds, cells: readonly number[], search: Search): Narrow[] {
  return partsOf(worlds, cells, search.isOpen).flatMap((part) => searchBlock(solver, worlds, part, search, false));
}

/** Draws random worlds of each part of a block. */
export function drawApart(
  solver: IntervalSolver,
  worlds: Worlds,
  cells: readonly number[],
  isOpen: (cell: number) => boolean,
): void {
  for (const part of partsOf(worlds, cells, isOpen)) {
    const block = solver.open(worlds, part);
    draw(block, worlds, isOpen, 0);
    block.close();
  }
}

/** The parts of a block that hold open cells; no relation ties one to another. */
function partsOf(
  { incidence, unknown }: Worlds,
  cells: readonly number[],
  isOpen: (cell: number) => boolean,
): number[][] {
  const open = cells.filter(isOpen);
  if (open.length === 0) return [];
  const inBlock = new Uint8Array(unknown.length);
  for (const cell of cells) inBlock[cell] = unknown[cell]!;
  return groupsFrom(incidence, inBlock, open);
}

function searchOf({ unknown, harmless }: Worlds, { isOpen, isHarmless }: Question): Search {
  return { isOpen: (cell) => unknown[cell] === 1 && !harmless.has(cell) && isOpen(cell), isHarmless };
}

/** Draws random worlds until next to no cell settles any more, then goes to both extremes of each that is left. */
function searchBlock(
  solver: IntervalSolver,
  worlds: Worlds,
  cells: readonly number[],
  search: Search,
  isWhole: boolean,
): Narrow[] {
  if (!cells.some(search.isOpen)) return [];
  const block = solver.open(worlds, cells);
  const before = cells.filter(search.isOpen).length;
  draw(block, worlds, search.isOpen, FEW);
  const left = cells.filter(search.isOpen);
  const worthwhile = isWhole || left.length <= Math.max(FEW, before * WORTHWHILE);
  const narrow = worthwhile ? left.flatMap((cell) => measure(block, worlds, cell, search)) : [];
  block.close();
  return narrow;
}

/** Draws random worlds until few cells are open or next to none settles any more. */
function draw(block: Block, { high }: Worlds, isOpen: (cell: number) => boolean, few: number): void {
  const random = randomNumbers();
  let open = block.cells.filter(isOpen);
  for (let idle = 0; open.length > few && idle < PATIENCE; ) {
    // Half are pushed up and half down, so that cells that make up for each other do not fight; what is small already can only go up.
    block.search(open.map((cell) => [cell, (high[cell]! < SMALL || random() < 0.5 ? -1 : 1) * (0.5 + random())]));
    const left = open.filter(isOpen);
    idle = open.length - left.length > open.length / 100 ? 0 : idle + 1;
    open = left;
  }
}

/** Goes to both extremes of a cell; returns it when nothing outside the block could take it further and that does harm. */
function measure(block: Block, worlds: Worlds, cell: number, { isOpen, isHarmless }: Search): Narrow[] {
  const shownBy: number[] = [];
  for (const weight of [1, -1]) {
    if (!isOpen(cell)) return [];
    const binding = block.search([[cell, weight]]);
    if (!isOpen(cell) || !binding) return [];
    shownBy.push(...binding);
    if (isHarmless(cell, worlds.low[cell]!, weight > 0 ? Number.POSITIVE_INFINITY : worlds.high[cell]!)) {
      worlds.harmless.set(cell, shownBy);
      return [];
    }
  }
  return [{ cell, low: worlds.low[cell]!, high: worlds.high[cell]! }];
}

/** The same sequence of numbers from 0 to 1 every time. */
function randomNumbers(): () => number {
  let state = 12345;
  return () => {
    state = (Math.imul(state, 1103515245) + 12345) & 0x7fffffff;
    return state / 0x7fffffff;
  };
}
