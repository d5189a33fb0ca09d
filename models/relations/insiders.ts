import type { ContributionTable } from "../warehouse.ts";
import { type Contributions, peopleAt } from "./alike-partners.ts";
import { blocksOf } from "./blocks.ts";
import { boundsOf } from "./bounds.ts";
import { addressOf } from "./cell.ts";
import type { Incidence } from "./incidence.ts";
import type { RelationSystem } from "./system.ts";

/** A partner that reads the release, and what it knows because it counts its own people and those it was sent. */
export interface Insider {
  partner: string;
  /** Cells that count nobody else's people, or only people whom the partner was sent. */
  own: readonly number[];
  /** How many people of each cell are its own; what others have is left when these are taken off. */
  share: Float64Array;
}

/** Rows of contributions by partner and address. */
export function contributionsBy(rows: readonly ContributionTable[]): Contributions {
  const partners = Map.groupBy(rows, ({ partner_id }) => partner_id);
  const byAddress = (own: readonly ContributionTable[]) => new Map(own.map((row) => [addressOf(row), row.value]));
  return new Map([...partners].map(([partner, own]) => [partner, byAddress(own)]));
}

/**
 * Every partner that has people in a system, with what it can take off. Where people count once in the whole network nobody can
 * say which of them are its own, and where contributions are not known nothing is taken off: there a partner knows its cells alone.
 * Throws when contributions do not add up.
 */
export function insidersOf(
  system: RelationSystem,
  incidence: Incidence,
  value: Float64Array,
  contributions: Contributions | null,
  mayBeSecret: (cell: number) => boolean,
): Insider[] {
  const taken = system.unduplicated ? null : contributions;
  const cells = [...system.owners.keys()];
  const knowers = knowersOf(system);
  const whose = (cell: number) => [system.owners[cell] ?? [], knowers[cell] ?? []].flat();
  const partners = new Set(cells.flatMap((cell) => (mayBeSecret(cell) ? whose(cell) : [])));
  const others = [...(taken?.keys() ?? [])].filter((partner) => has(system, taken?.get(partner)));
  return [...new Set([...partners, ...others])].map((partner) => {
    const own = cells.filter((cell) => whose(cell).includes(partner) && mayBeSecret(cell));
    const share = taken
      ? shareOf(partner, system, incidence, value, taken.get(partner))
      : new Float64Array(system.cells.length);
    return { partner, own, share };
  });
}

/** Of each cell the partner that knows it whoever's people are in it, null where there is none. */
function knowersOf({ strands, cells }: Pick<RelationSystem, "strands" | "cells">): (string | null)[] {
  const known = new Map(
    strands.flatMap(({ measure: { id, kind } }) =>
      kind.parts.flatMap((part) => (part.knownTo === undefined ? [] : [[`${id} ${part.id}`, part.knownTo] as const])),
    ),
  );
  return cells.map(({ measure, part }) => known.get(`${measure} ${part}`) ?? null);
}

/** Groups of cells in which a search by anybody tells every reader something: no reader but their partner knows any of them. */
export function blocksForAll(system: RelationSystem, unknown: Uint8Array): number[][] {
  const knowers = knowersOf(system);
  const isToldOthers = (cell: number) => knowers[cell] !== null && knowers[cell] !== system.owners[cell];
  return blocksOf(system, unknown).forAll.map((block) => block.filter((cell) => !isToldOthers(cell)));
}

const has = ({ figures }: RelationSystem, contributions: ReadonlyMap<string, number> | undefined) =>
  contributions !== undefined && [...contributions.keys()].some((address) => figures.has(address));

/** What a partner has in every cell; in those that no figure counts it is what the others leave. */
function shareOf(
  partner: string,
  { figures, owners, cells, alike }: RelationSystem,
  incidence: Incidence,
  value: Float64Array,
  contributions: ReadonlyMap<string, number> | undefined,
): Float64Array {
  const uncounted = new Uint8Array(cells.length).fill(1);
  const share = new Float64Array(cells.length);
  for (const [address, cell] of figures) {
    uncounted[cell] = 0;
    if (owners[cell] === partner) share[cell] = value[cell]!;
    else if (owners[cell] === null) share[cell] = contributions?.get(address) ?? 0;
  }
  for (const one of alike) {
    uncounted[one.cell] = 0;
    const own = one.partners.includes(partner) && contributions ? [partner] : [];
    share[one.cell] = peopleAt(one, own, new Map([[partner, contributions ?? new Map()]]));
  }
  const { low, contradiction } = boundsOf(incidence, uncounted, share);
  if (contradiction >= 0) throw new Error(`contributions of ${partner} do not add up`);
  return low;
}
