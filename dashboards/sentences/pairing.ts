import type { PublishedRate } from "../../models/published.ts";
import { capital, percentRange, rangeOfN } from "./numbers.ts";

/** The finding: how much of the cohort the movement figures rest on. */
export function pairingHeadline(rates: readonly PublishedRate[]): string {
  const shares = rates.flatMap((rate) => (rate.share === null ? [] : [rate.share]));
  if (shares.length === 0) return "How many people are scored twice cannot be shown";
  const range = percentRange(Math.min(...shares), Math.max(...shares));
  if (range.includes(" to ")) return `${range} of the cohort are scored twice, depending on the domain`;
  const where = shares.length === 1 ? "the one domain shown" : "every domain shown";
  return `${capital(range)} of the cohort are scored twice in ${where}`;
}

/** What being left out means for the reader. */
export function pairingSentence(rates: readonly PublishedRate[]): string {
  const cohort = rates.flatMap((rate) => (rate.denominator === null ? [] : [rate.denominator]));
  const depending = new Set(cohort).size > 1 ? ", depending on the domain" : "";
  const size = cohort.length === 0 ? "" : rangeOfN(cohort, " The cohort is ", ` people${depending}.`);
  return `Figures of change rest only on people scored at baseline and again later; the others may have done better or worse.${size}`;
}
