import type { FigureKey } from "../published.ts";
import { addressOf } from "./cell.ts";
import type { Past } from "./past.ts";

/** A printed median or sum with the people it is of. */
interface Amount {
  value: number;
  n: number;
}

/** What names the amount of a kind at a place. */
export const amountAt = (kind: "median" | "sum", place: FigureKey, id: string): string =>
  `${kind} ${addressOf({ ...place, part: id })}`;

/**
 * True for a median or sum that is another one than was printed before, although fewer people than the threshold have come or gone
 * since: it would say something of the amounts of these few, or of whose were corrected.
 */
export function isMovedByFew(
  past: Past,
  amount: string,
  count: string,
  { value, n }: Amount,
  threshold: number,
): boolean {
  const before = past.amounts?.get(amount);
  if (before === undefined || before === value) return false;
  return Math.abs(n - (past.printed.get(count)?.value ?? n)) < threshold;
}
