import type { Question } from "./find-narrow.ts";
import { drawApart } from "./find-narrow.ts";
import type { IntervalSolver } from "./solver.ts";
import { sumsOf, takeOver, type Worlds, worldsFrom } from "./worlds.ts";

/** A reader with what is asked of its worlds. */
export interface Asked {
  worlds: Worlds;
  isOpen(cell: number): boolean;
}

/**
 * Looks once for all readers for worlds in which nothing changes that one of them knows, and nobody has fewer people than the one
 * of whom least are left: all may think of these. Looks at each cell only when it is not among the `tried`, to which it adds it.
 */
export function searchTogether(
  solver: IntervalSolver,
  readers: readonly Asked[],
  blocksOf: (unknown: Uint8Array) => Question["blocks"],
  isWide: (low: number, high: number) => boolean,
  tried: Set<number>,
): void {
  const [first] = readers;
  if (!first) return;
  const all = readers.map(({ worlds }) => worlds);
  const unknown = first.worlds.unknown.map((is, cell) => (is && all.every((one) => one.unknown[cell]) ? 1 : 0));
  const least = first.worlds.world.map((_, cell) => Math.min(...all.map(({ world }) => world[cell]!)));
  const { incidence } = first.worlds;
  const together = { ...worldsFrom(incidence, unknown, least), sums: sumsOf(incidence, least) };
  const asked = new Set<number>();
  for (const cell of unknown.keys()) {
    if (unknown[cell] && !tried.has(cell) && readers.some(({ isOpen }) => isOpen(cell))) asked.add(cell);
  }
  const isOpen = (cell: number) => asked.has(cell) && !isWide(together.low[cell]!, together.high[cell]!);
  for (const block of blocksOf(unknown)) drawApart(solver, together, block, isOpen);
  for (const cell of asked) tried.add(cell);
  for (const worlds of all) takeOver(worlds, together);
}
