import type { FigureKey, PublishedCell, PublishedRate } from "../../models/published.ts";
import type { Interval } from "../charts/interval-chart.ts";
import type { FigureRequest } from "../figure-request.ts";
import { type Missing, missing } from "../sentences/status-words.ts";

/** The address a request names, for one of its series. */
export function keyOf(request: FigureRequest, series: string): FigureKey {
  const { measure, slice, member, period_kind, period } = request;
  return { measure, series, slice, member, period_kind, period };
}

/** The rows that are there; what was never published is left out, not drawn. */
export function present<T>(rows: readonly (T | undefined)[]): T[] {
  return rows.filter((row) => row !== undefined);
}

/** A shown rate as an interval to draw, else null. */
export function intervalOf(rate: PublishedRate | undefined): Interval | null {
  if (rate?.share == null || rate.low === null || rate.high === null) return null;
  return { share: rate.share, low: rate.low, high: rate.high };
}

/** The status of the first row without a number, or null when all have one; rows are in the order that matters. */
export function firstMissing(rows: readonly (PublishedCell | PublishedRate)[]): Missing | null {
  const row = rows.find((candidate) => candidate.status !== "shown");
  return row === undefined ? null : missing(row);
}
