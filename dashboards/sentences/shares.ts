import type { PublishedRate } from "../../models/published.ts";
import { compare } from "./difference.ts";
import { listWords, percentRange } from "./numbers.ts";
import type { RateWords } from "./rates.ts";

/** A named share, with the one it is read against. */
export interface NamedRate {
  name: string;
  rate: PublishedRate;
  against: PublishedRate | undefined;
}

const singular = (unit: string) => unit.replace(/s\b/, "");
const shown = (rows: readonly NamedRate[]) => rows.filter((row) => row.rate.share !== null);

/** The finding of shares without a comparison: their range. */
export function sharesHeadline(rows: readonly NamedRate[], { did, among }: RateWords, unit: string): string {
  const shares = shown(rows).flatMap((row) => (row.rate.share === null ? [] : [row.rate.share]));
  if (shares.length === 0) return `The share of ${among} who ${did} cannot be shown`;
  const range = percentRange(Math.min(...shares), Math.max(...shares));
  if (shares.length === 1) return `Of ${among}, ${range} ${did} in the one ${singular(unit)} shown`;
  const which = shares.length === rows.length ? `all ${unit}` : `the ${shares.length} of ${rows.length} ${unit} shown`;
  return `Of ${among}, ${range} ${did} across ${which}`;
}

/** What is compared: `share`, as `the share who improved`, of the subject beside that of the other, in so many of the unit. */
export interface Comparison {
  subject: string;
  share: string;
  other: string;
  unit: string;
}

/** The finding of a comparison: how many differences are clear. */
export function comparisonHeadline(rows: readonly NamedRate[], { subject, share, other, unit }: Comparison): string {
  const results = rows.map((row) => (row.against ? compare(row.rate, row.against) : "not compared"));
  const total = results.filter((result) => result !== "not compared").length;
  if (total === 0) return `${subject} and ${other} cannot be compared yet`;
  const ways = (["higher", "lower"] as const)
    .map((way) => ({ way, count: results.filter((result) => result === way).length }))
    .filter(({ count }) => count > 0);
  const shown = total === rows.length ? `${total} ${unit}` : `${total} ${unit} shown`;
  const one = `the one ${singular(unit)} shown`;
  if (ways.length === 0) {
    const nowhere = total === 1 ? one : `${total === 2 ? "either" : "any"} of the ${shown}`;
    return `${subject}: no clear difference from ${other} in ${nowhere}`;
  }
  const clear = ways.map(({ way, count }, i) => {
    const where = count < total ? count : total === 1 ? one : `all ${shown}`;
    return `clearly ${way}${i === 0 ? ` than for ${other}` : ""} in ${where}`;
  });
  const of = ways.some(({ count }) => count === total) ? "" : ` of the ${shown}`;
  return `${subject}: ${share} is ${listWords(clear)}${of}`;
}

/** How a dot with a line through it is to be read. */
export const intervalSentence =
  "The line through each dot is its 95% confidence interval: the longer the line, the less sure the share.";

/** When a difference is called clear. */
export const clearNote = "A difference is called clear only if its 95% confidence interval leaves out zero.";

/** Which differences are clear, by name and direction, in the order of the chart. */
export function comparisonSentences(rows: readonly NamedRate[], other: string): string[] {
  const named = (direction: "higher" | "lower") =>
    rows.filter((row) => row.against && compare(row.rate, row.against) === direction).map((row) => row.name);
  const compared = rows.filter((row) => row.against && compare(row.rate, row.against) !== "not compared").length;
  const sentence = (direction: "higher" | "lower") => {
    const names = named(direction);
    const rest = rows.map(({ name }) => name).filter((name) => !names.includes(name));
    const most = names.length > 4 && rest.length < 4;
    const which = most ? listWords(rest.length === 0 ? ["all"] : [`all but ${listWords(rest)}`]) : listWords(names);
    return names.length === 0 ? [] : [`Clearly ${direction} than for ${other}: ${which}.`];
  };
  const chance = compared < 10 ? [] : [`With ${compared} comparisons, about one can look clear by chance alone.`];
  return [...sentence("higher"), ...sentence("lower"), ...chance];
}
