import type {
  PublishedCell,
  PublishedMedian,
  PublishedRate,
  PublishedStandardised,
  PublishedSum,
} from "../models/published.ts";
import { csvText } from "./csv-text.ts";

const columns = [
  "measure",
  "version",
  "series",
  "slice",
  "member",
  "period",
  "figure",
  "kind",
  "status",
  "value",
  "numerator",
  "denominator",
  "share",
  "low",
  "high",
] as const;

const csvNumber = (value: number | null) => (value === null ? "" : String(Math.round(value * 10_000) / 10_000));

type DataRow = PublishedCell | PublishedRate | PublishedMedian | PublishedSum | PublishedStandardised;

function line(row: DataRow, version: number): string {
  const address = [row.measure, version, row.series, row.slice, row.member, row.period];
  const texts = (values: readonly (string | number)[]) =>
    values.map((value) => (typeof value === "number" ? csvNumber(value) : csvText(value)));
  if ("part" in row) {
    return [...texts([...address, row.part, "count", row.status]), csvNumber(row.value), "", "", "", "", ""].join(",");
  }
  if ("sum" in row) {
    const numbers = [row.value, null, row.n, null, null, null].map(csvNumber);
    return [...texts([...address, row.sum, "sum", row.status]), ...numbers].join(",");
  }
  if ("ratio" in row) {
    const numbers = [row.ratio, row.observed, null, null, row.low, row.high].map(csvNumber);
    return [...texts([...address, row.rate, "standardised ratio", row.status]), ...numbers].join(",");
  }
  if ("median" in row) {
    const numbers = [row.value, null, row.n, null, row.low, row.high].map(csvNumber);
    return [...texts([...address, row.median, "median", row.status]), ...numbers].join(",");
  }
  const numbers = [row.numerator, row.denominator, row.share, row.low, row.high].map(csvNumber);
  return [...texts([...address, row.rate, "rate", row.status]), "", ...numbers].join(",");
}

/** The rows behind a figure as a CSV file; a number that is not shown is an empty field beside its status. */
export function dataFile(rows: readonly DataRow[], version: number): string {
  return [columns.map(csvText).join(","), ...rows.map((row) => line(row, version)), ""].join("\n");
}
