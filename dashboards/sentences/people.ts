import type { PublishedCell } from "../../models/published.ts";
import { countWords, peopleWords } from "./numbers.ts";
import { type PeopleRange, rangeWords } from "./people-range.ts";
import { missing, statusPhrases } from "./status-words.ts";

/** `18,140 to 23,248 people`, `at most 1 person`. */
const rangeOfPeople = (range: PeopleRange) => `${rangeWords(range)} ${range.high === 1 ? "person" : "people"}`;

/**
 * The finding of a breakdown, without naming who has which count: from the fewest to the most people of any member.
 * Where a member's own number is a range, its lower end counts for the fewest; where only `at most` is known, no fewest is said.
 */
export function rangeHeadline(ranges: readonly (PeopleRange | null)[], members: string): string {
  const known = ranges.filter((range) => range !== null);
  const [first] = known;
  if (first === undefined) return `People reached by ${members}: no count can be shown`;
  const shown = known.length === ranges.length ? "" : " shown";
  if (known.length === 1) return `The one ${members.replace(/s$/, "")}${shown} has reached ${rangeOfPeople(first)}`;
  const each = `Each of the ${known.length} ${members}${shown} has reached`;
  const high = Math.max(...known.map((range) => range.high));
  const lows = known.flatMap(({ low }) => (low === null ? [] : [low]));
  if (lows.length < known.length) return `${each} at most ${peopleWords(high)}`;
  const low = Math.min(...lows);
  if (low === high) return `${each} ${peopleWords(high)}`;
  return known.every((range) => range.low === range.high)
    ? `${each} between ${countWords(low)} and ${peopleWords(high)}`
    : `${each} at least ${countWords(low)} and at most ${peopleWords(high)}`;
}

/** The finding of one partner's quarters. */
export function totalHeadline(name: string, total: PublishedCell | undefined): string {
  if (total === undefined) return `${name}: no count of people in this release`;
  if (total.value === null) return `${name}: the number of people reached is ${statusPhrases[missing(total)]}`;
  return `${name} has reached ${peopleWords(total.value)} so far`;
}

/** Why the parts of a breakdown may add up to more than the whole, and how they are ordered; nothing of one part alone. */
export function overlapSentences(members: readonly unknown[], unit: string, whole: string): string[] {
  if (members.length < 2) return [];
  return [
    `A person served by two of these ${unit} counts once in each, so together they can come to more than ${whole}.`,
    `The ${unit} stand in alphabetical order: how many people they serve says nothing about how well they serve them.`,
  ];
}

/** How to read ranges, if there are any. */
export function rangesSentence(ranges: readonly (PeopleRange | null)[]): string[] {
  if (ranges.every((range) => range === null || range.low === range.high)) return [];
  return [
    'Where a range or "at most" is given, some people could not be linked across partners and may have been counted at more than one of them.',
  ];
}

/** Why quarters do add up. */
export const quartersSentence =
  "Each person counts once, in the quarter of the first enrollment there, so all quarters together add up to the total.";

/** How groups of people add up. */
export const groupsSentence =
  "Each person is in one group, by what was first known, so the groups add up to the whole network.";

/** The finding of people by group: how many there are in each. */
export function groupsHeadline(counts: readonly (number | null)[]): string {
  const known = counts.filter((count) => count !== null);
  if (known.length === 0) return "People served by group: no count can be shown";
  const which =
    known.length === counts.length ? `each of the ${known.length} groups` : `the ${known.length} groups shown`;
  const [low, high] = [Math.min(...known), Math.max(...known)];
  const people = low === high ? peopleWords(high) : `${countWords(low)} to ${peopleWords(high)}`;
  return `${people} served in ${which}`;
}
