import type { Role } from "./cell.ts";
import { type Count, cellOf, countsOfPopulations, type Place } from "./population-counts.ts";
import { addUnprinted, type SystemDraft } from "./system-draft.ts";

/** Adds what two counts of one population give away of each other: where one is of more partners, or of people who came later, the rest is the difference. */
export function addDifferences(draft: SystemDraft): void {
  if (draft.strands.length < 2) return;
  for (const { place, counts } of countsOfPopulations(draft)) {
    for (const fewer of counts) {
      for (const more of counts) {
        if (fewer === more || !more.isWhole || !isWithin(fewer, more)) continue;
        // Two that differ by late people alone are within each other: one of the two differences says it.
        const isEither = fewer.isWhole && isWithin(more, fewer);
        if (!isEither || counts.indexOf(fewer) < counts.indexOf(more)) addDifference(draft, place, [fewer], more);
      }
    }
    for (const more of counts.filter(({ isWhole }) => isWhole)) {
      const within = counts.filter((fewer) => fewer !== more && fewer.isWhole && isWithin(fewer, more));
      for (const apart of apartFromEachOther(within)) addDifference(draft, place, apart, more);
    }
  }
}

/** True when everybody of the first count is in the second, and not the same everybody. */
function isWithin(fewer: Count, more: Count): boolean {
  const [inner, outer] = [fewer.at, more.at];
  if (inner.partners.length === 0 || (fewer.isWhole && fewer.number === more.number)) return false;
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
  const small = fewer.flatMap((count) => cellOf(draft, place, count) ?? []);
  const large = cellOf(draft, place, more);
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
