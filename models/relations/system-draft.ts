import type { Measure } from "../measures/measure.ts";
import { addressOf, type Cell, figureCells, type Role } from "./cell.ts";
import type { Relation } from "./relation.ts";
import type { Structure } from "./structure.ts";

/** A system of relations while it is put together. */
export interface SystemDraft {
  measure: Measure;
  series: string;
  structure: Structure;
  cells: Cell[];
  relations: Relation[];
  /** Positions of the cells by address. */
  at: Map<string, number>;
}

/** Where a cell of the system is. */
export type Place = Omit<Cell, "measure" | "series" | "role">;

/** A system with all its figures and no relation yet. */
export function emptySystem(measure: Measure, series: string, structure: Structure): SystemDraft {
  const cells = figureCells(measure, series, structure);
  const at = new Map(cells.map((cell, i) => [addressOf(cell), i]));
  return { measure, series, structure, cells, relations: [], at };
}

/** The position of a figure, undefined when the measure does not make it. */
export function find({ measure, series, at }: SystemDraft, place: Place): number | undefined {
  return at.get(addressOf({ measure: measure.id, series, ...place }));
}

/** Adds a number that is never printed and returns its position. */
export function addUnprinted({ measure, series, cells, at }: SystemDraft, place: Place, role: Role): number {
  const cell = { measure: measure.id, series, ...place, role };
  at.set(addressOf(cell), cells.length);
  return cells.push(cell) - 1;
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
  const spansPartners = new Set(owners).size > 1;
  const relation = { says, totals: [total], of, owners: spansPartners ? owners : null, spansPartners };
  draft.relations.push(relation);
  return relation;
}
