import { blocksOf } from "../../models/relations/blocks.ts";
import { boundsOf } from "../../models/relations/bounds.ts";
import { isHarmless, isSafe, isWide } from "../../models/relations/criterion.ts";
import { insidersOf } from "../../models/relations/insiders.ts";
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
  /** Numbers it can work out from its own whatever is withheld. */
  anyway: Set<number>;
  /** Worlds found so far that agree with what the reader knows. */
  worlds: Worlds;
}

/** Everybody a release is protected against, those without numbers of their own first. */
export function readersOf(draft: Draft): [Reader, ...Reader[]] {
  const { system, incidence, unknown, value, state } = draft;
  const reader = (own: readonly number[]): Reader => {
    return { own, anyway: knownAnyway(draft, own), worlds: worldsFrom(incidence, unknown.slice(), value) };
  };
  const insiders = insidersOf(system.owners, (cell) => state[cell] !== "absent");
  return [reader([]), ...insiders.map(({ own }) => reader(own))];
}

/** Cells that adding and subtracting gives away to somebody with numbers of its own even when nothing at all is printed. */
function knownAnyway({ incidence, state, value, protection }: Draft, own: readonly number[]): Set<number> {
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
export function leaksByBounds({ system, incidence, value, protection }: Draft, { anyway, worlds }: Reader): number[] {
  const { low, high } = boundsOf(incidence, worlds.unknown, value);
  return [...system.cells.keys()].filter((cell) => {
    const { role } = system.cells[cell]!;
    if (!worlds.unknown[cell] || anyway.has(cell) || (role === "overlap" && low[cell]! < 1)) return false;
    return !isSafe(role, low[cell]!, high[cell]!, protection);
  });
}

/** Cells of which a reader sees no world far enough from the others, after what was found `locally`, where nobody's own numbers but one's change. */
export function leaksBySearch(draft: Draft, reader: Reader, solver: IntervalSolver, locally: Worlds): number[] {
  takeOver(reader.worlds, locally);
  const { wide } = blocksOf(draft.system, reader.worlds.unknown);
  return cellsOf(findNarrow(solver, reader.worlds, questionOf(draft, reader, wide)));
}

/** The same for anybody, looking only at one partner or unit at a time. */
export function leaksInBlocks(draft: Draft, locally: Worlds, solver: IntervalSolver): number[] {
  locally.unknown.set(draft.unknown);
  const { local } = blocksOf(draft.system, draft.unknown);
  return cellsOf(searchBlocks(solver, locally, questionOf(draft, { worlds: locally, anyway: new Set() }, local)));
}

const cellsOf = (narrow: readonly Narrow[]) => narrow.map(({ cell }) => cell);

function questionOf(
  { system, incidence, value, protection }: Draft,
  { worlds, anyway }: Pick<Reader, "worlds" | "anyway">,
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

/** Searches for what to withhold from a reader: within one series where that is enough, else in all of them. */
export interface Ways {
  among(group: string): Detours;
  close(): void;
}

/** Opens the searches of a reader as they are asked for. Close them after use. */
export function openWays(draft: Draft, { own, worlds }: Reader, solver: IntervalSolver): Ways {
  const open = new Map<string, Detours>();
  const fixed = new Set(own);
  const cellsIn = (group: string) =>
    [...draft.system.cells.keys()].filter(
      (cell) =>
        draft.state[cell] !== "absent" && !fixed.has(cell) && (group === SHARED || groupOf(draft, cell) === group),
    );
  return {
    among(group) {
      const detours = open.get(group) ?? solver.openDetours(worlds, draft.cost, cellsIn(group));
      open.set(group, detours);
      return detours;
    },
    close() {
      for (const detours of open.values()) detours.close();
    },
  };
}
