import type { PeriodKind } from "../figure-key.ts";
import type { Measure } from "../measures/measure.ts";
import { addDifferences } from "./between-series.ts";
import { type Cell, cutsOf, partsOf } from "./cell.ts";
import { ownerOf } from "./owner.ts";
import type { Relation } from "./relation.ts";
import { sharedParts, withoutShared } from "./shared-cells.ts";
import { membersOf, periodSums, periodsOf, type Structure } from "./structure.ts";
import { addSum, emptySystem, find, type SystemDraft } from "./system-draft.ts";
import { addUnitRelations } from "./unit-relations.ts";

/** All cells of some series of one measure, and all sums that hold between them. */
export interface RelationSystem {
  measure: Measure;
  series: readonly string[];
  cells: readonly Cell[];
  /** Positions of the cells by the address of each of their figures; one cell can stand for the same number in several series. */
  figures: ReadonlyMap<string, number>;
  relations: readonly Relation[];
  /** The partner whose people each cell counts, null where it counts those of several. */
  owners: readonly (string | null)[];
}

/** Every additive relation over the figures of some series of a measure, as its declaration and the structure imply them. */
export function relationSystem(measure: Measure, series: readonly string[], structure: Structure): RelationSystem {
  const draft = emptySystem(measure, series, structure);
  for (const one of series) {
    addIdentities(draft, one);
    addPeriodSums(draft, one);
    addUnitRelations(draft, one);
  }
  addDifferences(draft);
  const { cells, at: figures, relations } = draft;
  return {
    measure,
    series,
    cells,
    figures,
    relations,
    owners: cells.map((cell) => ownerOf(cell, measure.id, structure)),
  };
}

/**
 * Every system of every measure, in the order of the measures: all series of a measure together when they share a part, else each
 * alone; each alone too, without these parts, where nothing of them is shown.
 */
export function relationSystems(
  measures: readonly Measure[],
  structure: Structure,
  showsShared: (measure: Measure) => boolean = () => true,
): RelationSystem[] {
  return measures.flatMap((measure) => {
    const series = measure.series.map(({ id }) => id);
    if (sharedParts(measure).length > 0 && showsShared(measure)) return [relationSystem(measure, series, structure)];
    const alone = withoutShared(measure);
    return series.map((one) => relationSystem(alone, [one], structure));
  });
}

function addIdentities(draft: SystemDraft, series: string): void {
  const { measure, structure } = draft;
  for (const { slice, kind } of cutsOf(measure)) {
    for (const member of membersOf(slice, structure)) {
      for (const period of periodsOf(kind, structure)) {
        const at = (part: string) => find(draft, { series, slice, member, period_kind: kind, period, part });
        for (const { total, of } of measure.kind.identities) {
          const says = `${total} = ${of.join(" + ")} in ${slice} ${member}, ${period}`;
          addSum(draft, says, at(total), of.map(at));
        }
      }
    }
  }
}

function addPeriodSums(draft: SystemDraft, series: string): void {
  const { measure, structure } = draft;
  for (const { slice, kind, detour } of periodCuts(measure)) {
    for (const sum of periodSums(structure)) {
      if (sum.kind !== kind || sum.ofKind !== detour) continue;
      for (const member of membersOf(slice, structure)) {
        for (const { id: part } of partsOf(measure, slice, kind)) {
          const at = (period_kind: PeriodKind, period: string) =>
            find(draft, { series, slice, member, period_kind, period, part });
          const says = `${part} in ${slice} ${member}: ${sum.period} = sum of its ${sum.ofKind}s`;
          const parts = sum.of.map((period) => at(sum.ofKind, period));
          addSum(draft, says, at(kind, sum.period), parts);
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
