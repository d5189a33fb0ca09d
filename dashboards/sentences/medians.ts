import type { PublishedMedian, PublishedMedianWords } from "../../models/published.ts";
import { dollarRange, dollarWords } from "./dollars.ts";
import { countWords } from "./numbers.ts";
import { missing, statusPhrases, statusWords } from "./status-words.ts";

/** A named median of one group of people. */
export interface NamedMedian {
  name: string;
  median: PublishedMedian;
}

/** A median, or the words for why there is none. */
export function medianWords(median: PublishedMedian, { unit }: PublishedMedianWords): string {
  return median.value === null ? statusWords[missing(median)] : dollarWords(median.value, unit);
}

/** The 95 % confidence interval of a shown median, else nothing. */
export function medianInterval({ low, high }: PublishedMedian, { unit }: PublishedMedianWords): string {
  return low === null || high === null ? "" : dollarRange(low, high, unit);
}

/** The finding: the median of the network, and before it that of a partner or after it the range of several. */
export function mediansHeadline(
  whole: readonly NamedMedian[],
  partners: readonly NamedMedian[],
  { title, unit }: PublishedMedianWords,
): string {
  const valuesOf = (rows: readonly NamedMedian[]) => rows.flatMap(({ median }) => median.value ?? []);
  const [network] = valuesOf(whole);
  const values = valuesOf(partners);
  const range = values.length === 0 ? "" : dollarRange(Math.min(...values), Math.max(...values), unit);
  if (network === undefined)
    return `${title}: ${range === "" ? "none can be shown" : `${range} where it can be shown`}`;
  const own = dollarWords(network, unit);
  if (range === "") return `${title}: ${own}${partners.length === 0 ? "" : " in the whole network"}`;
  const [only] = partners;
  if (partners.length === 1) return `${title}: ${range} at ${only!.name}, ${own} in the whole network`;
  const count = values.length === 1 ? "the one partner" : `the ${values.length} partners`;
  return `${title}: ${own} in the whole network, ${range} at ${count} shown`;
}

const per = { "dollars a quarter": "or more in the quarter", "dollars an hour": "an hour or more" } as const;

/** `Whole network: of 412 people …, half earned $4,210 or more in the quarter (95% CI $3,900 to $4,500).` or why that is not said. */
export function medianSentence({ name, median }: NamedMedian, words: PublishedMedianWords): string {
  if (median.value === null || median.n === null) return `${name}: ${phrase(median)}.`;
  const amount = `${dollarWords(median.value, words.unit)} ${per[words.unit]}`;
  const half = `half ${words.did} ${amount} (95% CI ${medianInterval(median, words)})`;
  return `${name}: of ${countWords(median.n)} ${words.of}, ${half}.`;
}

const phrase = (median: PublishedMedian) => {
  const status = missing(median);
  return status === "too_few_to_rate" ? "based on too few people for a median" : statusPhrases[status];
};

/** How a median and the line through its dot are to be read. */
export const medianNote =
  "Half of the people are at the median or above, half at it or below. The line through each dot is its 95% confidence interval.";
