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
const ENOUGH = 150;

/** Leaks closed one by one in a series, and cuts withheld since that came to no end. */
interface Effort {
  closed: number;
  coarser: number;
}

/**
 * Withholds more until every cell that is not printed is proven to be protected from everybody, partners with numbers of their own
 * among them, except for what they could work out from these alone; throws, naming the cell, when that cannot be done. Where the
 * numbers of a series are so small that leak after leak has to be closed, whole cuts of it are withheld at once, finest first.
 * Returns the worlds that anybody may think of.
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
  for (const cell of firstOfEachPart(draft, leaks)) {
    const group = groupOf(draft, cell);
    const effort = efforts.get(group) ?? { closed: 0, coarser: 0 };
    efforts.set(group, effort);
    if (effort.closed++ < ENOUGH || effort.coarser === CUTS) close(draft, reader, ways, cell);
  }
  ways.close();
  for (const [group, effort] of efforts) {
    if (effort.closed < ENOUGH || effort.coarser === CUTS) continue;
    withholdCut(draft, group, effort.coarser++);
    effort.closed = 0;
  }
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

/** Withholds the printed cells that cost least of those whose change lets the given cell be `width` larger than its least. */
function close(draft: Draft, reader: Reader, ways: Ways, cell: number): void {
  const { worlds } = reader;
  if (isWide(worlds.low[cell]!, worlds.high[cell]!, draft.protection)) return;
  const value = Math.ceil(worlds.low[cell]!) + draft.protection.width;
  const changed = ways.among(groupOf(draft, cell)).search(cell, value) ?? ways.among(SHARED).search(cell, value);
  if (!changed && reader.own.length > 0) reader.anyway.add(cell);
  if (!changed && reader.own.length === 0) throw new Error(`cannot protect ${addressOf(draft.system.cells[cell]!)}`);
  if (!changed) return;
  for (const other of changed) setState(draft, other, "complementary");
  for (const other of changed) withholdInGroups(draft, relationsOf(draft.incidence, other));
  follow(reader, draft);
}
