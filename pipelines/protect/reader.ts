import { blocksOf } from "../../models/relations/blocks.ts";
import { boundsOf } from "../../models/relations/bounds.ts";
import { isHarmless, isSafe, isWide } from "../../models/relations/criterion.ts";
import type { Insider } from "../../models/relations/insiders.ts";
import { isBeside } from "../../models/relations/shared-cells.ts";
import {
  type Detours,
  findNarrow,
  type IntervalSolver,
  type Narrow,
  type Question,
  searchBlocks,
  takeOver,
  type Worlds,
  worldsFrom,
} from "../interval-solver.ts";
import type { Draft } from "./draft.ts";
import { groupOf, SHARED } from "./withhold-cut.ts";

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
  const reader = (own: readonly number[], value: Float64Array): Reader => {
    const worlds = worldsFrom(draft.incidence, draft.unknown.slice(), value);
    return { own, value, anyway: knownAnyway(draft, own, value), worlds };
  };
  const left = (share: Float64Array) => draft.value.map((all, cell) => all - share[cell]!);
  return [reader([], draft.value), ...insiders.map(({ own, share }) => reader(own, left(share)))];
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
  worlds.unknown.set(draft.unknown);
  for (const cell of own) worlds.unknown[cell] = 0;
}

/** Cells that adding and subtracting alone gives away to a reader. An overlap that may yet turn out to be none is left to the search. */
export function leaksByBounds({ system, incidence, protection }: Draft, { value, anyway, worlds }: Reader): number[] {
  const { low, high } = boundsOf(incidence, worlds.unknown, value);
  return [...system.cells.keys()].filter((cell) => {
    const { role } = system.cells[cell]!;
    if (!worlds.unknown[cell] || anyway.has(cell) || (role === "overlap" && low[cell]! < 1)) return false;
    return !isSafe(role, low[cell]!, high[cell]!, protection);
  });
}

/** Cells of which a reader sees no world far enough from the others, after what was found `locally`, where one partner's numbers change. */
export function leaksBySearch(draft: Draft, reader: Reader, solver: IntervalSolver, locally: Worlds): number[] {
  takeOver(reader.worlds, locally);
  const { units, wide } = blocksOf(draft.system, reader.worlds.unknown);
  return cellsOf(findNarrow(solver, reader.worlds, questionOf(draft, reader, [...units, ...wide])));
}

/** The same for anybody, looking only at one partner at a time. */
export function leaksInBlocks(draft: Draft, locally: Worlds, solver: IntervalSolver): number[] {
  locally.unknown.set(draft.unknown);
  const { owned, units } = blocksOf(draft.system, draft.unknown);
  const anybody = { worlds: locally, anyway: new Set<number>(), value: draft.value };
  return cellsOf(
    searchBlocks(solver, locally, questionOf(draft, anybody, draft.system.unduplicated ? [...owned, ...units] : owned)),
  );
}

const cellsOf = (narrow: readonly Narrow[]) => narrow.map(({ cell }) => cell);

function questionOf(
  { system, incidence, protection }: Draft,
  { worlds, anyway, value }: Pick<Reader, "worlds" | "anyway" | "value">,
  blocks: number[][],
): Question {
  const bounds = boundsOf(incidence, worlds.unknown, value);
  const harmless = (cell: number, low: number, high: number) =>
    isHarmless(system.cells[cell]!.role, low, high, protection);
  return {
    isOpen: (cell) =>
      !anyway.has(cell) &&
      !isWide(worlds.low[cell]!, worlds.high[cell]!, protection) &&
      !harmless(cell, bounds.low[cell]!, bounds.high[cell]!),
    isHarmless: harmless,
    blocks,
  };
}

/** Searches for what to withhold from a reader. */
export interface Ways {
  /** Looks within the series of the cell and what its shared parts touch in others: enough for nearly every cell. */
  near(cell: number, value: number): number[] | null;
  /** Looks everywhere, which takes long. */
  anywhere(cell: number, value: number): number[] | null;
  close(): void;
}

/** Opens the searches of a reader as they are asked for. Close them after use. */
export function openWays(draft: Draft, { own, worlds }: Reader, solver: IntervalSolver): Ways {
  const open = new Map<string, Detours>();
  const fixed = new Set(own);
  const { cells, beside } = draft.system;
  const inSearch: Record<Reach, (group: string, cell: number) => boolean> = {
    group: (group, cell) => groupOf(draft, cell) === group || (group === SHARED && isBeside(beside, cells[cell]!)),
    beside: (group, cell) => groupOf(draft, cell) === group || isBeside(beside, cells[cell]!),
    all: () => true,
  };
  const among = (reach: Reach, group: string) => {
    const name = reach === "all" ? reach : `${reach} ${group}`;
    const inReach = () =>
      [...cells.keys()].filter(
        (cell) => draft.state[cell] !== "absent" && !fixed.has(cell) && inSearch[reach](group, cell),
      );
    const detours = open.get(name) ?? solver.openDetours(worlds, draft.cost, inReach());
    open.set(name, detours);
    return detours;
  };
  return {
    near(cell, value) {
      const group = groupOf(draft, cell);
      const found = among("group", group).search(cell, value);
      return found ?? (beside.size > 0 ? among("beside", group).search(cell, value) : null);
    },
    anywhere: (cell, value) => among("all", SHARED).search(cell, value),
    close() {
      for (const detours of open.values()) detours.close();
    },
  };
}

/** How far a search goes: one series, with it what stands beside the shared parts of all series, or everything. */
type Reach = "group" | "beside" | "all";
