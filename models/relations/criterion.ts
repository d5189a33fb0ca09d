import { lowerRank } from "../statistics/median-interval.ts";
import type { FigureTable } from "../warehouse.ts";
import type { Role } from "./cell.ts";

/** Below `threshold` people no number may be learned, to within fewer than `width` people. */
export interface Protection {
  threshold: number;
  width: number;
}

/** Slack for numbers that come out of a solver. */
const ROUNDING = 1e-6;

/** How many whole people an interval spans. */
export function widthOf(low: number, high: number): number {
  return Math.floor(high + ROUNDING) - Math.ceil(low - ROUNDING);
}

/** True when two possible values of a cell are this far apart that it is protected whatever else is possible. */
export function isWide(low: number, high: number, { width }: Protection): boolean {
  return widthOf(low, high) >= width;
}

/**
 * True when a cell from `low` to `high` is not about few people: all above the threshold, an overlap there is none of, or a rest.
 * A count `ofFew` is of fewer people than its value says, and of few whatever it is.
 */
export function isHarmless(role: Role, low: number, high: number, { threshold }: Protection, ofFew: boolean): boolean {
  if (role === "rest") return true;
  if (ofFew) return false;
  return Math.ceil(low - ROUNDING) >= threshold || (role === "overlap" && Math.floor(high + ROUNDING) < 1);
}

/** True for a count of rows that several can be one person's, and that fewer people are behind than the threshold asks for. */
export function isOfFew({ people }: Pick<FigureTable, "people">, { threshold }: Protection): boolean {
  return people !== null && people < threshold;
}

/** True when a reader who knows that a cell is from `low` to `high`, and nothing more, has learned nothing about few people. */
export function isSafe(role: Role, low: number, high: number, protection: Protection, ofFew: boolean): boolean {
  return isWide(low, high, protection) || isHarmless(role, low, high, protection, ofFew);
}

/** True when so few values lie beyond an end of a median's interval that it tells how many are above or below some amount. */
export function isMedianOfTooFew(people: number, { width }: Pick<Protection, "width">): boolean {
  return lowerRank(people) - 1 < width;
}
