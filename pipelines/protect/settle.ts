import type { FigureKey } from "../../models/published.ts";
import { blocksOf } from "../../models/relations/blocks.ts";
import { boundsOf } from "../../models/relations/bounds.ts";
import { addressOf } from "../../models/relations/cell.ts";
import { isHarmless, isSafe, isWide } from "../../models/relations/criterion.ts";
import { relationsOf } from "../../models/relations/incidence.ts";
import { type Detours, findNarrow, type IntervalSolver, type Worlds, worldsFrom } from "../interval-solver.ts";
import { type Draft, setState } from "./draft.ts";
import { withholdInGroups } from "./group-rule.ts";

/**
 * Withholds more until every cell that is not printed is proven to be protected; throws, naming the cell, when that cannot be done.
 * Where the numbers of a series are so small that leak after leak has to be closed, whole cuts of it are withheld at once, finest first.
 */
export function settle(draft: Draft, solver: IntervalSolver): Worlds {
  const worlds = worldsFrom(draft.incidence, draft.unknown, draft.value);
  const ways = openWays(draft, worlds, solver);
  const efforts = new Map<string, Effort>();
  for (;;) {
    const leaks = leaksByBounds(draft);
    if (leaks.length === 0) leaks.push(...leaksBySearch(draft, worlds, solver));
    if (leaks.length === 0) break;
    for (const cell of firstOfEachPart(draft, leaks)) {
      const effort = getOrMake(efforts, groupOf(draft, cell), () => ({ closed: 0, coarser: 0 }));
      if (effort.closed++ < ENOUGH || effort.coarser === cuts.length) close(draft, worlds, ways, cell);
    }
    for (const [group, effort] of efforts) {
      if (effort.closed < ENOUGH || effort.coarser === cuts.length) continue;
      withholdCut(draft, group, cuts[effort.coarser++]!);
      effort.closed = 0;
    }
  }
  ways.close();
  return worlds;
}

/** Leaks closed one by one in a series, and cuts withheld since that came to no end. */
interface Effort {
  closed: number;
  coarser: number;
}

/** Leaks of a series closed one by one before a whole cut is withheld: more than any series of a network of some thousand people needs. */
const ENOUGH = 150;

type Cut = (place: Pick<FigureKey, "slice" | "period_kind">, isBase: boolean) => boolean;

/** What is withheld whole when closing leaks one by one comes to no end, each cut including those before it. */
const cuts: readonly Cut[] = [
  ({ slice }) => slice === "program" || slice === "followup",
  ({ slice, period_kind }) => slice !== "network" && period_kind !== "all",
  ({ slice, period_kind }) => slice !== "network" || period_kind === "quarter",
  ({ slice, period_kind }, isBase) => slice !== "network" || period_kind !== "all" || !isBase,
  () => true,
];

/** The series of a cell; cells that several series share are a group of their own. */
function groupOf({ system }: Draft, cell: number): string {
  const { series, shared } = system.cells[cell]!;
  return shared ? SHARED : series;
}

const SHARED = "";

function withholdCut(draft: Draft, group: string, isIn: Cut): void {
  const { cells, measure } = draft.system;
  cells.forEach((cell, c) => {
    if (draft.state[c] === "shown" && groupOf(draft, c) === group && isIn(cell, cell.part === measure.kind.base))
      setState(draft, c, "complementary");
  });
}

/** Searches for what to withhold: within one series where that is enough, else in all of them. */
interface Ways {
  among(group: string): Detours;
  close(): void;
}

function openWays(draft: Draft, worlds: Worlds, solver: IntervalSolver): Ways {
  const open = new Map<string, Detours>();
  const cellsIn = (group: string) =>
    [...draft.system.cells.keys()].filter(
      (cell) => draft.state[cell] !== "absent" && (group === SHARED || groupOf(draft, cell) === group),
    );
  return {
    among: (group) => getOrMake(open, group, () => solver.openDetours(worlds, draft.cost, cellsIn(group))),
    close: () => {
      for (const detours of open.values()) detours.close();
    },
  };
}

function getOrMake<Value>(map: Map<string, Value>, key: string, make: () => Value): Value {
  const value = map.get(key) ?? make();
  map.set(key, value);
  return value;
}

/** The leak of the longest period of each part of a unit: closing it often closes those of the shorter ones. */
function firstOfEachPart({ system }: Draft, leaks: readonly number[]): number[] {
  const seen = new Set<string>();
  return leaks.filter((leak) => {
    const { series, slice, member, part } = system.cells[leak]!;
    const name = `${series} ${slice} ${member} ${part}`;
    const isFirst = !seen.has(name);
    seen.add(name);
    return isFirst;
  });
}

/** Cells that adding and subtracting alone gives away. An overlap that may yet turn out to be none is left to the search. */
function leaksByBounds({ system, incidence, unknown, value, protection }: Draft): number[] {
  const { low, high } = boundsOf(incidence, unknown, value);
  return [...system.cells.keys()].filter((cell) => {
    const { role } = system.cells[cell]!;
    if (!unknown[cell] || (role === "overlap" && low[cell]! < 1)) return false;
    return !isSafe(role, low[cell]!, high[cell]!, protection);
  });
}

/** Cells for which there is no world far enough from the others, the true one among them. */
function leaksBySearch(draft: Draft, worlds: Worlds, solver: IntervalSolver): number[] {
  const { system, incidence, unknown, value, protection } = draft;
  const bounds = boundsOf(incidence, unknown, value);
  const harmless = (cell: number, low: number, high: number) =>
    isHarmless(system.cells[cell]!.role, low, high, protection);
  const narrow = findNarrow(solver, worlds, {
    isOpen: (cell) =>
      !isWide(worlds.low[cell]!, worlds.high[cell]!, protection) &&
      !harmless(cell, bounds.low[cell]!, bounds.high[cell]!),
    isHarmless: harmless,
    blocks: blocksOf(system, unknown),
  });
  return narrow.map(({ cell }) => cell);
}

/** Withholds the printed cells that cost least of those whose change lets the given cell be `width` larger than its least. */
function close(draft: Draft, worlds: Worlds, ways: Ways, cell: number): void {
  if (isWide(worlds.low[cell]!, worlds.high[cell]!, draft.protection)) return;
  const value = Math.ceil(worlds.low[cell]!) + draft.protection.width;
  const changed = ways.among(groupOf(draft, cell)).search(cell, value) ?? ways.among(SHARED).search(cell, value);
  if (!changed) throw new Error(`cannot protect ${addressOf(draft.system.cells[cell]!)}`);
  for (const other of changed) setState(draft, other, "complementary");
  for (const other of changed) withholdInGroups(draft, relationsOf(draft.incidence, other));
}
