import type { PublishedRate } from "../../models/published.ts";
import { differenceFromWhole } from "../../models/statistics/difference-from-whole.ts";
import { type Difference, isClear, newcombe } from "../../models/statistics/newcombe.ts";
import type { Proportion } from "../../models/statistics/proportion.ts";

function proportionOf({ share, numerator, denominator }: PublishedRate): Proportion | null {
  return share === null || numerator === null || denominator === null ? null : { numerator, denominator };
}

/** True where everybody in `a` is in `b` too. */
const isWithin = (a: PublishedRate, b: PublishedRate) => b.slice === "network" && a.slice !== "network";

/** How much larger the share `a` is than `b`, with the 95 % interval of the difference; null where one is not shown or where `a` is everybody in `b`. */
export function differenceBetween(a: PublishedRate, b: PublishedRate): Difference | null {
  const [one, other] = [proportionOf(a), proportionOf(b)];
  if (one === null || other === null) return null;
  return isWithin(a, b) ? differenceFromWhole(one, other) : newcombe(one, other);
}

/** How `a` stands to `b`: a clear difference only if the interval of the difference leaves out zero. */
export function compare(a: PublishedRate, b: PublishedRate): "higher" | "lower" | "unclear" | "not compared" {
  const interval = differenceBetween(a, b);
  if (interval === null) return "not compared";
  if (!isClear(interval)) return "unclear";
  return interval.low > 0 ? "higher" : "lower";
}

/** The comparison in the words of a table. */
const comparisonWords = {
  higher: "clear difference: higher",
  lower: "clear difference: lower",
  unclear: "no clear difference",
  "not compared": "not compared",
} as const;

/** A difference of shares in points with its sign: `+4`, `−1`, `0`. */
function pointsWords(difference: number): string {
  const points = Math.round(difference * 100);
  if (points === 0) return "0";
  return points > 0 ? `+${points}` : `−${-points}`;
}

/** How `a` stands to `b` in a table: `+4 points (+1 to +7), clear difference: higher`. */
export function differenceWords(a: PublishedRate, b: PublishedRate | undefined): string {
  const between = b === undefined ? null : differenceBetween(a, b);
  if (b === undefined || between === null) return comparisonWords["not compared"];
  const { difference, low, high } = between;
  const points = Math.abs(Math.round(difference * 100)) === 1 ? "point" : "points";
  return `${pointsWords(difference)} ${points} (${pointsWords(low)} to ${pointsWords(high)}), ${comparisonWords[compare(a, b)]}`;
}
