import { type Block, openBlock } from "./block.ts";
import { type Detours, openDetours } from "./detours.ts";
import { loadLinearSolver } from "./highs.ts";
import type { Worlds } from "./worlds.ts";

/** Searches for possible worlds, each search a linear program. */
export interface IntervalSolver {
  /** Opens a block. Close it after use. */
  open(worlds: Worlds, cells: readonly number[]): Block;
  /** Opens a search in which only the given cells change. Close it after use. */
  openDetours(worlds: Worlds, cost: Float64Array, cells: readonly number[]): Detours;
  /** Linear programs solved so far. */
  solved(): number;
}

/** Loads the solver. */
export async function loadIntervalSolver(): Promise<IntervalSolver> {
  const linear = await loadLinearSolver();
  return {
    open: (worlds, cells) => openBlock(linear, worlds, cells),
    openDetours: (worlds, cost, cells) => openDetours(linear, worlds, cost, cells),
    solved: linear.solved,
  };
}
