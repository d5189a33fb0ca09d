import { writeFileSync } from "node:fs";
import { type CellValue, type WriteSheet, writeXlsx } from "hucre/xlsx";
import type { WrittenTable } from "./written-table.ts";

/** The same bytes whenever it is made. */
const MADE = { created: new Date(0), modified: new Date(0) };

/** Writes a workbook with a sheet per table, the header in its first row; a table of no agreed sheet comes first, where it is looked for. */
export async function writeWorkbook(to: string, tables: readonly WrittenTable[]): Promise<void> {
  const placed = [
    ...tables.filter(({ sheet }) => sheet === undefined),
    ...tables.filter(({ sheet }) => sheet !== undefined),
  ];
  const taken = new Set(placed.map(({ sheet }) => sheet?.trim().toLowerCase()));
  const sheets: WriteSheet[] = [];
  for (const { sheet, header, rows } of placed) {
    const cells: CellValue[][] = [[...header]];
    for await (const row of rows) cells.push(row.map(storedAs));
    sheets.push({ name: sheet ?? freeName(taken), rows: cells });
  }
  writeFileSync(to, await writeXlsx({ sheets, properties: MADE }), { mode: 0o600, flag: "wx" });
}

function freeName(taken: ReadonlySet<string | undefined>): string {
  let number = 1;
  while (taken.has(`sheet${number}`)) number += 1;
  return `Sheet${number}`;
}

/** Days and short whole numbers as a spreadsheet stores them, where it shows them as they were; all else as text. */
function storedAs(cell: string): CellValue {
  if (cell === "") return null;
  if (/^(?:0|[1-9]\d{0,8})$/.test(cell)) return Number(cell);
  if (!/^(?:199\d|20\d\d)-\d\d-\d\d$/.test(cell)) return cell;
  const day = new Date(`${cell}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(cell) ? day : cell;
}
