import type { Measure } from "../measures/measure.ts";
import { type Cell, cutsOf, partsOf } from "./cell.ts";
import type { Relation } from "./relation.ts";
import { membersOf, periodSums, periodsOf, type Structure } from "./structure.ts";
import { addSum, emptySystem, find, type SystemDraft } from "./system-draft.ts";
import { addUnitRelations } from "./unit-relations.ts";

/** All cells of one series of one measure and all sums that hold between them. */
export interface RelationSystem {
  measure: Measure;
  series: string;
  cells: readonly Cell[];
  relations: readonly Relation[];
}

/** Every additive relation over the figures of one series of a measure, as its declaration and the structure imply them. */
export function relationSystem(measure: Measure, series: string, structure: Structure): RelationSystem {
  const draft = emptySystem(measure, series, structure);
  addIdentities(draft);
  addPeriodSums(draft);
  addUnitRelations(draft);
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

function addIdentities(draft: SystemDraft): void {
  const { measure, structure } = draft;
  for (const { slice, kind } of cutsOf(measure)) {
    for (const member of membersOf(slice, structure)) {
      for (const period of periodsOf(kind, structure)) {
        const at = (part: string) => find(draft, { slice, member, period_kind: kind, period, part });
        for (const { total, of } of measure.kind.identities) {
          const says = `${total} = ${of.join(" + ")} in ${slice} ${member}, ${period}`;
          addSum(draft, says, at(total), of.map(at));
        }
      }
    }
  }
}

function addPeriodSums(draft: SystemDraft): void {
  const { measure, structure } = draft;
  for (const { slice, kind, detour } of periodCuts(measure)) {
    for (const sum of periodSums(structure)) {
      if (sum.kind !== kind || sum.ofKind !== detour) continue;
      for (const member of membersOf(slice, structure)) {
        for (const { id: part } of partsOf(measure, slice, kind)) {
          const says = `${part} in ${slice} ${member}: ${sum.period} = sum of its ${sum.ofKind}s`;
          const parts = sum.of.map((period) => find(draft, { slice, member, period_kind: sum.ofKind, period, part }));
          addSum(draft, says, find(draft, { slice, member, period_kind: kind, period: sum.period, part }), parts);
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
