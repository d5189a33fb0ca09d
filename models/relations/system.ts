import type { Measure } from "../measures/measure.ts";
import { addressOf, type Cell, cutsOf, figureCells, partsOf } from "./cell.ts";
import { membersOf, periodSums, periodsOf, type Structure, unitSums } from "./structure.ts";

/** The cells `totals` add up to the same as the cells `of`; both hold positions in `RelationSystem.cells`. */
export interface Relation {
  /** What adds up to what, for messages. */
  says: string;
  totals: readonly number[];
  of: readonly number[];
  /** The partner each cell of `of` belongs to, null in a relation whose cells have no owner. */
  owners: readonly string[] | null;
  /** True when the cells `of` belong to two or more partners, each of whom knows its own numbers. */
  spansPartners: boolean;
}

/** All cells of one series of one measure and all sums that hold between them. */
export interface RelationSystem {
  measure: Measure;
  series: string;
  cells: readonly Cell[];
  relations: readonly Relation[];
}

type Draft = { cells: Cell[]; relations: Relation[]; at: Map<string, number> };
type Place = Omit<Cell, "measure" | "series" | "role">;
type Find = (place: Place) => number | undefined;

/** Every additive relation over the figures of one series of a measure, as its declaration and the structure imply them. */
export function relationSystem(measure: Measure, series: string, structure: Structure): RelationSystem {
  const cells = figureCells(measure, series, structure);
  const draft: Draft = { cells, relations: [], at: new Map(cells.map((cell, i) => [addressOf(cell), i])) };
  const find: Find = (place) => draft.at.get(addressOf({ measure: measure.id, series, ...place }));
  addIdentities(draft, measure, structure, find);
  addPeriodSums(draft, measure, structure, find);
  addUnitSums(draft, measure, series, structure, find);
  return { measure, series, cells: draft.cells, relations: draft.relations };
}

/** Every system of every measure, in the order of the measures and their series. */
export function relationSystems(measures: readonly Measure[], structure: Structure): RelationSystem[] {
  return measures.flatMap((measure) => measure.series.map(({ id }) => relationSystem(measure, id, structure)));
}

/** Unknown cells of each unit, all its periods and parts together. */
export function unitsOf({ cells }: RelationSystem, unknown: Uint8Array): number[][] {
  const units = new Map<string, number[]>();
  cells.forEach(({ slice, member }, cell) => {
    if (!unknown[cell]) return;
    const unit = units.get(`${slice} ${member}`);
    if (unit) unit.push(cell);
    else units.set(`${slice} ${member}`, [cell]);
  });
  return [...units.values()];
}

function addIdentities(draft: Draft, measure: Measure, structure: Structure, find: Find): void {
  for (const { slice, kind } of cutsOf(measure)) {
    for (const member of membersOf(slice, structure)) {
      for (const period of periodsOf(kind, structure)) {
        const place = { slice, member, period_kind: kind, period };
        for (const { total, of } of measure.kind.identities) {
          const says = `${total} = ${of.join(" + ")} in ${slice} ${member}, ${period}`;
          addSum(
            draft,
            says,
            find({ ...place, part: total }),
            of.map((part) => find({ ...place, part })),
          );
        }
      }
    }
  }
}

function addPeriodSums(draft: Draft, measure: Measure, structure: Structure, find: Find): void {
  for (const { slice, kind, detour } of periodCuts(measure)) {
    for (const sum of periodSums(structure)) {
      if (sum.kind !== kind || sum.ofKind !== detour) continue;
      for (const member of membersOf(slice, structure)) {
        for (const { id: part } of partsOf(measure, slice, kind)) {
          const says = `${part} in ${slice} ${member}: ${sum.period} = sum of its ${sum.ofKind}s`;
          const parts = sum.of.map((period) => find({ slice, member, period_kind: sum.ofKind, period, part }));
          addSum(draft, says, find({ slice, member, period_kind: kind, period: sum.period, part }), parts);
        }
      }
    }
  }
}

/** Pairs of period kinds of one slice of which the longer is summed from the shorter; to-date from years where there are any. */
function periodCuts(measure: Measure) {
  const cuts = cutsOf(measure);
  const has = (slice: string, kind: string) => cuts.some((cut) => cut.slice === slice && cut.kind === kind);
  return cuts.flatMap(({ slice, kind }) => {
    if (kind === "quarter") return [];
    const detour = kind === "all" && has(slice, "year") ? ("year" as const) : ("quarter" as const);
    return has(slice, detour) ? [{ slice, kind, detour }] : [];
  });
}

function addUnitSums(draft: Draft, measure: Measure, series: string, structure: Structure, find: Find): void {
  const cuts = cutsOf(measure);
  for (const { slice, member, ofSlice, of, owners } of unitSums(structure)) {
    for (const { kind } of cuts.filter((cut) => cut.slice === slice)) {
      for (const { id: part } of partsOf(measure, slice, kind)) {
        for (const period of periodsOf(kind, structure)) {
          const total = find({ slice, member, period_kind: kind, period, part });
          const parts = of.map((unit) => find({ slice: ofSlice, member: unit, period_kind: kind, period, part }));
          const says = `${part} in ${period}: ${slice} ${member} = sum of its ${ofSlice}s`;
          const relation = addSum(draft, says, total, parts, owners);
          if (!relation || !measure.unduplicated) continue;
          const overlap = { slice, member, period_kind: kind, period, part: `${part} in more than one ${ofSlice}` };
          relation.totals = [...relation.totals, addOverlap(draft, { measure: measure.id, series, ...overlap })];
        }
      }
    }
  }
}

function addOverlap(draft: Draft, address: Omit<Cell, "role">): number {
  const at = draft.cells.length;
  draft.cells.push({ ...address, role: "overlap" });
  draft.at.set(addressOf(address), at);
  return at;
}

/** Adds a sum when its total and all its parts are figures of the measure; otherwise the release says nothing of it. */
function addSum(
  draft: Draft,
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
