import type { PublishedRate } from "../../models/published.ts";
import { countWords, percentRange, percentWords } from "./numbers.ts";
import { missing, statusPhrases } from "./status-words.ts";

interface Doing {
  did: string;
  among: string;
  /** Of so many people, so many …; said in full. */
  of: string;
}

const doings: Readonly<Record<string, Doing>> = {
  improved: {
    did: "improved",
    among: "people scored twice",
    of: "were at a higher level at the latest assessment",
  },
  improved_of_those_who_could: {
    did: "improved",
    among: "people who had room to improve",
    of: "were at a higher level at the latest assessment",
  },
  maintained_safe: {
    did: "stayed at level 3 or above",
    among: "people scored twice",
    of: "were at the same level, 3 or above, both times",
  },
  maintained_below: {
    did: "stayed below level 3",
    among: "people scored twice",
    of: "were at the same level, 1 or 2, both times",
  },
  declined: {
    did: "declined",
    among: "people scored twice",
    of: "were at a lower level at the latest assessment",
  },
  paired: { did: "have been scored twice", among: "people in the cohort", of: "have been scored twice" },
};

/** What a rate says people did, and among whom. */
export function doing(rate: string): Doing {
  const words = doings[rate];
  if (words === undefined) throw new Error(`no words for rate: ${rate}`);
  return words;
}

/** `60–66%`, the 95 % confidence interval of a shown share; `about 63%` where both ends round to that. */
export function intervalWords(rate: PublishedRate): string {
  if (rate.low === null || rate.high === null) return "";
  const [low, high] = [percentWords(rate.low), percentWords(rate.high)];
  if (low === high) return percentRange(rate.low, rate.high);
  return /^\d/.test(low) && /^\d/.test(high) ? `${low.slice(0, -1)}–${high}` : `${low} to ${high}`;
}

/** `Housing: of 1,180 people scored twice, 742 (63%, 95% CI 60–66%) were at a higher level …`, or why that is not said. */
export function rateSentence(rate: PublishedRate, place: string): string {
  const { did, among, of } = doing(rate.rate);
  if (rate.share === null || rate.numerator === null || rate.denominator === null) {
    return `${place}: the share of ${among} who ${did} is ${statusPhrases[missing(rate)]}.`;
  }
  const share = `${percentWords(rate.share)}, 95% CI ${intervalWords(rate)}`;
  return `${place}: of ${countWords(rate.denominator)} ${among}, ${countWords(rate.numerator)} (${share}) ${of}.`;
}

/** What every page of change must say once. */
export const changeNote =
  "This is change, not impact: people often come at a hard time, and some would be better off later even without help. A score that starts very low or very high also tends to move toward the middle by chance.";
