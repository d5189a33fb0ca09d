import type { PeriodKind } from "../figure-key.ts";
import type { Measure, MeasureKind } from "../measures/measure.ts";
import { type AlikePartners, addAlikePartners } from "./alike-partners.ts";
import { addDifferences } from "./between-strands.ts";
import { type Cell, cutsOf, partsOf } from "./cell.ts";
import { addOverSeries } from "./over-series.ts";
import { ownerOf } from "./owner.ts";
import type { Relation } from "./relation.ts";
import { type Beside, besideOf, withoutShared } from "./shared-cells.ts";
import { addSinceReleases } from "./since-release.ts";
import { connected, nameOf, type Strand, strandsOf } from "./strand.ts";
import { daysSince, membersOf, periodSums, periodsOf, type Structure } from "./structure.ts";
import { addSum, emptySystem, find, type SystemDraft } from "./system-draft.ts";
import { addUnitRelations } from "./unit-relations.ts";
import { addUpToADay } from "./up-to-a-day.ts";

/** All cells of some strands, and all sums that hold between them. */
export interface RelationSystem {
  strands: readonly Strand[];
  cells: readonly Cell[];
  /** Positions of the cells by the address of each of their figures; one cell can stand for the same number in several strands. */
  figures: ReadonlyMap<string, number>;
  relations: readonly Relation[];
  /** The partner whose people each cell counts, null where it counts those of several. */
  owners: readonly (string | null)[];
  /** True when each person counts once in each unit, so that units add up to more than their total. */
  unduplicated: boolean;
  /** What ties the strands together. */
  beside: Beside;
  /** Cells of people whom partners have that are counted alike. */
  alike: readonly AlikePartners[];
  /** Positions of cells of periods that began so lately that nobody in them has been waited for: everybody knows that they are zero. */
  tooEarly: ReadonlySet<number>;
}

/** Every additive relation over the figures of some strands, as the declarations of their measures and the structure imply them. */
export function relationSystem(strands: readonly Strand[], structure: Structure): RelationSystem {
  const draft = emptySystem(strands, structure);
  for (const strand of strands) {
    addIdentities(draft, strand);
    addPeriodSums(draft, strand);
    addUnitRelations(draft, strand);
  }
  addDifferences(draft);
  const alike = addAlikePartners(draft);
  addOverSeries(draft);
  addUpToADay(draft);
  if (structure.past) addSinceReleases(draft, structure.past, alike);
  const { cells, at: figures, relations } = draft;
  const measures = [...new Set(strands.map(({ measure }) => measure))];
  const unduplicated = measures.some((measure) => measure.unduplicated);
  if (unduplicated && measures.length > 1) throw new Error(`unduplicated together with others: ${nameOf(strands)}`);
  const owners = cells.map((cell) => ownerOf(cell, structure));
  for (const { cell, partners } of alike) if (partners.length === 1) owners[cell] = partners[0]!;
  const tooEarly = tooEarlyIn(draft);
  return { strands, cells, figures, relations, owners, unduplicated, beside: besideOf(measures), alike, tooEarly };
}

/**
 * Every system of some measures: all series of measures that count a population in common together, else each series alone; each
 * alone too, without what they have in common, where nothing of that is shown.
 */
export function relationSystems(
  measures: readonly Measure[],
  structure: Structure,
  showsShared: (together: readonly Measure[]) => boolean = () => true,
): RelationSystem[] {
  return connected(measures).flatMap((together) => {
    const beside = besideOf(together);
    if (beside.size > 0 && showsShared(together)) return [relationSystem(strandsOf(together), structure)];
    const alone = together.map((measure) => withoutShared(measure, beside));
    return strandsOf(alone).map((strand) => relationSystem([strand], structure));
  });
}

function tooEarlyIn({ strands, structure, cells, at }: SystemDraft): Set<number> {
  const waits = new Map(strands.map(({ measure }) => [measure.id, measure.maturesAfterDays ?? 0]));
  const isTooEarly = ({ measure, period_kind, period }: Cell) =>
    daysSince(period_kind, period, structure) < waits.get(measure)!;
  return new Set([...at.values()].filter((cell) => isTooEarly(cells[cell]!)));
}

/** The kind of the measure that a cell is of. */
export function kindOf({ strands }: Pick<RelationSystem, "strands">, { measure }: Pick<Cell, "measure">): MeasureKind {
  return strands.find((strand) => strand.measure.id === measure)!.measure.kind;
}

function addIdentities(draft: SystemDraft, { measure, series }: Strand): void {
  const { structure } = draft;
  for (const { slice, kind } of cutsOf(measure)) {
    for (const member of membersOf(slice, structure)) {
      for (const period of periodsOf(kind, structure)) {
        const at = (part: string) => find(draft, measure, { series, slice, member, period_kind: kind, period, part });
        for (const { total, of } of measure.kind.identities) {
          const says = `${total} = ${of.join(" + ")} in ${slice} ${member}, ${period}`;
          addSum(draft, says, at(total), of.map(at));
        }
      }
    }
  }
}

function addPeriodSums(draft: SystemDraft, { measure, series }: Strand): void {
  const { structure } = draft;
  for (const { slice, kind, detour } of periodCuts(measure)) {
    for (const sum of periodSums(structure)) {
      if (sum.kind !== kind || sum.ofKind !== detour) continue;
      for (const member of membersOf(slice, structure)) {
        for (const { id: part } of partsOf(measure, slice, kind)) {
          const at = (period_kind: PeriodKind, period: string) =>
            find(draft, measure, { series, slice, member, period_kind, period, part });
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
