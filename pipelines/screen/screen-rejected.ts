import { type Door, tableSize } from "../warehouse.ts";
import type { MisfitFinding } from "./identifier-finding.ts";
import { screenValues } from "./screen-values.ts";

/** Identifiers among the cells of rows that do not fit the header; the length of such a cell says nothing, its quotes being broken. */
export async function screenRejected(
  door: Door,
  cells: string,
  faults: string,
  file: string,
): Promise<MisfitFinding[]> {
  const found = await screenValues(door, cells, file, ["cell"]);
  const identifying = found.filter(({ facts }) => facts.identifier !== "free text");
  // One row may hold more identifiers than one.
  const most = identifying.length > 0 ? Math.max(1, await tableSize(door, faults)) : 0;
  return identifying.map(({ facts: { identifier, rows } }) => ({
    code: "identifier-in-misfits",
    facts: { file, identifier, rows: Math.min(rows, most) },
  }));
}
