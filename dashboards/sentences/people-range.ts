import type { PublishedCell } from "../../models/published.ts";
import type { Lookup } from "../lookup.ts";
import { countWords } from "./numbers.ts";

/** How many different people there can be: fewer than counted where some could not be linked across partners. */
export interface PeopleRange {
  /** If everyone not linked was also counted elsewhere; null if nothing is known of that. */
  low: number | null;
  /** If nobody was. */
  high: number;
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
  return { low: known.length === 0 ? null : Math.min(people.value, Math.max(...known)), high: people.value };
}

/** The range of people reached in the whole network to date. */
export function networkRange(lookup: Lookup): PeopleRange | null {
  const key = { measure: "people-served", series: "all", period_kind: "all", period: "to-date" } as const;
  const network = { ...key, slice: "network", member: "network" } as const;
  const partners = lookup
    .members("partner")
    .map(({ id }) => lookup.cell({ ...key, slice: "partner", member: id }, "people"));
  return peopleRange(lookup.cell(network, "people"), lookup.cell(network, "unlinked"), partners);
}

/** `724`, `18,140 to 23,248` or `at most 9,130`. */
export function rangeWords({ low, high }: PeopleRange): string {
  if (low === null) return `at most ${countWords(high)}`;
  return low === high ? countWords(high) : `${countWords(low)} to ${countWords(high)}`;
}
