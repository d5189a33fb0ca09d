import type { PublishedRate } from "../../models/published.ts";
import { countWords } from "./numbers.ts";

/** One domain's two directions of movement. */
export interface UpAndDown {
  improved: PublishedRate;
  declined: PublishedRate;
}

const compared = (rows: readonly UpAndDown[]) =>
  rows.filter(({ improved, declined }) => improved.share !== null && declined.share !== null);

/** The finding over all domains: in how many more people improved than declined. */
export function movementHeadline(rows: readonly UpAndDown[]): string {
  const shown = compared(rows);
  const up = shown.filter(({ improved, declined }) => (improved.share ?? 0) > (declined.share ?? 0)).length;
  if (shown.length === 0) return "How many people improved and declined cannot be shown";
  if (up === shown.length) {
    return shown.length === 1
      ? "More people improved than declined in the one domain shown"
      : `More people improved than declined in all ${shown.length} domains shown`;
  }
  return `More people improved than declined in ${up} of the ${shown.length} domains shown`;
}

/** What the headline counts. */
export function movementSentence(rows: readonly UpAndDown[]): string {
  const shown = compared(rows).length;
  const scored = rows.flatMap(({ improved }) => (improved.denominator === null ? [] : [improved.denominator]));
  const range =
    scored.length === 0
      ? ""
      : ` Domains have different numbers of people scored twice, from ${countWords(Math.min(...scored))} to ${countWords(Math.max(...scored))}, so they are never averaged.`;
  return `Both shares can be shown in ${shown} of ${rows.length} domains.${range}`;
}
