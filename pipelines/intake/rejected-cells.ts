import { createReadStream } from "node:fs";
import { cellTextSql } from "../../models/contract/cell-text.ts";
import { type Door, quoteText } from "../warehouse.ts";
import { LooseCells } from "./loose-cells.ts";
import { KEPT } from "./scan-records.ts";

/** Makes a table of the cells of all rejected lines, `cell`, split at delimiters and line ends whatever is quoted. */
export async function rejectedCells(door: Door, table: string, rejects: string, copy: string, delimiter: string) {
  const lines = `select distinct line, csv_line from ${rejects}`;
  const split = `unnest(string_split(replace(csv_line, chr(10), ${quoteText(delimiter)}), ${quoteText(delimiter)}))`;
  await door.run(`create temp table ${table} as
    select ${cellTextSql("cell")} as cell from (select trim(trim(cell), '"') as cell from (select ${split} as cell from (${lines})))`);
  // Where the end of a text that was cut off lies nobody knows, and what comes after it is screened anyway. A letter that would be cut goes.
  const [cut] = await door.rows<{ at: number | null }>(
    `select min(line_byte_position) as at from ${rejects} where csv_line is null or strlen(csv_line) > ${KEPT - 4}`,
  );
  if (cut!.at !== null) await appendCells(door, table, copy, cut!.at, delimiter);
}

/** Adds the cells of a file from a byte on, counted from 1, that could identify anybody. */
export async function appendCells(door: Door, table: string, copy: string, from: number, delimiter: string) {
  const loose = new LooseCells(delimiter);
  const append = (cells: readonly string[]) =>
    door.append(
      table,
      { cell: "varchar" },
      cells.map((cell) => ({ cell })),
    );
  for await (const chunk of createReadStream(copy, { start: from - 1, encoding: "utf8", highWaterMark: 1 << 20 }))
    await append(loose.add(chunk));
  await append(loose.end());
}
