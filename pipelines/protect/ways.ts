import { isBeside } from "../../models/relations/shared-cells.ts";
import type { Detours, IntervalSolver } from "../interval-solver.ts";
import type { Draft } from "./draft.ts";
import type { Reader } from "./reader.ts";
import { groupOf, SHARED } from "./withhold-cut.ts";

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
        (cell) =>
          draft.state[cell] !== "absent" &&
          !fixed.has(cell) &&
          !(draft.fixed[cell] && !draft.unknown[cell]) &&
          inSearch[reach](group, cell),
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
