import type { Contributions } from "../../models/relations/alike-partners.ts";
import { blocksOf } from "../../models/relations/blocks.ts";
import { type Bounds, boundsOf } from "../../models/relations/bounds.ts";
import { addressOf } from "../../models/relations/cell.ts";
import { isHarmless, isSafe, isWide, type Protection, widthOf } from "../../models/relations/criterion.ts";
import { connectedGroups, incidenceOf } from "../../models/relations/incidence.ts";
import { blocksForAll, insidersOf } from "../../models/relations/insiders.ts";
import { linksOf } from "../../models/relations/since-release.ts";
import { nameOf } from "../../models/relations/strand.ts";
import type { RelationSystem } from "../../models/relations/system.ts";
import {
  findNarrow,
  type IntervalSolver,
  type Question,
  searchBlocks,
  searchTogether,
  takeOver,
  takeOverHarmless,
  type Worlds,
  worldsFrom,
} from "../interval-solver.ts";
import { type Failure, failureAt } from "./failure.ts";
import type { Knowledge } from "./knowledge.ts";

/** What attacking one system brought out. */
export interface Attack {
  /** Unknown cells that were attacked, once for each who attacked. */
  attacked: number;
  failures: Failure[];
  /** The smallest width known of any attacked cell that is about few people, null when there is none. */
  narrowest: number | null;
  /** Cells shown to be about many people, each with the relations that show it. */
  harmless: Worlds["harmless"];
}

/** Works out every unknown cell of a system as closely as the printed ones allow. */
export function attack(knowledge: Knowledge, protection: Protection, solver: IntervalSolver): Attack {
  const { system, incidence, unknown, value } = knowledge;
  const attacked = attackedCells(knowledge);
  const nothing = (address: string): Attack => {
    return { attacked, failures: [failureAt(address, "contradiction")], narrowest: null, harmless: new Map() };
  };
  const bounds = boundsOf(incidence, unknown, value);
  if (bounds.contradiction >= 0) return nothing(system.relations[bounds.contradiction]!.says);
  const worlds = someWorld(knowledge, bounds.low, solver);
  if (!worlds) return nothing(nameOf(system.strands));
  const { forAll, large } = blocksOf(system, unknown);
  const widths = narrowWidths({ ...knowledge, bounds }, worlds, [...forAll, ...large], protection, solver);
  const failures = failuresOf(knowledge, widths, "");
  return { attacked, failures, narrowest: narrowestOf(worlds, widths, protection), harmless: worlds.harmless };
}

/**
 * The same by every partner, which takes its own people off everything: `world` are the true numbers, and what anybody is shown to
 * be `harmless` is so to all. What one partner's numbers could be besides is searched once for all others, to whom it tells nothing
 * of their own, and so is what all of them may think of.
 */
export function attackFromInside(
  { inside: held, ...knowledge }: Knowledge & { inside: RelationSystem },
  world: Float64Array,
  contributions: Contributions | null,
  harmless: Worlds["harmless"],
  protection: Protection,
  solver: IntervalSolver,
): Attack {
  const { system, incidence, unknown, absent } = knowledge;
  const heldBy = held === system ? incidence : incidenceOf(held);
  const anybody = { ...knowledge, value: world, bounds: boundsOf(incidence, unknown, world) };
  const locally = { ...worldsFrom(incidence, unknown, world), harmless: new Map(harmless) };
  searchBlocks(solver, locally, questionOf(anybody, locally, blocksForAll(system, unknown), protection));
  const insiders = insidersOf(held, heldBy, world, contributions, (cell) => absent[cell] === 0).map((insider) => {
    const value = world.map((all, cell) => all - insider.share[cell]!);
    const inside = unknown.slice();
    for (const cell of insider.own) inside[cell] = 0;
    const worlds = worldsFrom(heldBy, inside, value);
    takeOver(worlds, locally);
    takeOverHarmless(worlds, locally, (cell) => insider.share[cell] === 0);
    const bounds = boundsOf(heldBy, inside, value);
    return { ...insider, ...knowledge, incidence: heldBy, unknown: inside, value, worlds, bounds };
  });
  searchForAll(insiders, protection, solver);
  const attacks = insiders.map(({ partner, own, worlds, ...inside }) => {
    const { large } = blocksOf(system, inside.unknown);
    const widths = narrowWidths(inside, worlds, large, protection, solver);
    for (const cell of knownAnyway(inside, own, [...widths.keys()], protection, solver)) widths.delete(cell);
    for (const cell of fewBesides(inside, own, protection)) widths.set(cell, 0);
    for (const cell of fewSince(inside, protection)) widths.set(cell, 0);
    return { attacked: attackedCells(inside), failures: failuresOf(inside, widths, ` by ${partner}`) };
  });
  return {
    attacked: attacks.reduce((sum, { attacked }) => sum + attacked, 0),
    failures: attacks.flatMap(({ failures }) => failures),
    narrowest: null,
    harmless: new Map(),
  };
}

/** What somebody knows, thought through by adding and subtracting. */
interface Thought extends Knowledge {
  bounds: Bounds;
}

function searchForAll(
  insiders: readonly (Thought & { worlds: Worlds })[],
  protection: Protection,
  solver: IntervalSolver,
) {
  const asked = insiders.map(({ worlds, ...inside }) => {
    const { isOpen } = questionOf(inside, worlds, [], protection);
    return { worlds, isOpen: (cell: number) => !worlds.harmless.has(cell) && isOpen(cell) };
  });
  const blocks = (unknown: Uint8Array) => {
    const { large } = blocksOf(insiders[0]!.system, unknown);
    return [...large, [...unknown.keys()].filter((cell) => unknown[cell])];
  };
  searchTogether(solver, asked, blocks, (low, high) => isWide(low, high, protection), new Set());
}

/** Printed numbers of several partners' people of which few are left when one takes its own off, but for those it knows anyway. */
function fewBesides(
  { system, unknown, absent, value }: Knowledge,
  own: readonly number[],
  { threshold }: Protection,
): number[] {
  const known = new Set(own);
  const isFew = (cell: number) => !unknown[cell] && !absent[cell] && !known.has(cell) && value[cell]! < threshold;
  if (system.unduplicated) return [];
  return [...system.cells.keys()].filter((cell) => system.owners[cell] === null && isFew(cell));
}

/** Printed numbers since whose last printing few people of all others came or went. */
function fewSince({ system, unknown, value }: Knowledge, { threshold }: Protection): number[] {
  if (system.unduplicated) return [];
  return linksOf(system).flatMap(({ now, before, since }) => {
    const left = Math.abs(value[now]! - value[before]!);
    const isFew = !unknown[now] && !unknown[before] && system.owners[since] === null && left > 0 && left < threshold;
    return isFew ? [now] : [];
  });
}

/** Of some cells those that a partner could work out as closely if nothing at all were printed. */
function knownAnyway(
  { system, incidence, value, absent, ofFew }: Knowledge,
  own: readonly number[],
  cells: readonly number[],
  protection: Protection,
  solver: IntervalSolver,
): number[] {
  if (cells.length === 0) return [];
  const unprinted = { system, incidence, value, absent, ofFew, unknown: absent.map((is) => 1 - is) };
  for (const cell of own) unprinted.unknown[cell] = 0;
  const worlds = worldsFrom(incidence, unprinted.unknown, value);
  const bounds = boundsOf(incidence, unprinted.unknown, value);
  const few = new Set(cells);
  const isOpen = (cell: number) => few.has(cell);
  return [...narrowWidths({ ...unprinted, bounds }, worlds, [], protection, solver, isOpen).keys()].filter(isOpen);
}

const attackedCells = ({ system, unknown }: Knowledge) =>
  system.cells.filter(({ role }, cell) => unknown[cell] && role !== "rest").length;

const failuresOf = ({ system }: Knowledge, widths: ReadonlyMap<number, number>, by: string) =>
  [...widths].map(([cell, people]) => failureAt(addressOf(system.cells[cell]!), people <= 0 ? "exact" : "narrow", by));

/** Cells that can be worked out too closely, and how closely. */
function narrowWidths(
  knowledge: Thought,
  worlds: Worlds,
  blocks: readonly number[][],
  protection: Protection,
  solver: IntervalSolver,
  isAsked: (cell: number) => boolean = () => true,
): Map<number, number> {
  const { system, unknown, ofFew } = knowledge;
  const { low, high } = knowledge.bounds;
  const widths = new Map<number, number>();
  for (const cell of unknown.keys()) {
    const { role } = system.cells[cell]!;
    // An overlap that may yet turn out to be none is left to the search.
    const isSettled =
      isSafe(role, low[cell]!, high[cell]!, protection, ofFew[cell] === 1) || (role === "overlap" && low[cell]! < 1);
    if (unknown[cell] && !isSettled) widths.set(cell, widthOf(low[cell]!, high[cell]!));
  }
  const question = questionOf(knowledge, worlds, blocks, protection);
  const isOpen = (cell: number) => isAsked(cell) && !widths.has(cell) && question.isOpen(cell);
  for (;;) {
    const narrow = findNarrow(solver, worlds, { ...question, isOpen });
    if (narrow.length === 0) return widths;
    for (const { cell, low, high } of narrow) widths.set(cell, widthOf(low, high));
  }
}

function questionOf(
  { system, bounds, ofFew }: Thought,
  worlds: Worlds,
  blocks: readonly number[][],
  protection: Protection,
): Question {
  const harmless = (cell: number, low: number, high: number) =>
    isHarmless(system.cells[cell]!.role, low, high, protection, ofFew[cell] === 1);
  const isOpen = (cell: number) =>
    !isWide(worlds.low[cell]!, worlds.high[cell]!, protection) &&
    !harmless(cell, bounds.low[cell]!, bounds.high[cell]!);
  return { isOpen, isHarmless: harmless, blocks };
}

/** A world that agrees with everything printed, found without knowing the true one; null when there is none. */
function someWorld({ incidence, unknown, value }: Knowledge, low: Float64Array, solver: IntervalSolver): Worlds | null {
  const start = value.map((known, cell) => (unknown[cell] ? low[cell]! : known));
  const worlds = worldsFrom(incidence, unknown, start);
  for (const cells of connectedGroups(incidence, unknown)) {
    const block = solver.open(worlds, cells);
    try {
      block.search([]);
    } catch {
      return null;
    } finally {
      block.close();
    }
    block.found().forEach((found, i) => {
      start[cells[i]!] = found;
    });
  }
  return worldsFrom(incidence, unknown, start);
}

function narrowestOf({ unknown, low, high }: Worlds, failed: ReadonlyMap<number, number>, protection: Protection) {
  let narrowest = Math.min(...failed.values());
  for (const cell of unknown.keys()) {
    if (unknown[cell] && isWide(low[cell]!, high[cell]!, protection)) {
      narrowest = Math.min(narrowest, widthOf(low[cell]!, high[cell]!));
    }
  }
  return Number.isFinite(narrowest) ? narrowest : null;
}
