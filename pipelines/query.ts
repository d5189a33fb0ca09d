import { existsSync } from "node:fs";
import { csvText } from "../models/csv-text.ts";
import { type Cell, openWarehouse } from "./warehouse.ts";

/** The answer to one SQL statement over the warehouse, as a table or CSV, line by line; the file is opened for reading alone. Throws where there is none. */
export async function query(
  warehouse: string,
  sql: string,
  { memory, csv }: { memory: string; csv: boolean },
): Promise<string[]> {
  if (!existsSync(warehouse)) throw new Error(`there is no warehouse yet at ${warehouse}: run the pipeline first`);
  const door = await openWarehouse(warehouse, { readOnly: true, memory });
  try {
    const rows = await door.rows(sql);
    const columns = Object.keys(rows[0] ?? {});
    const cells = rows.map((row) => columns.map((column) => row[column] ?? null));
    if (csv) return [columns.map(csvText), ...cells.map((line) => line.map(csvCell))].map((line) => line.join(","));
    const lines = [columns, ...cells.map((line) => line.map(textOf))];
    const widths = columns.map((_, at) => Math.max(...lines.map((line) => line[at]!.length)));
    const table = lines.map((line) =>
      line
        .map((cell, at) => cell.padEnd(widths[at]!))
        .join("  ")
        .trimEnd(),
    );
    return [...table, `(${rows.length} ${rows.length === 1 ? "row" : "rows"})`];
  } finally {
    await door.close();
  }
}

const textOf = (cell: Cell) => (cell === null ? "" : typeof cell === "object" ? JSON.stringify(cell) : String(cell));

/** A number as it is, a text as one that no spreadsheet takes for a formula. */
const csvCell = (cell: Cell) =>
  typeof cell === "number" || typeof cell === "bigint" ? `"${cell}"` : csvText(textOf(cell));
