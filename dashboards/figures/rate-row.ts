import type { FigureKey, PublishedRate } from "../../models/published.ts";
import type { Band } from "../charts/interval-chart.ts";
import type { FigureRequest } from "../figure-request.ts";
import type { Lookup } from "../lookup.ts";
import { countWords } from "../sentences/numbers.ts";
import type { SpokenRate } from "../sentences/several-rates.ts";

/** One share to draw: with the one it is read against, and those it would lie between were everybody known. */
export interface RateRow extends SpokenRate {
  low: PublishedRate | undefined;
  high: PublishedRate | undefined;
}

/** The row of one rate at one address; none where it was never published. */
export function rateRow(name: string, key: FigureKey, id: string, request: FigureRequest, lookup: Lookup): RateRow[] {
  const words = lookup.rateWords(key.measure, id);
  const rate = lookup.rate(key, id);
  const bound = (one: string | null) => (one === null ? undefined : lookup.rate(key, one));
  if (rate === undefined) return [];
  const against = otherRate(key, id, request, lookup);
  return [{ name, words, rate, against, low: bound(words.low_rate), high: bound(words.high_rate) }];
}

function otherRate(key: FigureKey, id: string, request: FigureRequest, lookup: Lookup): PublishedRate | undefined {
  if (request.against === "") return undefined;
  const slice = request.against === "network" ? "network" : request.slice;
  return lookup.rate({ ...key, slice, member: request.against }, id);
}

/** What the shares are read against, within a sentence: `the network`, `the interim assessment` or a name; empty for nothing. */
export function otherWords({ slice, against }: FigureRequest, lookup: Lookup): string {
  if (against === "" || against === "network") return against && "the network";
  const title = lookup.memberTitle(slice, against);
  return slice === "followup" ? `the ${title.toLowerCase()}` : title;
}

/** `742 of 1,180`, or nothing where the counts are not shown. */
export const countsOf = ({ numerator, denominator }: PublishedRate) =>
  numerator === null || denominator === null ? "" : `${countWords(numerator)} of ${countWords(denominator)}`;

/** The band between the bounds, or null where one of them is not shown. */
export function bandOf({ low, high }: RateRow): Band | null {
  return low?.share == null || high?.share == null ? null : { low: low.share, high: high.share };
}

/** True where any row is drawn with the band between its bounds. */
export const hasBands = (rows: readonly RateRow[]) =>
  rows.some((row) => row.rate.share !== null && bandOf(row) !== null);
