import { blocksOf } from "../../models/relations/blocks.ts";
import { boundsOf } from "../../models/relations/bounds.ts";
import { addressOf } from "../../models/relations/cell.ts";
import { isHarmless, isSafe, isWide, type Protection, widthOf } from "../../models/relations/criterion.ts";
import { connectedGroups } from "../../models/relations/incidence.ts";
import { findNarrow, type IntervalSolver, type Worlds, worldsFrom } from "../interval-solver.ts";
import { type Failure, failureAt } from "./failure.ts";
import type { Knowledge } from "./knowledge.ts";

/** What attacking one system brought out. */
export interface Attack {
  /** Unknown cells that were attacked. */
  attacked: number;
  failures: Failure[];
  /** The smallest width known of any attacked cell that is about few people, null when there is none. */
  narrowest: number | null;
}

/** Works out every unknown cell of a system as closely as the printed ones allow. */
export function attack(knowledge: Knowledge, protection: Protection, solver: IntervalSolver): Attack {
  const { system, incidence, unknown, value } = knowledge;
  const attacked = system.cells.filter(({ role }, cell) => unknown[cell] && role !== "rest").length;
  const bounds = boundsOf(incidence, unknown, value);
  const says = (relation: number) => failureAt(system.relations[relation]!.says, "contradiction");
  if (bounds.contradiction >= 0) return { attacked, failures: [says(bounds.contradiction)], narrowest: null };
  const harmless = (cell: number, low: number, high: number) =>
    isHarmless(system.cells[cell]!.role, low, high, protection);
  const width = new Map<number, number>();
  for (const cell of unknown.keys()) {
    const [low, high] = [bounds.low[cell]!, bounds.high[cell]!];
    if (unknown[cell] && !isSafe(system.cells[cell]!.role, low, high, protection)) width.set(cell, widthOf(low, high));
  }
  const worlds = someWorld(knowledge, bounds.low, solver);
  if (!worlds) return { attacked, failures: [failureAt(systemName(knowledge), "contradiction")], narrowest: null };
  const isOpen = (cell: number) =>
    !width.has(cell) &&
    !isWide(worlds.low[cell]!, worlds.high[cell]!, protection) &&
    !harmless(cell, bounds.low[cell]!, bounds.high[cell]!);
  const question = { isOpen, isHarmless: harmless, blocks: blocksOf(system, unknown) };
  for (;;) {
    const narrow = findNarrow(solver, worlds, question);
    if (narrow.length === 0) break;
    for (const { cell, low, high } of narrow) width.set(cell, widthOf(low, high));
  }
  const failures = [...width].map(([cell, people]) =>
    failureAt(addressOf(system.cells[cell]!), people <= 0 ? "exact" : "narrow"),
  );
  return { attacked, failures, narrowest: narrowestOf(worlds, width, protection) };
}

function systemName({ system }: Knowledge): string {
  return `${system.measure.id}/${system.series.join("+")}`;
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
