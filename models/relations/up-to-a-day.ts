import type { PeriodKind } from "../figure-key.ts";
import type { Population } from "../measures/population.ts";
import { type Cell, cutsOf } from "./cell.ts";
import { collectorsIn } from "./collectors.ts";
import { type Span, spansOf } from "./span.ts";
import type { Strand } from "./strand.ts";
import { daysSince, membersOf, type Structure } from "./structure.ts";
import { addUnprinted, find, type SystemDraft } from "./system-draft.ts";

/** A part that counts a population, or some of it. */
interface Count {
  strand: Strand;
  part: string;
  population: Population;
}

type Unit = Pick<Cell, "slice" | "member">;

/** Adds what two populations give away of each other of which one has everybody of the other up to any day: who has left by then has come by then. */
export function addUpToADay(draft: SystemDraft): void {
  const counts = draft.strands.flatMap(countsOf);
  const added = new Set<string>();
  for (const fewer of counts) {
    for (const more of counts) {
      if (fewer.population.toDateWithin !== more.population || !isWaitingLonger(fewer, more)) continue;
      for (const unit of unitsOf(draft, fewer, more)) addInUnit(draft, unit, fewer, more, added);
    }
  }
}

function countsOf(strand: Strand): Count[] {
  return strand.measure.kind.parts.flatMap(({ id: part, population, within }): Count[] => {
    const counted = population ?? within;
    return counted ? [{ strand, part, population: counted }] : [];
  });
}

const waits = ({ strand }: Count) => strand.measure.maturesAfterDays ?? 0;
const isWaitingLonger = (fewer: Count, more: Count) => waits(fewer) >= waits(more) && isWhole(more);
const isWhole = ({ strand, part }: Count) =>
  strand.measure.kind.parts.some(({ id, population }) => id === part && population !== undefined);

/** Units in which everybody whom the first counts is at a partner that the second counts. */
function unitsOf({ structure }: SystemDraft, fewer: Count, more: Count): Unit[] {
  const slices = new Set(cutsOf(fewer.strand.measure).map(({ slice }) => slice));
  return [...slices].flatMap((slice) =>
    membersOf(slice, structure).flatMap((member): Unit[] => {
      const at = ({ strand }: Count) => collectorsIn(slice, member, strand.measure.id, strand.series, structure);
      const [inner, outer] = [at(fewer), at(more)];
      return inner.length > 0 && inner.every((one) => outer.includes(one)) ? [{ slice, member }] : [];
    }),
  );
}

function addInUnit(draft: SystemDraft, unit: Unit, fewer: Count, more: Count, added: Set<string>): void {
  const kindsOf = ({ strand }: Count) =>
    cutsOf(strand.measure).flatMap(({ slice, kind }) => (slice === unit.slice ? [kind] : []));
  const kinds = kindsOf(fewer).filter((kind) => kindsOf(more).includes(kind));
  for (const span of spansOf(kinds, draft.structure)) {
    const over = span.of[0]!.kind === "all" ? upToCutOff(kindsOf(more), waits(fewer), draft.structure) : span;
    const [inner, outer] = [cellsOver(draft, unit, fewer, span), cellsOver(draft, unit, more, over)];
    const text = `${inner} ${outer}`;
    if (inner.length < span.of.length || outer.length < over.of.length || added.has(text)) continue;
    added.add(text);
    const { kind, period } = span.of.at(-1)!;
    const { measure, series } = fewer.strand;
    const part = `${more.part} up to then not in ${fewer.part} of ${measure.id}/${series}`;
    const place = { ...unit, period_kind: kind, period, series: more.strand.series, part };
    const rest = addUnprinted(draft, more.strand.measure, place, "hidden", true);
    const says = `${more.part} in ${unit.slice} ${unit.member}, up to ${period}: those in ${measure.id}/${series} and the others`;
    draft.relations.push({ says, totals: [...inner, rest], of: outer, owners: null, spansPartners: false });
  }
}

/** All time to the end of the period in which a count that waits so many days stops: nobody in it came later. */
function upToCutOff(kinds: readonly PeriodKind[], days: number, structure: Structure): Span {
  const fine = spansOf(
    kinds.filter((kind) => kind !== "all"),
    structure,
  );
  const begun = fine.filter(({ of }) => daysSince(of.at(-1)!.kind, of.at(-1)!.period, structure) >= days);
  const isOpen = begun.length === 0 || begun.length === fine.length;
  return (isOpen ? spansOf(kinds, structure) : begun).at(-1)!;
}

const cellsOver = (draft: SystemDraft, unit: Unit, { strand, part }: Count, { of }: Span) =>
  of.flatMap(
    ({ kind, period }) =>
      find(draft, strand.measure, { ...unit, series: strand.series, period_kind: kind, period, part }) ?? [],
  );
