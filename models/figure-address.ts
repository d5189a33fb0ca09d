import { type PeriodKind, type Slice, slices, TO_DATE } from "./figure-key.ts";
import type { FigureKey } from "./published.ts";

/** What a figure is, as its address says: a count has no prefix. */
export const figureKinds = ["count", "rate", "median", "sum", "ratio"] as const;
export type FigureKind = (typeof figureKinds)[number];

/** One published number, as it is asked for. */
export interface FigureAddress extends FigureKey {
  kind: FigureKind;
  /** The part of a count, else the id of the rate, median or sum. */
  figure: string;
}

/** The address as one text: `measure/series/slice/member/period/figure`, as `job-placement/all/partner/oakrow/to-date/rate:placed`. */
export function addressText({
  measure,
  series,
  slice,
  member,
  period,
  kind,
  figure,
}: Omit<FigureAddress, "period_kind">): string {
  return [measure, series, slice, member, period, kind === "count" ? figure : `${kind}:${figure}`].join("/");
}

/** Reads an address. Throws when it has not six parts, no such slice or no such kind of figure. */
export function readAddress(text: string): FigureAddress {
  const [measure = "", series = "", slice = "", member = "", period = "", last = "", ...more] = text.trim().split("/");
  const isWhole = [measure, series, slice, member, period, last].every((part) => part !== "") && more.length === 0;
  if (!isWhole) throw new Error(`not an address of a figure (measure/series/slice/member/period/figure): ${text}`);
  if (!slices.includes(slice as Slice)) throw new Error(`no such slice: ${slice} (there are ${slices.join(", ")})`);
  const [first, second] = last.split(":");
  const kind = second === undefined ? "count" : (first as FigureKind);
  if (!figureKinds.includes(kind))
    throw new Error(`no such kind of figure: ${first} (there are ${figureKinds.join(", ")})`);
  const figure = second ?? first ?? "";
  return { measure, series, slice: slice as Slice, member, period, period_kind: periodKindOf(period), kind, figure };
}

const periodKindOf = (period: string): PeriodKind =>
  period === TO_DATE ? "all" : /^PY/.test(period) ? "year" : "quarter";
