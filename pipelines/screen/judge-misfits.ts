import type { ColumnTally } from "./column-shapes.ts";
import { FIRST_SERVICE_YEAR } from "./judge-columns.ts";

/** More of a kind than chance makes in rows whose columns nobody knows. */
const CHANCE_CELLS = 3;

/** What many cells of rows that do not fit the header are together: both halves of places, full names, days before there were services. */
export function judgeMisfits(tallies: readonly ColumnTally[]): { identifier: string; rows: number }[] {
  const rows = (shape: ColumnTally["shape"], of: (tally: ColumnTally) => boolean = () => true) =>
    tallies.filter((tally) => tally.shape === shape && of(tally)).reduce((sum, tally) => sum + tally.rows, 0);
  const places = Math.min(rows("latitude"), rows("longitude"));
  const names = rows("words", ({ key, distinct }) => key === "full" && distinct > CHANCE_CELLS);
  const births = rows("day", ({ key }) => Number(key) < FIRST_SERVICE_YEAR);
  return [
    ...(places > 0 ? [{ identifier: "an exact place", rows: places }] : []),
    ...(names > 0 ? [{ identifier: "a person's name", rows: names }] : []),
    ...(births > CHANCE_CELLS ? [{ identifier: "a date of birth", rows: births }] : []),
  ];
}
