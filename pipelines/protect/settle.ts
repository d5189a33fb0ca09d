import { addressOf } from "../../models/relations/cell.ts";
import { isWide } from "../../models/relations/criterion.ts";
import { relationsOf } from "../../models/relations/incidence.ts";
import { type IntervalSolver, type Worlds, worldsFrom } from "../interval-solver.ts";
import { type Draft, setState } from "./draft.ts";
import { withholdInGroups } from "./group-rule.ts";
import {
  follow,
  leaksByBounds,
  leaksBySearch,
  leaksInBlocks,
  openWays,
  type Reader,
  readersOf,
  type Ways,
} from "./reader.ts";
import { CUTS, groupOf, SHARED, withholdCut } from "./withhold-cut.ts";

/** Leaks of a series closed one by one before a whole cut is withheld: more than any series of a network of some thousand people needs. */
const ENOUGH = 80;

/** Leaks closed one by one in a series, and cuts withheld since that came to no end. */
interface Effort {
  closed: number;
  coarser: number;
}

/**
 * Withholds more until every cell that is not printed is proven to be protected from everybody, partners with numbers of their own
 * among them, except for what they could work out from these alone; throws, naming the cell, when that cannot be done. Where the numbers of a series are so small that leak after leak
 * has to be closed, whole cuts of it are withheld at once, finest first. Returns the worlds that anybody may think of.
 */
export function settle(draft: Draft, solver: IntervalSolver): Worlds {
  const locally = worldsFrom(draft.incidence, draft.unknown.slice(), draft.value);
  const readers = readersOf(draft);
  const efforts = new Map<string, Effort>();
  // A reader is asked again only when something has been withheld since it last learned nothing.
  for (let at = 0, content = 0; content < readers.length; at = (at + 1) % readers.length) {
    const reader = readers[at]!;
    follow(reader, draft);
    const leaks = leaksOf(draft, reader, at === 0, locally, solver);
    content = leaks.length === 0 ? content + 1 : 0;
    closeAll(draft, reader, leaks, efforts, solver);
  }
  return readers[0].worlds;
}

function leaksOf(draft: Draft, reader: Reader, isAnybody: boolean, locally: Worlds, solver: IntervalSolver): number[] {
  const leaks = leaksByBounds(draft, reader);
  if (leaks.length > 0) return leaks;
  const inBlocks = isAnybody ? leaksInBlocks(draft, locally, solver) : [];
  return inBlocks.length > 0 ? inBlocks : leaksBySearch(draft, reader, solver, locally);
}

function closeAll(draft: Draft, reader: Reader, leaks: number[], efforts: Map<string, Effort>, solver: IntervalSolver) {
  const ways = openWays(draft, reader, solver);
  for (const [group, cells] of Map.groupBy(firstOfEachPart(draft, leaks), (cell) => groupOf(draft, cell))) {
    const effort = efforts.get(group) ?? { closed: 0, coarser: 0 };
    efforts.set(group, effort);
    if (effort.coarser === CUTS) for (const cell of cells) closeAmongAll(draft, reader, ways, cell);
    else if (!closeOneByOne(draft, reader, ways, cells, effort)) withholdCut(draft, group, effort.coarser++);
  }
  ways.close();
}

/** Closes leaks of one series; false when there are too many of them, or when one cannot be closed within the series. */
function closeOneByOne(draft: Draft, reader: Reader, ways: Ways, cells: readonly number[], effort: Effort): boolean {
  effort.closed += cells.length;
  const worthwhile = effort.closed <= ENOUGH;
  if (!worthwhile) effort.closed = 0;
  return worthwhile && cells.every((cell) => close(draft, reader, ways, cell));
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

/**
 * Withholds the printed cells that cost least of those whose change lets the given cell be `width` larger than its least: cells of its
 * own series, or those of its unit that several series share. False when that does not help.
 */
function close(draft: Draft, reader: Reader, ways: Ways, cell: number): boolean {
  if (isDone(draft, reader, cell)) return true;
  const group = groupOf(draft, cell);
  const changed = group === SHARED ? null : ways.among(group).search(cell, wanted(draft, reader, cell));
  const all = changed ?? sharedBeside(draft, cell);
  withholdAll(draft, reader, all);
  return all.length > 0;
}

/** The same among the cells of all series, which takes long; throws, naming the cell, when nothing helps, unless the reader knows it anyway. */
function closeAmongAll(draft: Draft, reader: Reader, ways: Ways, cell: number): void {
  if (isDone(draft, reader, cell)) return;
  const changed = ways.among(SHARED).search(cell, wanted(draft, reader, cell));
  if (!changed && reader.own.length === 0) throw new Error(`cannot protect ${addressOf(draft.system.cells[cell]!)}`);
  if (!changed) reader.anyway.add(cell);
  withholdAll(draft, reader, changed ?? []);
}

const isDone = ({ protection }: Draft, { worlds, anyway }: Reader, cell: number) =>
  anyway.has(cell) || isWide(worlds.low[cell]!, worlds.high[cell]!, protection);

const wanted = ({ protection }: Draft, { worlds }: Reader, cell: number) =>
  Math.ceil(worlds.low[cell]!) + protection.width;

function withholdAll(draft: Draft, reader: Reader, cells: readonly number[]): void {
  for (const cell of cells) setState(draft, cell, "complementary");
  for (const cell of cells) withholdInGroups(draft, relationsOf(draft.incidence, cell));
  follow(reader, draft);
}

/** Shown cells of the same unit and length of period that several series share. */
function sharedBeside({ system, state }: Draft, cell: number): number[] {
  const { slice, member, period_kind } = system.cells[cell]!;
  return [...system.cells.keys()].filter((other) => {
    const place = system.cells[other]!;
    const sameUnit = place.slice === slice && place.member === member && place.period_kind === period_kind;
    return place.shared && sameUnit && state[other] === "shown";
  });
}
