import type { Incidence } from "../../models/relations/incidence.ts";

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

/** People by which no cell goes above the world it starts from, so that every search ends: far more than any width asked for. */
export const REACH = 1_000_000;

/** Worlds that start from a single one. */
export function worldsFrom(incidence: Incidence, unknown: Uint8Array, world: Float64Array): Worlds {
  return { incidence, unknown, world, low: world.slice(), high: world.slice() };
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
