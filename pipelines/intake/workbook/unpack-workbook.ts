import { readFileSync } from "node:fs";
import type { Readable } from "node:stream";
import { parentPort, workerData } from "node:worker_threads";
import type { Unsafe } from "../../findings.ts";
import { readEntries } from "../archive/unpack-entry.ts";
import { CellFile } from "../cell-file.ts";
import { TooLongText } from "../cell-lines.ts";
import type { ReadSheet } from "./book-tables.ts";
import { type BookParts, bookOf, FIRST_ROWS, type SheetRow, sheetRows } from "./read-workbook.ts";

/** Where a workbook is, and where its cells are to go: `<to>-<sheet>.cells`, one file per sheet. */
export interface UnpackOrder {
  file: string;
  to: string;
  /** Whether it is a copy that the inbox holds. */
  isSealed?: boolean;
}

/** A sheet that was read, with its first rows that are not blank. */
export interface UnpackedSheet extends ReadSheet {
  cells: Pick<CellFile, "path" | "width">;
  first: SheetRow[];
}

/** What a workbook holds: its sheets, and every text outside their cells. */
export interface Unpacked {
  sheets: UnpackedSheet[];
  texts: Pick<CellFile, "path" | "width">;
}

export type UnpackAnswer = Unpacked | { unsafe: Unsafe };

async function unpack({ file, to }: UnpackOrder): Promise<UnpackAnswer> {
  const texts = new CellFile(`${to}-texts.cells`);
  const book = await bookOf(partsOf(file), (text) => texts.add(1, [text])).finally(() => texts.close());
  if ("unsafe" in book) return book;
  const bytes = readFileSync(file);
  const sheets: UnpackedSheet[] = [];
  for (const { index, ...sheet } of book.sheets)
    sheets.push({ ...sheet, ...(await readSheet(bytes, index, `${to}-${index}.cells`)) });
  return { sheets, texts: { path: texts.path, width: texts.width } };
}

async function readSheet(bytes: Uint8Array, index: number, path: string) {
  const cells = new CellFile(path);
  const first: SheetRow[] = [];
  try {
    for await (const { row, cells: texts } of sheetRows(bytes, index)) {
      cells.add(row, texts);
      if (first.length < FIRST_ROWS) first.push({ row, cells: texts });
    }
  } finally {
    cells.close();
  }
  return { cells: { path, width: cells.width }, first };
}

const partsOf =
  (file: string): BookParts =>
  (wanted, read) =>
    readEntries(
      file,
      ({ fileName }) => wanted(fileName),
      ({ fileName }, content) => read(fileName, text(content)),
    );

async function* text(content: Readable): AsyncGenerator<string> {
  for await (const piece of content.setEncoding("utf8")) yield piece as string;
}

const answer = await unpack(workerData as UnpackOrder).catch(
  (error): UnpackAnswer => ({ unsafe: error instanceof TooLongText ? "too_long_text" : "broken" }),
);
parentPort?.postMessage(answer);
