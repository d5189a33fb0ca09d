import { type Contributions, peopleAlike } from "./alike-partners.ts";
import type { Relation } from "./relation.ts";
import type { RelationSystem } from "./system.ts";

/**
 * The system as the true numbers have it once periods are closed. What has come since a release can be fewer than have gone, and late
 * people who are in one measure and not yet in another can turn round which of two has more: such a rest is taken as one of the other
 * side. Sums of numbers that were counted by other definitions need not hold at all: they are left out. `value` are the numbers that
 * are `counted`.
 */
export function asCounted(system: RelationSystem, value: Float64Array, counted: Uint8Array): RelationSystem {
  const known = counted.slice();
  const true_ = value.slice();
  const turned = new Set<number>();
  const sum = (cells: readonly number[]) => cells.reduce((total, cell) => total + true_[cell]!, 0);
  const holds = (relation: Relation): boolean => {
    const { totals, of } = relation;
    const open = [...totals, ...of].filter((cell) => !known[cell]);
    const more = sum(of) - sum(totals);
    if (open.length === 0) return more === 0;
    const [cell] = open as [number];
    if (open.length > 1) return true;
    true_[cell] = totals.includes(cell) ? more : -more;
    known[cell] = 1;
    if (true_[cell]! < 0) turned.add(cell);
    return true;
  };
  const kept = system.relations.map((relation) => (holds(relation) ? relation : { ...relation, totals: [], of: [] }));
  return { ...system, relations: turned.size === 0 ? kept : kept.map((relation) => turn(relation, turned)) };
}

function turn(relation: Relation, turned: ReadonlySet<number>): Relation {
  const isTurned = (cell: number) => turned.has(cell);
  const { totals, of, owners } = relation;
  if (![...totals, ...of].some(isTurned)) return relation;
  const stays = (cell: number) => !turned.has(cell);
  return {
    ...relation,
    totals: [...totals.filter(stays), ...of.filter(isTurned)],
    of: [...of.filter(stays), ...totals.filter(isTurned)],
    owners: owners && null,
    overTime: true,
  };
}

/** The numbers of a system that figures or contributions count. */
export function countedIn(
  { figures, alike, cells }: RelationSystem,
  valueAt: (address: string) => number,
  contributions: Contributions | null,
): { value: Float64Array; counted: Uint8Array } {
  const value = new Float64Array(cells.length);
  const counted = new Uint8Array(cells.length);
  const set = (cell: number, is: number) => {
    value[cell] = is;
    counted[cell] = 1;
  };
  for (const [address, cell] of figures) set(cell, valueAt(address));
  for (const [cell, people] of peopleAlike(alike, contributions)) set(cell, people);
  return { value, counted };
}

/** The system as the true figures have it. Throws when one is missing. */
export function systemOverTime(
  system: RelationSystem,
  figures: ReadonlyMap<string, number>,
  contributions: Contributions | null,
): RelationSystem {
  const valueAt = (address: string) => {
    const value = figures.get(address);
    if (value === undefined) throw new Error(`no figure for ${address}`);
    return value;
  };
  const { value, counted } = countedIn(system, valueAt, contributions);
  return asCounted(system, value, counted);
}
