import { cellsOf, type Incidence, relationsOf, signsOf } from "../../models/relations/incidence.ts";

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
  /** What each relation comes to, given when it is not 0, as in a world of what several readers know it need not be. */
  sums?: Float64Array;
  /** Cells shown to do no harm, each with the relations that show it. */
  harmless: Map<number, readonly number[]>;
}

/** People by which no cell goes above the world it starts from, so that every search ends: far more than any width asked for. */
export const REACH = 1_000_000;

/** Worlds that start from a single one. */
export function worldsFrom(incidence: Incidence, unknown: Uint8Array, world: Float64Array): Worlds {
  return { incidence, unknown, world, low: world.slice(), high: world.slice(), harmless: new Map() };
}

/** Takes in one more world: what the given cells are in it. */
export function widen({ low, high }: Worlds, cells: readonly number[], values: Float64Array): void {
  cells.forEach((cell, at) => {
    const value = values[at]!;
    if (value < low[cell]!) low[cell] = value;
    if (value > high[cell]!) high[cell] = value;
  });
}

/** Takes over how far unknown cells went in worlds that were found for others, in which no cell known here changes. */
export function takeOver({ unknown, world, low, high }: Worlds, found: Worlds): void {
  for (const cell of unknown.keys()) {
    if (!unknown[cell]) continue;
    const by = world[cell]! - found.world[cell]!;
    low[cell] = Math.min(low[cell]!, found.low[cell]! + by);
    high[cell] = Math.max(high[cell]!, found.high[cell]! + by);
  }
}

/** Takes over what was shown to do no harm to somebody who knows less, of cells that are the same number to both. */
export function takeOverHarmless(
  { unknown, harmless }: Worlds,
  found: Worlds,
  isSame: (cell: number) => boolean,
): void {
  for (const [cell, shownBy] of found.harmless) {
    if (unknown[cell] && isSame(cell) && !harmless.has(cell)) harmless.set(cell, shownBy);
  }
}

/** What each relation comes to when the cells have the given values. */
export function sumsOf(incidence: Incidence, value: Float64Array): Float64Array {
  return Float64Array.from({ length: incidence.relationCount }, (_, relation) => {
    const signs = signsOf(incidence, relation);
    return cellsOf(incidence, relation).reduce((sum, cell, e) => sum + signs[e]! * value[cell]!, 0);
  });
}

/** Takes in that more is unknown: all worlds stay possible, and cells are open again that were shown to do no harm by what was known. */
export function forget({ incidence, unknown, harmless }: Worlds, stillUnknown: Uint8Array): void {
  const opened = new Set<number>();
  for (const cell of unknown.keys()) {
    if (stillUnknown[cell] && !unknown[cell]) for (const relation of relationsOf(incidence, cell)) opened.add(relation);
  }
  unknown.set(stillUnknown);
  if (opened.size === 0) return;
  for (const [cell, shownBy] of harmless) {
    if (shownBy.some((relation) => opened.has(relation))) harmless.delete(cell);
  }
}
