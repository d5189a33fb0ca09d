import type { PublishedCell } from "../../models/published.ts";
import { countWords, peopleWords } from "./numbers.ts";
import type { PeopleRange } from "./people-range.ts";
import { missing, statusPhrases } from "./status-words.ts";

/** The finding of a breakdown: the range of the counts, without naming who has them. */
export function rangeHeadline(cells: readonly PublishedCell[], members: string): string {
  const values = cells.flatMap((cell) => (cell.value === null ? [] : [cell.value]));
  if (values.length === 0) return `People reached by ${members}: no count can be shown`;
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const shown = values.length === cells.length ? `${values.length} ${members}` : `${values.length} ${members} shown`;
  if (values.length === 1) return `The one ${members.replace(/s$/, "")} shown counts ${peopleWords(high)}`;
  if (low === high) return `Each of the ${shown} counts ${peopleWords(high)}`;
  return `Each of the ${shown} counts between ${countWords(low)} and ${peopleWords(high)}`;
}

/** The finding of one partner's quarters. */
export function totalHeadline(name: string, total: PublishedCell | undefined): string {
  if (total === undefined) return `${name}: no count of people in this release`;
  if (total.value === null) return `${name}: the number of people reached is ${statusPhrases[missing(total)]}`;
  return `${name} has reached ${peopleWords(total.value)} so far`;
}

/** Why the parts of a breakdown may add up to more than the whole. */
export const overlapSentence =
  "A person served in two of these counts once in each, so together they can exceed the network's total. They stand in alphabetical order: how many people someone serves says nothing of quality.";

/** How to read ranges, if there are any. */
export function rangesSentence(ranges: readonly (PeopleRange | null)[]): string[] {
  if (ranges.every((range) => range === null || range.low === range.high)) return [];
  return [
    'Where a range or "at most" is given, some people could not be linked across partners and may have been counted at more than one.',
  ];
}

/** Why quarters do add up. */
export const quartersSentence =
  "Each person counts once, in the quarter of the first service there, so the quarters add up to the total.";
