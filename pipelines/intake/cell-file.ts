import { closeSync, createReadStream, openSync, writeSync } from "node:fs";
import { cellTextSql } from "../../models/contract/cell-text.ts";
import { type Door, quoteText } from "../warehouse.ts";
import { BETWEEN, CellLines, LONGEST_ROW } from "./cell-lines.ts";

const BETWEEN_SQL = "chr(31)";
const AT_ONCE = 1 << 20;

/** Rows of cells on their way to DuckDB: a text file with one line per row, its number and its cells. */
export class CellFile {
  readonly path: string;
  readonly #lines = new CellLines();
  #descriptor: number;
  #text = "";

  constructor(path: string) {
    this.path = path;
    this.#descriptor = openSync(path, "w", 0o600);
  }

  /** Cells of the longest row so far. */
  get width(): number {
    return this.#lines.width;
  }

  /** Adds a row. Throws TooLongText. */
  add(row: number, cells: readonly string[]): void {
    this.#text += this.#lines.add(row, cells).line;
    if (this.#text.length > AT_ONCE) this.#write();
  }

  close(): void {
    this.#write();
    closeSync(this.#descriptor);
  }

  #write() {
    if (this.#text !== "") writeSync(this.#descriptor, this.#text);
    this.#text = "";
  }
}

const RECORD = /(\d+),"([^"]*(?:""[^"]*)*)"\n/y;

/** The rows of a file of cells, as they were added. */
export async function* readCells(path: string): AsyncGenerator<{ row: number; cells: string[] }> {
  let text = "";
  for await (const piece of createReadStream(path, { encoding: "utf8", highWaterMark: AT_ONCE })) {
    text += piece;
    RECORD.lastIndex = 0;
    let read = 0;
    for (let found = RECORD.exec(text); found; found = RECORD.exec(text)) {
      read = RECORD.lastIndex;
      yield { row: Number(found[1]), cells: found[2]!.replaceAll('""', '"').split(BETWEEN) };
      RECORD.lastIndex = read;
    }
    text = text.slice(read);
  }
}

/** Name of a cell's column in a table of cells, from 1. */
export const cellColumn = (position: number) => `c${position}`;

/** Makes a table of the cells of a file: `_row`, and `c1` to the width, trimmed and null when nothing is in them. */
export async function loadCells(door: Door, table: string, { path, width }: Pick<CellFile, "path" | "width">) {
  const cells = Array.from({ length: width }, (_, index) => `cells[${index + 1}] as ${cellColumn(index + 1)}`);
  const source = `read_csv(${quoteText(path)}, auto_detect = false, header = false, new_line = '\\n', delim = ',', quote = '"', escape = '"',
    columns = {'row': 'BIGINT', 'line': 'VARCHAR'}, nullstr = '', max_line_size = ${LONGEST_ROW})`;
  await door.run(`create temp table ${table} as select ${["_row", ...cells].join(", ")}
    from (select row as _row, list_transform(string_split(line, ${BETWEEN_SQL}), lambda cell : ${cellTextSql("cell")}) as cells from ${source})`);
}
