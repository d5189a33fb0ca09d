import { type Door, tableSize } from "../warehouse.ts";
import type { IdentifierFinding } from "./identifier-finding.ts";
import { screenValues } from "./screen-values.ts";

/** What a row without columns of its own goes by in a finding. */
const COLUMN = "a row that does not fit the header";

/** Identifiers among the cells of rows that do not fit the header; the length of such a cell says nothing, its quotes being broken. */
export async function screenRejected(
  door: Door,
  cells: string,
  faults: string,
  file: string,
): Promise<IdentifierFinding[]> {
  const found = await screenValues(door, cells, file, ["cell"]);
  const identifying = found.filter(({ facts }) => facts.identifier !== "free text");
  const rows = identifying.length > 0 ? Math.max(1, await tableSize(door, faults)) : 0;
  return identifying.map(({ code, facts }) => {
    const named = { ...facts, column: COLUMN };
    // One row may hold more identifiers than one.
    return {
      code,
      facts: "rows" in facts ? { ...named, rows: Math.min(facts.rows, rows) } : named,
    } as IdentifierFinding;
  });
}
