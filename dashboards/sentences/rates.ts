import type { PublishedRate, PublishedRateWords } from "../../models/published.ts";
import { capital, countWords, percentRange, percentWords } from "./numbers.ts";
import { missing, statusPhrases } from "./status-words.ts";

/** How a rate is said of people. */
export type RateWords = Pick<PublishedRateWords, "did" | "among" | "of">;

/** `60–66%`, the 95 % confidence interval of a shown share; `about 63%` where both ends round to that. */
export function intervalWords(rate: PublishedRate): string {
  if (rate.low === null || rate.high === null) return "";
  const [low, high] = [percentWords(rate.low), percentWords(rate.high)];
  if (low === high) return percentRange(rate.low, rate.high);
  return /^\d/.test(low) && /^\d/.test(high) ? `${low.slice(0, -1)}–${high}` : `${low} to ${high}`;
}

/** `Housing: of 1,180 people scored twice, 742 (63%, 95% CI 60–66%) were at a higher level …`, or why that is not said; `place` may be empty. */
export function rateSentence(rate: PublishedRate, { did, among, of }: RateWords, place: string): string {
  const said = (words: string) => (place === "" ? capital(words) : `${place}: ${words}`);
  if (rate.share === null || rate.numerator === null || rate.denominator === null) {
    return said(`the share of ${among} who ${did} is ${statusPhrases[missing(rate)]}.`);
  }
  const share = `${percentWords(rate.share)}, 95% CI ${intervalWords(rate)}`;
  return said(`of ${countWords(rate.denominator)} ${among}, ${countWords(rate.numerator)} (${share}) ${of}.`);
}

/** What every page of change must say once. */
export const changeNote =
  "This is change, not impact: people often come at a hard time, and some would be better off later even without help. A score that starts very low or very high also tends to move toward the middle by chance.";
