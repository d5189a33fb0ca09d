import type { PublishedCell } from "../../models/published.ts";
import { countWords, peopleWords } from "./numbers.ts";
import { missing, statusPhrases } from "./status-words.ts";

/** The finding of a breakdown: the range of the counts, without naming who has them. */
export function rangeHeadline(cells: readonly PublishedCell[], members: string): string {
  const values = cells.flatMap((cell) => (cell.value === null ? [] : [cell.value]));
  if (values.length === 0) return `People reached by ${members}: no count can be shown`;
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const shown = `${values.length} of ${cells.length} ${members} that can be shown`;
  if (values.length === 1 && cells.length > 1) return `${peopleWords(high)} reached in the ${shown}`;
  if (low === high) return `${peopleWords(high)} reached in each of the ${shown}`;
  return `${countWords(low)} to ${peopleWords(high)} reached in each of the ${values.length} ${members} shown`;
}

/** The finding of one partner's quarters. */
export function totalHeadline(name: string, total: PublishedCell | undefined): string {
  if (total === undefined) return `${name}: no count of people in this release`;
  if (total.value === null) return `${name}: the number of people reached is ${statusPhrases[missing(total)]}`;
  return `${name} has reached ${peopleWords(total.value)} so far`;
}

/** Why the parts of a breakdown may add up to more than the whole. */
export const overlapSentence =
  "A person served in two of these counts once in each, so together they can exceed the network's total. They are in alphabetical order: size of a caseload says nothing of quality.";

/** Why quarters do add up. */
export const quartersSentence =
  "Each person counts once, in the quarter of the first service there, so the quarters add up to the total.";
