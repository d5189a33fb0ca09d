import type { FigureKey, PublishedCell, PublishedPeriod } from "../../models/published.ts";
import type { Lookup } from "../lookup.ts";
import { countWords } from "./numbers.ts";

/** How many different people there can be: fewer than counted where some could not be linked across partners. */
export interface PeopleRange {
  /** If everyone not linked was also counted elsewhere; null if nothing is known of that. */
  low: number | null;
  /** If nobody was. */
  high: number;
}

/** At least `least` people, at most `high`. That there are at least none says nothing, so then the lower end is not known. */
export function rangeFrom(least: number, high: number): PeopleRange {
  return { low: least === 0 && high > 0 ? null : Math.min(least, high), high };
}

/**
 * The range of a shown count of people, from how many of them could not be linked; null without a count.
 * There are no fewer people than at the partner or program that counts most, for each counts its own people once.
 */
export function peopleRange(
  people: PublishedCell | undefined,
  unlinked: PublishedCell | undefined,
  within: readonly (PublishedCell | undefined)[] = [],
): PeopleRange | null {
  if (people?.value == null) return null;
  const known = [
    ...(unlinked?.value == null ? [] : [people.value - unlinked.value]),
    ...within.flatMap((cell) => (cell?.value == null ? [] : [cell.value])),
  ];
  return rangeFrom(Math.max(0, ...known), people.value);
}

const toDate = { measure: "people-served", series: "all", period_kind: "all", period: "to-date" } as const;
const network = { slice: "network", member: "network" } as const;

/** The range of people reached in the whole network to date. */
export function networkRange(lookup: Lookup): PeopleRange | null {
  const partners = lookup
    .members("partner")
    .map(({ id }) => lookup.cell({ ...toDate, slice: "partner", member: id }, "people"));
  const key = { ...toDate, ...network };
  return peopleRange(lookup.cell(key, "people"), lookup.cell(key, "unlinked"), partners);
}

const sum = (counts: readonly (number | null)[]) => counts.reduce<number>((total, count) => total + (count ?? 0), 0);

/** At least how many had been counted by the end of each quarter: what is shown up to then, or the whole less what came after. */
export function countedBy(quarters: readonly (number | null)[], whole: number | null): number[] {
  return quarters.map((_, i) => {
    const after = quarters.slice(i + 1);
    const rest = whole === null || after.includes(null) ? 0 : whole - sum(after);
    return Math.max(sum(quarters.slice(0, i + 1)), rest);
  });
}

/**
 * At least how many different people the whole network had reached by the end of each quarter: everyone who could be
 * linked, or everyone at the partner that had counted most, whichever is more; 0 where nothing is known.
 */
export function leastReached(lookup: Lookup): { quarter: PublishedPeriod; least: number }[] {
  const quarters = lookup.periods("quarter");
  const running = (countAt: (key: Pick<FigureKey, "measure" | "series" | "period_kind" | "period">) => number | null) =>
    countedBy(
      quarters.map(({ period }) => countAt({ ...toDate, period_kind: "quarter", period })),
      countAt(toDate),
    );
  const linked = running((key) => {
    const [people, unlinked] = ["people", "unlinked"].map((part) => lookup.cell({ ...key, ...network }, part)?.value);
    return people == null || unlinked == null ? null : people - unlinked;
  });
  const partners = lookup
    .members("partner")
    .map(({ id }) => running((key) => lookup.cell({ ...key, slice: "partner", member: id }, "people")?.value ?? null));
  return quarters.map((quarter, i) => ({
    quarter,
    least: Math.max(...[linked, ...partners].map((counts) => counts[i] ?? 0)),
  }));
}

/** `724`, `18,140 to 23,248` or `at most 9,130`. */
export function rangeWords({ low, high }: PeopleRange): string {
  if (low === null) return `at most ${countWords(high)}`;
  return low === high ? countWords(high) : `${countWords(low)} to ${countWords(high)}`;
}
