import { csvText } from "../models/csv-text.ts";
import { addressText, type FigureKind } from "../models/figure-address.ts";
import type {
  PublishedCell,
  PublishedMedian,
  PublishedRate,
  PublishedStandardised,
  PublishedSum,
} from "../models/published.ts";

const columns = [
  "address",
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
  const { kind, figure, numbers } = figureOf(row);
  const address = addressText({ ...row, kind, figure });
  const key = [
    address,
    row.measure,
    version,
    row.series,
    row.slice,
    row.member,
    row.period,
    figure,
    KINDS[kind],
    row.status,
  ];
  const texts = key.map((value) => (typeof value === "number" ? csvNumber(value) : csvText(value)));
  return [...texts, ...numbers.map(csvNumber)].join(",");
}

const KINDS: Readonly<Record<FigureKind, string>> = {
  count: "count",
  rate: "rate",
  median: "median",
  sum: "sum",
  ratio: "standardised ratio",
};

/** What a row is, and its value, numerator, denominator, share, low and high. */
function figureOf(row: DataRow): { kind: FigureKind; figure: string; numbers: (number | null)[] } {
  if ("part" in row) return { kind: "count", figure: row.part, numbers: [row.value, null, null, null, null, null] };
  if ("sum" in row) return { kind: "sum", figure: row.sum, numbers: [row.value, null, row.n, null, null, null] };
  if ("ratio" in row)
    return { kind: "ratio", figure: row.rate, numbers: [row.ratio, row.observed, null, null, row.low, row.high] };
  if ("median" in row)
    return { kind: "median", figure: row.median, numbers: [row.value, null, row.n, null, row.low, row.high] };
  const { numerator, denominator, share, low, high } = row;
  return { kind: "rate", figure: row.rate, numbers: [null, numerator, denominator, share, low, high] };
}

/** The rows behind a figure as a CSV file; a number that is not shown is an empty field beside its status. */
export function dataFile(rows: readonly DataRow[], version: number): string {
  return [columns.map(csvText).join(","), ...rows.map((row) => line(row, version)), ""].join("\n");
}
