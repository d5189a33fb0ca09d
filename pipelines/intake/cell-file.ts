import { closeSync, createReadStream, openSync, writeSync } from "node:fs";
import { cellTextSql } from "../../models/contract/cell-text.ts";
import { type Door, quoteText } from "../warehouse.ts";

const BETWEEN = "\x1f";
const BETWEEN_SQL = "chr(31)";
const AT_ONCE = 1 << 20;
/** More text than this is in no honest file, be it said many times of one cell. */
const MOST_TEXT = 1 << 30;
const LONGEST_CELL = 32_767;
const LONGEST_ROW = 2_000_000;

/** Thrown when a cell, a row or all rows together are longer than can be read. */
export class TooLongText extends Error {}

/** Rows of cells on their way to DuckDB: a text file with one line per row, its number and its cells. */
export class CellFile {
  readonly path: string;
  /** Cells of the longest row so far. */
  width = 0;
  #descriptor: number;
  #text = "";
  #length = 0;

  constructor(path: string) {
    this.path = path;
    this.#descriptor = openSync(path, "w", 0o600);
  }

  /** Adds a row. Throws TooLongText. */
  add(row: number, cells: readonly string[]): void {
    if (cells.some((cell) => cell.length > LONGEST_CELL)) throw new TooLongText();
    const plain = cells.map((cell) => cell.replaceAll(BETWEEN, " ").replaceAll("\0", " ").toWellFormed());
    const line = `${row},"${plain.join(BETWEEN).replaceAll('"', '""')}"\n`;
    this.#length += line.length;
    if (line.length > LONGEST_ROW / 3 && Buffer.byteLength(line) > LONGEST_ROW) throw new TooLongText();
    if (this.#length > MOST_TEXT) throw new TooLongText();
    this.width = Math.max(this.width, cells.length);
    this.#text += line;
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
