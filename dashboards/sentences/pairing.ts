import type { PublishedRate } from "../../models/published.ts";
import { countWords, percentWords } from "./numbers.ts";

/** The finding: how much of the cohort the movement figures rest on. */
export function pairingHeadline(rates: readonly PublishedRate[]): string {
  const shares = rates.flatMap((rate) => (rate.share === null ? [] : [rate.share]));
  if (shares.length === 0) return "How many people are scored twice cannot be shown";
  const [low, high] = [percentWords(Math.min(...shares)), percentWords(Math.max(...shares))];
  const range = low === high ? low : `${low} to ${high}`;
  return `${range} of the cohort are scored twice, depending on the domain`;
}

/** What being left out means for the reader. */
export function pairingSentence(rates: readonly PublishedRate[]): string {
  const cohort = rates.flatMap((rate) => (rate.denominator === null ? [] : [rate.denominator]));
  const size = cohort.length === 0 ? "" : ` The cohort is ${countWords(Math.max(...cohort))} people.`;
  return `Every figure of change rests only on people scored at baseline and again later; the others may have done better or worse.${size}`;
}
