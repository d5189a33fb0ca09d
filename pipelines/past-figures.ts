import { readAddress } from "../models/figure-address.ts";
import { addressOf } from "../models/relations/cell.ts";
import { amountAt } from "../models/relations/moved-by-few.ts";
import { figureThen, type Past } from "../models/relations/past.ts";
import type { ContributionTable, FigureTable } from "../models/warehouse.ts";
import type { Door } from "./warehouse.ts";

/** What earlier releases bind this one to, as the run loaded it; `now` are the true figures of the run. */
export async function readPast(door: Door, release: number, now: readonly FigureTable[]): Promise<Past> {
  const figures = await door.rows<FigureTable>("select * from before_figure order by all");
  const printed = await door.rows<{ address: string; value: number; release: number }>(
    "select address, value, release from printed_before order by address",
  );
  const closed = await door.rows<{ measure: string; says: string }>(
    "select measure, period_kind || ' ' || period as says from closed_period order by all",
  );
  const read = printed.map(({ address, ...before }) => ({ at: readAddress(address), before }));
  const byMeasure = Map.groupBy(closed, ({ measure }) => measure);
  return {
    release,
    now: new Map(now.map((figure) => [addressOf(figure), figure.value])),
    figures: new Map(figures.map((figure) => [addressOf(figure), figure])),
    printed: new Map(
      read.flatMap(({ at: { kind, figure: part, ...at }, before }) =>
        kind === "count" ? [[addressOf({ ...at, part }), before] as const] : [],
      ),
    ),
    amounts: new Map(
      read.flatMap(({ at: { kind, figure, ...at }, before }) =>
        kind === "median" || kind === "sum" ? [[amountAt(kind, at, figure), before.value] as const] : [],
      ),
    ),
    closed: new Map([...byMeasure].map(([measure, own]) => [measure, new Set(own.map(({ says }) => says))])),
  };
}

/** What each partner had in the figures of the last release, under the names these have beside those of today. */
export async function readContributionsThen(door: Door, release: number): Promise<ContributionTable[]> {
  const rows = await door.rows<ContributionTable>("select * from before_contribution order by all");
  return rows.map((row) => figureThen(row, release));
}
