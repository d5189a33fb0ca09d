import type { Measure } from "../measures/measure.ts";
import { addressIn, addressOf, type Cell, figureCells, type Role } from "./cell.ts";
import type { Relation } from "./relation.ts";
import { countedAt, sharedName } from "./shared-cells.ts";
import type { Strand } from "./strand.ts";
import type { Structure } from "./structure.ts";

/** A system of relations while it is put together. */
export interface SystemDraft {
  strands: readonly Strand[];
  structure: Structure;
  cells: Cell[];
  relations: Relation[];
  /** Positions of the cells by the address of each of their figures. */
  at: Map<string, number>;
  /** Relations there are already, as text. */
  known: Set<string>;
}

/** Where a cell of the system is. */
export type Place = Omit<Cell, "measure" | "role" | "shared">;

/** A system with all its figures and no relation yet. */
export function emptySystem(strands: readonly Strand[], structure: Structure): SystemDraft {
  const draft: SystemDraft = { strands, structure, cells: [], relations: [], at: new Map(), known: new Set() };
  const counted = countedAt(structure);
  const shared = new Map<string, number>();
  for (const strand of strands) {
    const { kind } = strand.measure;
    const populations = new Map(strands.length < 2 ? [] : kind.parts.map(({ id, population }) => [id, population]));
    for (const cell of figureCells(strand.measure, strand.series, structure)) {
      const population = populations.get(cell.part);
      const name = population
        ? sharedName(population, counted(strand, cell), cell, structure.past?.now.get(addressOf(cell)))
        : null;
      const place = name === null ? undefined : shared.get(name);
      draft.at.set(addressOf(cell), place ?? draft.cells.length);
      if (place !== undefined && draft.cells[place]!.role !== cell.role) throw new Error(`not printed alike: ${name}`);
      if (place !== undefined) continue;
      if (name !== null) shared.set(name, draft.cells.length);
      draft.cells.push(name === null ? cell : { ...cell, shared: true });
    }
  }
  return draft;
}

/** The position of a figure's cell, undefined when the measure does not make it. */
export function find({ at }: SystemDraft, measure: Measure, place: Place): number | undefined {
  return at.get(addressIn(measure.id, place));
}

/** Adds a number that is never printed and returns its position. */
export function addUnprinted(
  { cells }: SystemDraft,
  measure: Measure,
  place: Place,
  role: Role,
  shared = false,
): number {
  return cells.push({ measure: measure.id, ...place, role, ...(shared ? { shared } : {}) }) - 1;
}

/** Adds a sum when its total and all its parts are figures of the measure; otherwise the release says nothing of it. */
export function addSum(
  draft: SystemDraft,
  says: string,
  total: number | undefined,
  parts: readonly (number | undefined)[],
  owners: readonly string[] | null = null,
): { totals: readonly number[] } | null {
  const of = parts.filter((part) => part !== undefined);
  if (total === undefined || of.length === 0 || of.length < parts.length) return null;
  const text = `${total} ${of}`;
  if (draft.known.has(text)) return null;
  draft.known.add(text);
  const spansPartners = new Set(owners).size > 1;
  const relation = { says, totals: [total], of, owners: spansPartners ? owners : null, spansPartners };
  draft.relations.push(relation);
  return relation;
}
