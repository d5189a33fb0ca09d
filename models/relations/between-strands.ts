import type { Population } from "../measures/population.ts";
import { type Cell, cutsOf, partsOf, type Role } from "./cell.ts";
import { type Counted, countedAt } from "./shared-cells.ts";
import { populationsOf, type Strand } from "./strand.ts";
import { membersOf, periodsOf } from "./structure.ts";
import { addUnprinted, find, type SystemDraft } from "./system-draft.ts";

type Place = Pick<Cell, "slice" | "member" | "period_kind" | "period">;

/** One strand's count of a population in one unit and period. */
interface Count {
  strand: Strand;
  part: string;
  population: Population;
  /** False for a count of some of the population only. */
  isWhole: boolean;
  at: Counted;
}

/** Adds what two counts of one population give away of each other: where one is of more partners, or of people who came later, the rest is the difference. */
export function addDifferences(draft: SystemDraft): void {
  if (draft.strands.length < 2) return;
  const counted = countedAt(draft.structure);
  const populations = [...new Set(draft.strands.flatMap(({ measure }) => populationsOf(measure)))];
  for (const place of placesOf(draft)) {
    const counts = distinct(draft.strands.flatMap((strand) => countsOf(strand, place, counted(strand, place))));
    for (const population of populations) {
      const own = counts.filter((count) => count.population === population);
      for (const fewer of own) {
        for (const more of own) {
          if (fewer !== more && more.isWhole && isWithin(fewer, more)) addDifference(draft, place, [fewer], more);
        }
      }
      for (const more of own.filter(({ isWhole }) => isWhole)) {
        const within = own.filter((fewer) => fewer !== more && fewer.isWhole && isWithin(fewer, more));
        for (const apart of apartFromEachOther(within)) addDifference(draft, place, apart, more);
      }
    }
  }
}

function placesOf({ strands, structure }: SystemDraft): Place[] {
  const cuts = strands.flatMap(({ measure }) => cutsOf(measure));
  const distinctCuts = [...new Map(cuts.map((cut) => [`${cut.slice} ${cut.kind}`, cut])).values()];
  return distinctCuts.flatMap(({ slice, kind }) =>
    membersOf(slice, structure).flatMap((member) =>
      periodsOf(kind, structure).map((period): Place => ({ slice, member, period_kind: kind, period })),
    ),
  );
}

function countsOf(strand: Strand, { slice, period_kind }: Place, at: Counted): Count[] {
  return partsOf(strand.measure, slice, period_kind).flatMap(({ id: part, population, within }): Count[] => {
    if (population) return [{ strand, part, population, isWhole: true, at }];
    return within ? [{ strand, part, population: within, isWhole: false, at }] : [];
  });
}

/** One count for each number that counts of populations come to, and every count of some of one. */
function distinct(counts: readonly Count[]): Count[] {
  const nameOf = ({ strand, part, population, isWhole, at }: Count) =>
    isWhole
      ? `${population.id} ${at.matured} ${at.partners.join("+")}`
      : `${strand.measure.id} ${strand.series} ${part}`;
  return [...new Map(counts.map((count) => [nameOf(count), count])).values()];
}

/** True when everybody of the first count is in the second, and not the same everybody. */
function isWithin(fewer: Count, more: Count): boolean {
  const [inner, outer] = [fewer.at, more.at];
  const isSame = inner.matured === outer.matured && inner.partners.length === outer.partners.length;
  if (inner.partners.length === 0 || (isSame && fewer.isWhole)) return false;
  return inner.matured >= outer.matured && inner.partners.every((one) => outer.partners.includes(one));
}

/** Every two counts or more that are of no partner in common: together they leave fewer people over than each of them. */
function apartFromEachOther(counts: readonly Count[]): Count[][] {
  const sets: Count[][] = [[]];
  for (const count of counts) {
    for (const set of [...sets]) if (set.every((one) => isApart(one, count))) sets.push([...set, count]);
  }
  return sets.filter(({ length }) => length > 1);
}

const isApart = (one: Count, other: Count) => !one.at.partners.some((partner) => other.at.partners.includes(partner));

/** Where a whole population is counted at the same partners, nobody at all may be missing for having come late. */
function differenceRole(fewer: readonly Count[], more: Count): Role {
  const partners = fewer.reduce((sum, { at }) => sum + at.partners.length, 0);
  return fewer.every(({ isWhole }) => isWhole) && partners === more.at.partners.length ? "overlap" : "hidden";
}

/** Adds how many of a count are in none of some others, which are all within it and have nobody in common. */
function addDifference(draft: SystemDraft, place: Place, fewer: readonly Count[], more: Count): void {
  const cellOf = ({ strand, part }: Count) => find(draft, strand.measure, { ...place, series: strand.series, part });
  const small = fewer.flatMap((count) => cellOf(count) ?? []);
  const large = cellOf(more);
  if (small.length < fewer.length || large === undefined) return;
  const whose = fewer
    .map(({ part, strand: { measure, series } }) => `${part} of ${measure.id}/${series}`)
    .join(" and ");
  const part = `${more.part} not in ${whose}`;
  const rest = addUnprinted(
    draft,
    more.strand.measure,
    { ...place, series: more.strand.series, part },
    differenceRole(fewer, more),
    true,
  );
  const says = `${more.part} in ${place.slice} ${place.member}, ${place.period}: those in ${whose}, and the others`;
  draft.relations.push({ says, totals: [...small, rest], of: [large], owners: null, spansPartners: false });
}
