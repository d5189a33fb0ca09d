import { blocksOf } from "../../models/relations/blocks.ts";
import { type Bounds, boundsOf } from "../../models/relations/bounds.ts";
import { isHarmless, isSafe, isWide } from "../../models/relations/criterion.ts";
import { blocksForAll, type Insider } from "../../models/relations/insiders.ts";
import {
  findNarrow,
  forget,
  type IntervalSolver,
  type Narrow,
  type Question,
  searchBlocks,
  searchTogether,
  type Worlds,
  worldsFrom,
} from "../interval-solver.ts";
import type { Draft } from "./draft.ts";

/** Somebody who reads the release: anybody, or a partner that knows its own numbers besides. */
export interface Reader {
  /** Numbers of its own. */
  own: readonly number[];
  /** What is left of every number when its own people are taken off. */
  value: Float64Array;
  /** Numbers it can work out from its own whatever is withheld. */
  anyway: Set<number>;
  /** Worlds of what is left, found so far, that agree with what the reader knows. */
  worlds: Worlds;
}

/** Everybody a release is protected against, those without numbers of their own first. */
export function readersOf(draft: Draft, insiders: readonly Insider[]): [Reader, ...Reader[]] {
  const reader = (own: readonly number[], value: Float64Array, incidence = draft.inside.incidence): Reader => {
    const worlds = worldsFrom(incidence, draft.unknown.slice(), value);
    return { own, value, anyway: knownAnyway({ ...draft, incidence }, own, value), worlds };
  };
  const left = (share: Float64Array) => draft.value.map((all, cell) => all - share[cell]!);
  return [reader([], draft.value, draft.incidence), ...insiders.map(({ own, share }) => reader(own, left(share)))];
}

/** Cells that adding and subtracting gives away to somebody with numbers of its own even when nothing at all is printed. */
function knownAnyway(
  { incidence, state, protection }: Draft,
  own: readonly number[],
  value: Float64Array,
): Set<number> {
  if (own.length === 0) return new Set();
  const unknown = Uint8Array.from(state, (is) => (is === "absent" ? 0 : 1));
  for (const cell of own) unknown[cell] = 0;
  const { low, high } = boundsOf(incidence, unknown, value);
  return new Set([...unknown.keys()].filter((cell) => unknown[cell] && !isWide(low[cell]!, high[cell]!, protection)));
}

/** Brings what a reader does not know up to date with the draft. */
export function follow({ own, worlds }: Reader, draft: Draft): void {
  const unknown = draft.unknown.slice();
  for (const cell of own) unknown[cell] = 0;
  forget(worlds, unknown);
}

/** Cells that adding and subtracting alone gives away to a reader. An overlap that may yet turn out to be none is left to the search. */
export function leaksByBounds(
  { system, protection, ofFew }: Draft,
  { anyway, worlds }: Reader,
  { low, high }: Bounds,
): number[] {
  return [...system.cells.keys()].filter((cell) => {
    const { role } = system.cells[cell]!;
    if (!worlds.unknown[cell] || anyway.has(cell) || (role === "overlap" && low[cell]! < 1)) return false;
    return !isSafe(role, low[cell]!, high[cell]!, protection, ofFew[cell] === 1);
  });
}

/** Cells of which a reader sees no world far enough from the others. */
export function leaksBySearch(draft: Draft, reader: Reader, bounds: Bounds, solver: IntervalSolver): number[] {
  const { large } = blocksOf(draft.system, reader.worlds.unknown);
  return cellsOf(findNarrow(solver, reader.worlds, questionOf(draft, reader, bounds, large)));
}

/** Looks for worlds that all of some readers may think of, at cells that were not `tried` yet. */
export function searchForAll(
  draft: Draft,
  readers: readonly Reader[],
  solver: IntervalSolver,
  tried: Set<number>,
): void {
  const asked = readers.map((reader) => {
    const { isOpen } = questionOf(draft, reader, boundsFor(reader), []);
    return { worlds: reader.worlds, isOpen: (cell: number) => !reader.worlds.harmless.has(cell) && isOpen(cell) };
  });
  const blocks = (unknown: Uint8Array) => {
    const { large } = blocksOf(draft.system, unknown);
    return [...large, [...unknown.keys()].filter((cell) => unknown[cell])];
  };
  searchTogether(solver, asked, blocks, (low, high) => isWide(low, high, draft.protection), tried);
}

/** What a reader can work out by adding and subtracting. */
export function boundsFor({ worlds, value }: Reader): Bounds {
  return boundsOf(worlds.incidence, worlds.unknown, value);
}

/** The same for anybody, looking only at one partner at a time. */
export function leaksInBlocks(draft: Draft, bounds: Bounds, locally: Worlds, solver: IntervalSolver): number[] {
  forget(locally, draft.unknown);
  const blocks = blocksForAll(draft.system, draft.unknown);
  const anybody = { worlds: locally, anyway: new Set<number>() };
  return cellsOf(searchBlocks(solver, locally, questionOf(draft, anybody, bounds, blocks)));
}

const cellsOf = (narrow: readonly Narrow[]) => narrow.map(({ cell }) => cell);

function questionOf(
  { system, protection, ofFew }: Draft,
  { worlds, anyway }: Pick<Reader, "worlds" | "anyway">,
  bounds: Bounds,
  blocks: number[][],
): Question {
  const harmless = (cell: number, low: number, high: number) =>
    isHarmless(system.cells[cell]!.role, low, high, protection, ofFew[cell] === 1);
  return {
    isOpen: (cell) =>
      !anyway.has(cell) &&
      !isWide(worlds.low[cell]!, worlds.high[cell]!, protection) &&
      !harmless(cell, bounds.low[cell]!, bounds.high[cell]!),
    isHarmless: harmless,
    blocks,
  };
}
