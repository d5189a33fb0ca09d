import type { PublishedRate } from "../../models/published.ts";
import { countWords, percentWords } from "./numbers.ts";
import { missing, statusPhrases } from "./status-words.ts";

const doings: Readonly<Record<string, { did: string; among: string }>> = {
  improved: { did: "improved", among: "people scored twice" },
  improved_of_those_who_could: { did: "improved", among: "people who had room to improve" },
  maintained_safe: { did: "stayed at level 3 or above", among: "people scored twice" },
  maintained_below: { did: "stayed below level 3", among: "people scored twice" },
  declined: { did: "declined", among: "people scored twice" },
  paired: { did: "have been scored twice", among: "people in the cohort" },
};

/** What a rate says people did, and among whom. */
export function doing(rate: string): { did: string; among: string } {
  const words = doings[rate];
  if (words === undefined) throw new Error(`no words for rate: ${rate}`);
  return words;
}

/** `60% to 66%`, the 95 % confidence interval of a shown share. */
export function intervalWords(rate: PublishedRate): string {
  return rate.low === null || rate.high === null ? "" : `${percentWords(rate.low)} to ${percentWords(rate.high)}`;
}

/** `742 of 1,180 people scored twice improved (63%, 95% confidence interval 60% to 66%)`, or why that is not said. */
export function rateSentence(rate: PublishedRate, place: string): string {
  const { did, among } = doing(rate.rate);
  if (rate.share === null || rate.numerator === null || rate.denominator === null) {
    return `${place}: the share of ${among} who ${did} is ${statusPhrases[missing(rate)]}.`;
  }
  const counts = `${countWords(rate.numerator)} of ${countWords(rate.denominator)} ${among}`;
  return `${place}: ${counts} ${did} (${percentWords(rate.share)}, 95% confidence interval ${intervalWords(rate)}).`;
}

/** What every page of change must say once. */
export const changeNote =
  "This is change, not impact: people often come at a hard time, and some would be better off later without any help. A score that starts very low or very high also tends to move toward the middle by chance.";
