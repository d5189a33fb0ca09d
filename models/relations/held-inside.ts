import type { Contributions } from "./alike-partners.ts";
import { asCounted, countedIn } from "./as-counted.ts";
import type { RelationSystem } from "./system.ts";

/**
 * The system as a partner is held to it that takes its own people off: without what holds over time alone, and without what closed
 * periods have made untrue of the people of one partner, or of all the others. `valueAt` are the true figures.
 */
export function heldInside(
  system: RelationSystem,
  valueAt: (address: string) => number,
  contributions: Contributions | null,
): RelationSystem {
  const relations = system.relations.map((one) => (one.overTime ? { ...one, totals: [], of: [] } : one));
  let held: RelationSystem = { ...system, relations };
  if (contributions === null || system.unduplicated) return held;
  const { value, counted } = countedIn(system, valueAt, contributions);
  for (const [partner, own] of contributions) {
    const shareAt = (address: string) => {
      const owner = system.owners[system.figures.get(address)!];
      return owner === null ? (own.get(address) ?? 0) : owner === partner ? valueAt(address) : 0;
    };
    const share = countedIn(system, shareAt, new Map([[partner, own]])).value;
    const left = value.map((all, cell) => all - share[cell]!);
    for (const world of [share, left]) held = withoutUntrue(held, world, counted);
  }
  return held;
}

function withoutUntrue(held: RelationSystem, world: Float64Array, counted: Uint8Array): RelationSystem {
  const { relations } = asCounted(held, world, counted);
  return {
    ...held,
    relations: held.relations.map((one, at) => (relations[at] === one ? one : { ...one, totals: [], of: [] })),
  };
}
