import { addressText, type FigureKind } from "../../models/figure-address.ts";
import type { FigureKey, Publication } from "../../models/published.ts";

const written = (number: number | null) => (number === null ? "" : String(Math.round(number * 10_000) / 10_000));

type Numbers = readonly [value: number | null, numerator: number | null, denominator: number | null];

/** What a data file must say at each address: the status, the value and the two counts, as `shown,,407,1713`. */
export function publishedRows({ cell, rate, median, sum, standardised }: Publication): Map<string, string> {
  const rows = new Map<string, string>();
  const add = (key: FigureKey & { status: string }, kind: FigureKind, figure: string, numbers: Numbers) =>
    rows.set(addressText({ ...key, kind, figure }), [key.status, ...numbers.map(written)].join());
  for (const one of cell) add(one, "count", one.part, [one.value, null, null]);
  for (const one of rate) add(one, "rate", one.rate, [null, one.numerator, one.denominator]);
  for (const one of median) add(one, "median", one.median, [one.value, null, one.n]);
  for (const one of sum) add(one, "sum", one.sum, [one.value, null, one.n]);
  for (const one of standardised) add(one, "ratio", one.rate, [one.ratio, one.observed, null]);
  return rows;
}
