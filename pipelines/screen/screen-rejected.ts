import { type Door, quoteName, tableSize } from "../warehouse.ts";
import type { ColumnTally } from "./column-shapes.ts";
import type { MisfitFinding } from "./identifier-finding.ts";
import { FIRST_SERVICE_YEAR } from "./judge-columns.ts";
import { screenValues } from "./screen-values.ts";
import { tallySql } from "./tally-sql.ts";

/** Identifiers among the cells of rows that do not fit the header; the length of such a cell says nothing, its quotes being broken. */
export async function screenRejected(
  door: Door,
  cells: string,
  faults: string,
  file: string,
): Promise<MisfitFinding[]> {
  const found = await screenValues(door, cells, file, ["cell"]);
  const alone = found.filter(({ facts }) => facts.identifier !== "free text").map(({ facts }) => facts);
  const identifying = [...alone, ...(await together(door, cells))];
  // One row may hold more identifiers than one.
  const most = identifying.length > 0 ? Math.max(1, await tableSize(door, faults)) : 0;
  return identifying.map(({ identifier, rows }) => ({
    code: "identifier-in-misfits",
    facts: { file, identifier, rows: Math.min(rows, most) },
  }));
}

/** More of a kind than chance makes in rows whose columns nobody knows. */
const CHANCE_CELLS = 3;

/** What many of those cells are together: both halves of places, full names, days before there were services. */
async function together(door: Door, cells: string): Promise<{ identifier: string; rows: number }[]> {
  const tallies = await door.rows<ColumnTally>(tallySql(`select '0' as col, cell from ${quoteName(cells)}`));
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
