import { createReadStream } from "node:fs";
import { cellTextSql } from "../../models/contract/cell-text.ts";
import { type Door, quoteText } from "../warehouse.ts";

/** DuckDB keeps no more of a rejected line's text than this, in characters, when the line is too long. */
const KEPT = 10_000;
/** Longer cells are cut into overlapping pieces; no identifier is as long as the overlap. */
const LONGEST_PIECE = 4096;
const OVERLAP = 512;
/** Text without a digit of any script or an at sign is neither a number nor an address. */
const TELLING = /[\p{Nd}@＠﹫]/u;

/** Makes a table of the cells of all rejected lines, `cell`, split at delimiters and line ends whatever is quoted. */
export async function rejectedCells(door: Door, table: string, rejects: string, copy: string, delimiter: string) {
  const lines = `select distinct line, csv_line from ${rejects}`;
  const split = `unnest(string_split(replace(csv_line, chr(10), ${quoteText(delimiter)}), ${quoteText(delimiter)}))`;
  await door.run(`create temp table ${table} as
    select ${cellTextSql("cell")} as cell from (select trim(trim(cell), '"') as cell from (select ${split} as cell from (${lines})))`);
  // Where the end of a text that was cut off lies nobody knows, and what comes after it is screened anyway.
  const [cut] = await door.rows<{ at: number | null }>(
    `select min(line_byte_position) as at from ${rejects} where csv_line is null or length(csv_line) >= ${KEPT}`,
  );
  if (cut!.at !== null) await appendCells(door, table, copy, cut!.at, delimiter);
}

/** Adds the cells of a file from a byte on, counted from 1, that could identify anybody. */
export async function appendCells(door: Door, table: string, copy: string, from: number, delimiter: string) {
  const chunks = createReadStream(copy, { start: from - 1, encoding: "utf8", highWaterMark: 1 << 20 });
  let open = "";
  for await (const chunk of chunks) {
    const cells = `${open}${chunk}`.replaceAll("\n", delimiter).split(delimiter);
    const last = pieces(cells.pop()!);
    open = last.pop()!;
    await append(door, table, [...cells.flatMap(pieces), ...last]);
  }
  await append(door, table, [open]);
}

const append = (door: Door, table: string, cells: readonly string[]) =>
  door.append(
    table,
    { cell: "varchar" },
    cells.filter((cell) => TELLING.test(cell)).map((cell) => ({ cell: cell.replaceAll(/^[\s"]+|[\s"]+$/g, "") })),
  );

/** A cell cut into pieces, each beginning with the end of the one before. */
function pieces(cell: string): string[] {
  const cut: string[] = [];
  let at = 0;
  for (; cell.length - at > LONGEST_PIECE; at += LONGEST_PIECE - OVERLAP) cut.push(cell.slice(at, at + LONGEST_PIECE));
  return [...cut, cell.slice(at)];
}
