import { type Door, quoteName, tableSize } from "../warehouse.ts";
import type { ColumnTally } from "./column-shapes.ts";
import type { MisfitFinding } from "./identifier-finding.ts";
import { judgeMisfits } from "./judge-misfits.ts";
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

/** What many of those cells are together. */
const together = async (door: Door, cells: string) =>
  judgeMisfits(await door.rows<ColumnTally>(tallySql(`select '0' as col, cell from ${quoteName(cells)}`)));
