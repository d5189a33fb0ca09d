/** How closely unprinted numbers can be worked out: what protection and audit see of the rooms in interval-solver/. */
export type { Detours } from "./interval-solver/detours.ts";
export { findNarrow, type Narrow, type Question, searchBlocks } from "./interval-solver/find-narrow.ts";
export { type IntervalSolver, loadIntervalSolver } from "./interval-solver/solver.ts";
export { searchTogether } from "./interval-solver/together.ts";
export { forget, takeOver, takeOverHarmless, type Worlds, worldsFrom } from "./interval-solver/worlds.ts";
