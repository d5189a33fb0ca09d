import { addressOf } from "../../models/relations/cell.ts";
import { isWide } from "../../models/relations/criterion.ts";
import { relationsOf } from "../../models/relations/incidence.ts";
import type { Insider } from "../../models/relations/insiders.ts";
import { type IntervalSolver, takeOver, takeOverHarmless, type Worlds, worldsFrom } from "../interval-solver.ts";
import { type Draft, setState } from "./draft.ts";
import { withholdInGroups } from "./group-rule.ts";
import {
  boundsFor,
  follow,
  leaksByBounds,
  leaksBySearch,
  leaksInBlocks,
  type Reader,
  readersOf,
  searchForAll,
} from "./reader.ts";
import { openWays } from "./ways.ts";
import { CUTS, groupOf, withholdCut } from "./withhold-cut.ts";

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
export function settle(draft: Draft, insiders: readonly Insider[], solver: IntervalSolver): Worlds {
  const readers = readersOf(draft, insiders);
  const leaksOf = attackBy(draft, readers, solver);
  const efforts = new Map<string, Effort>();
  // A reader is asked again only when something has been withheld since it last learned nothing.
  for (let at = 0, content = 0; content < readers.length; at = (at + 1) % readers.length) {
    const reader = readers[at]!;
    const leaks = leaksOf(reader);
    content = leaks.length === 0 ? content + 1 : 0;
    closeAll(draft, reader, leaks, efforts, solver);
  }
  return readers[0].worlds;
}

/** Attacks by one reader after the other, each of which builds on what those before it found. */
function attackBy(draft: Draft, [anybody, ...partners]: [Reader, ...Reader[]], solver: IntervalSolver) {
  const locally = worldsFrom(draft.incidence, draft.unknown.slice(), draft.value);
  const tried = new Set<number>();
  return (reader: Reader): number[] => {
    follow(reader, draft);
    const bounds = boundsFor(reader);
    const leaks = leaksByBounds(draft, reader, bounds);
    if (leaks.length > 0) return leaks;
    if (reader === anybody) {
      const inBlocks = leaksInBlocks(draft, bounds, locally, solver);
      takeOver(anybody.worlds, locally);
      takeOverHarmless(anybody.worlds, locally, () => true);
      if (inBlocks.length > 0) return inBlocks;
    } else {
      for (const one of [anybody, ...partners]) follow(one, draft);
      for (const { worlds } of partners) {
        takeOver(worlds, locally);
        takeOverHarmless(worlds, anybody.worlds, (cell) => worlds.world[cell] === draft.value[cell]);
      }
      if (reader === partners[0]) searchForAll(draft, partners, solver, tried);
    }
    return leaksBySearch(draft, reader, bounds, solver);
  };
}

/** Closes leaks near by, one after the other; only when that does nothing at all, the first of them from anywhere. */
function closeAll(draft: Draft, reader: Reader, leaks: number[], efforts: Map<string, Effort>, solver: IntervalSolver) {
  const ways = openWays(draft, reader, solver);
  const left: number[] = [];
  let closed = 0;
  for (const cell of firstOfEachPart(draft, leaks)) {
    if (isWide(reader.worlds.low[cell]!, reader.worlds.high[cell]!, draft.protection)) continue;
    const group = groupOf(draft, cell);
    const effort = efforts.get(group) ?? { closed: 0, coarser: 0 };
    efforts.set(group, effort);
    if (effort.closed++ >= ENOUGH && effort.coarser < CUTS) continue;
    const changed = ways.near(cell, goal(draft, reader, cell));
    if (changed) closed += withhold(draft, reader, changed);
    else left.push(cell);
  }
  const [first] = left;
  if (closed === 0 && first !== undefined) {
    const changed = ways.anywhere(first, goal(draft, reader, first));
    if (changed) withhold(draft, reader, changed);
    else if (reader.own.length > 0) reader.anyway.add(first);
    else throw new Error(`cannot protect ${addressOf(draft.system.cells[first]!)}`);
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
    const { measure, series, slice, member, part } = system.cells[leak]!;
    const name = `${measure} ${series} ${slice} ${member} ${part}`;
    const isFirst = !seen.has(name);
    seen.add(name);
    return isFirst;
  });
}

const goal = ({ protection }: Draft, { worlds }: Reader, cell: number) =>
  Math.ceil(worlds.low[cell]!) + protection.width;

/** Withholds what has to change for a leak to be closed, and what then would stand alone; returns how many cells had to. */
function withhold(draft: Draft, reader: Reader, changed: readonly number[]): number {
  for (const other of changed) setState(draft, other, "complementary");
  for (const other of changed) withholdInGroups(draft, relationsOf(draft.incidence, other));
  follow(reader, draft);
  return changed.length;
}
