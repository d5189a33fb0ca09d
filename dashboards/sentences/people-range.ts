import type { PublishedCell } from "../../models/published.ts";
import { countWords } from "./numbers.ts";

/** How many different people there can be: fewer than counted where some could not be linked across partners. */
export interface PeopleRange {
  /** If everyone not linked was also counted elsewhere; null if the number not linked is not shown. */
  low: number | null;
  /** If nobody was. */
  high: number;
}

/** The range of a shown count of people, from how many of them could not be linked; null without a count. */
export function peopleRange(
  people: PublishedCell | undefined,
  unlinked: PublishedCell | undefined,
): PeopleRange | null {
  if (people?.value == null) return null;
  return { low: unlinked?.value == null ? null : people.value - unlinked.value, high: people.value };
}

/** `724`, `18,140 to 23,248` or `at most 9,130`. */
export function rangeWords({ low, high }: PeopleRange): string {
  if (low === null) return `at most ${countWords(high)}`;
  return low === high ? countWords(high) : `${countWords(low)} to ${countWords(high)}`;
}
