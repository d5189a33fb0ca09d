import type { PeriodKind, Slice } from "../figure-key.ts";
import type { Measure } from "../measures/measure.ts";
import { cutsOf, partsOf } from "./cell.ts";
import { addMixedTier } from "./partners-in-tier.ts";
import { type Span, spansOf } from "./span.ts";
import type { Strand } from "./strand.ts";
import { periodsOf, type UnitSum, unitSums } from "./structure.ts";
import { addSum, addUnprinted, find, type Place, type SystemDraft } from "./system-draft.ts";

/** Adds what holds between a unit and the smaller ones in it; where people count once in each, they add up to more than the unit. */
export function addUnitRelations(draft: SystemDraft, strand: Strand): void {
  for (const sum of unitSums(draft.structure)) {
    if (sum.others) addMixed(draft, strand, sum, sum.others);
    else addUnitSums(draft, strand, sum);
    if (strand.measure.unduplicated && (sum.of.length > 1 || sum.others)) addAtLeast(draft, strand, sum);
  }
}

/** Adds the sums of a tier in which others work too, in parts that add up over partners. */
function addMixed(draft: SystemDraft, strand: Strand, sum: UnitSum, others: readonly string[]): void {
  const { unduplicated, kind } = strand.measure;
  for (const part of kind.parts) {
    if (part.detail || part.notFor?.includes("tier") || (unduplicated && !part.apart?.includes("partner"))) continue;
    addMixedTier(draft, strand, { tier: sum.member, whole: sum.of, others }, part);
  }
}

function addUnitSums(
  draft: SystemDraft,
  { measure, series }: Strand,
  { slice, member, ofSlice, of, owners }: UnitSum,
): void {
  const { structure } = draft;
  const cuts = cutsOf(measure);
  const isMade = (kind: PeriodKind) => cuts.some((cut) => cut.slice === ofSlice && cut.kind === kind);
  for (const { kind } of cuts.filter((cut) => cut.slice === slice && isMade(cut.kind))) {
    for (const { id: part, apart } of partsOf(measure, slice, kind)) {
      const addsUp = !measure.unduplicated || of.length === 1 || apart?.includes(ofSlice);
      for (const period of periodsOf(kind, structure)) {
        const when = { series, period_kind: kind, period, part };
        const total = find(draft, measure, { slice, member, ...when });
        const parts = of.map((unit) => find(draft, measure, { slice: ofSlice, member: unit, ...when }));
        const says = `${part} in ${period}: ${slice} ${member} = sum of its ${ofSlice}s`;
        const relation = addSum(draft, says, total, parts, owners);
        if (!relation || addsUp) continue;
        const overlap = { slice, member, ...when, part: `${part} in more than one ${ofSlice}` };
        relation.totals = [...relation.totals, addUnprinted(draft, measure, overlap, "overlap")];
      }
    }
  }
}

/** Whoever has come to a smaller unit by a day has come to the larger one: from the first day on, not period by period. */
function addAtLeast(draft: SystemDraft, { measure, series }: Strand, { slice, member, ofSlice, of }: UnitSum): void {
  const { structure } = draft;
  const kindsOf = (one: Slice): PeriodKind[] => cutsOf(measure).flatMap((cut) => (cut.slice === one ? [cut.kind] : []));
  const kinds = kindsOf(slice).filter((kind) => kindsOf(ofSlice).includes(kind));
  for (const span of spansOf(kinds, structure)) {
    for (const { id: part } of partsOf(measure, slice, span.of[0]!.kind)) {
      for (const unit of of)
        addRest(draft, measure, { series, slice, member }, { series, slice: ofSlice, member: unit }, part, span);
    }
  }
}

type Unit = Pick<Place, "series" | "slice" | "member">;

function addRest(draft: SystemDraft, measure: Measure, whole: Unit, unit: Unit, part: string, span: Span): void {
  const over = (one: Unit) =>
    span.of.map(({ kind, period }) => find(draft, measure, { ...one, period_kind: kind, period, part }));
  const [all, own] = [over(whole), over(unit)];
  const [of, totals] = [all.filter((cell) => cell !== undefined), own.filter((cell) => cell !== undefined)];
  if (of.length < all.length || totals.length < own.length) return;
  const { kind, period } = span.of.at(-1)!;
  const rest = `${part} who are not in ${unit.slice} ${unit.member} up to then`;
  const slack = addUnprinted(draft, measure, { ...whole, period_kind: kind, period, part: rest }, "overlap");
  const says = `${part} up to ${period}: ${whole.slice} ${whole.member} is no less than ${unit.slice} ${unit.member}`;
  draft.relations.push({ says, totals: [...totals, slack], of, owners: null, spansPartners: false });
}
