import { existsSync } from "node:fs";
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
    const lines = [columns, ...rows.map((row) => columns.map((column) => textOf(row[column] ?? null)))];
    if (csv) return lines.map((line) => line.map(csvText).join(","));
    const widths = columns.map((_, at) => Math.max(...lines.map((line) => line[at]!.length)));
    const table = lines.map((line) =>
      line
        .map((cell, at) => cell.padEnd(widths[at]!))
        .join("  ")
        .trimEnd(),
    );
    return [...table.slice(0, 1), ...table.slice(1), `(${rows.length} ${rows.length === 1 ? "row" : "rows"})`];
  } finally {
    await door.close();
  }
}

const textOf = (cell: Cell) => (cell === null ? "" : typeof cell === "object" ? JSON.stringify(cell) : String(cell));

/** Quotes a text and stops a spreadsheet from reading it as a formula. */
const csvText = (text: string) => {
  const risky = /^[=+@\t\r]|^-(?!\d)/.test(text.normalize("NFKC").trimStart());
  return `"${(risky ? `'${text}` : text).replaceAll('"', '""')}"`;
};
