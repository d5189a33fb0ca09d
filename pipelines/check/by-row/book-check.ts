import { cellText } from "../../../models/contract/cell-text.ts";
import type { Unsafe } from "../../findings.ts";
import { CellLines, TooLongText } from "../../intake/cell-lines.ts";
import { knownColumns } from "../../intake/columns.ts";
import type { Fault } from "../../intake/fault.ts";
import { findHeader } from "../../intake/find-header.ts";
import { headerFaults, tooManyColumns } from "../../intake/header-faults.ts";
import { kindOfBytes, TELLING_BYTES } from "../../intake/kind-of-bytes.ts";
import { bookFaults, sheetName, sheetOf } from "../../intake/workbook/book-tables.ts";
import {
  type BookParts,
  bookOf,
  FIRST_ROWS,
  type SheetRow,
  type SheetToRead,
  sheetRows,
} from "../../intake/workbook/read-workbook.ts";
import { unsafePart } from "../../intake/workbook/unsafe-part.ts";
import { CellsCheck } from "./cells-check.ts";
import { ColumnScreen } from "./column-screen.ts";
import { openTable, type TableToOpen } from "./open-table.ts";
import { type ScreenedFile, unopened } from "./screened-file.ts";
import { readDirectory, type ZipEntry } from "./zip/directory.ts";
import { unpack } from "./zip/unpack.ts";

/** Opens, screens and checks a workbook: the sheets its tables are made of, the other sheets, hidden ones too, and every text outside the cells. */
export async function checkBook(of: TableToOpen, book: Blob): Promise<ScreenedFile> {
  const { file, tables } = of;
  const texts = new ColumnScreen();
  const read = await lookThrough(book, texts);
  if ("unsafe" in read) return notOpened(file, book, read.unsafe);
  const { sheets, bytes } = read;
  const found: Fault[][] = [];
  for (const [index, sheet] of sheets.entries()) {
    const made = tables.filter((table) => sheetOf(sheets, table) === sheet);
    if (made.length === 0 && sheet.first.length === 0) continue;
    const to = { ...of, file: sheetName(file, tables, made, index), tables: made };
    const tooMany = tooManyColumns(to.file, sheet.width);
    if (tooMany.length > 0) return unopened(...tooMany);
    found.push(await checkSheet(to, sheet, bytes));
  }
  return { faults: bookFaults(file, sheets, tables), tables: found, texts: [texts] };
}

async function notOpened(file: string, book: Blob, because: Unsafe): Promise<ScreenedFile> {
  const seems = kindOfBytes(new Uint8Array(await book.slice(0, TELLING_BYTES).arrayBuffer()));
  return unopened(
    seems?.includes("XLSX")
      ? { code: "unsafe-archive", facts: { file, because } }
      : { code: "not-of-format", facts: { file, format: "a workbook (XLSX)", seems } },
  );
}

/** A sheet as it was looked through: its first rows, its width, and the last row in which each position is filled. */
interface SeenSheet extends SheetToRead {
  first: SheetRow[];
  width: number;
  filled: number[];
}

async function lookThrough(
  book: Blob,
  texts: ColumnScreen,
): Promise<{ sheets: SeenSheet[]; bytes: Uint8Array } | { unsafe: Unsafe }> {
  const directory = await readDirectory(book);
  if (directory.unsafe) return { unsafe: directory.unsafe };
  const unsafe = unsafePart(directory.entries.map(({ fileName }) => fileName));
  if (unsafe) return { unsafe };
  try {
    const lines = new CellLines();
    const say = (text: string) => texts.add(cellText(lines.add(1, [text]).plain[0]!));
    const listed = await bookOf(partsOf(book, directory.entries), say);
    if ("unsafe" in listed) return listed;
    const bytes = new Uint8Array(await book.arrayBuffer());
    const sheets: SeenSheet[] = [];
    for (const sheet of listed.sheets) sheets.push({ ...sheet, ...(await seenRows(bytes, sheet.index)) });
    return { sheets, bytes };
  } catch (error) {
    return { unsafe: error instanceof TooLongText ? "too_long_text" : "broken" };
  }
}

/** The first rows of each sheet of a workbook that are not blank; none of one that is not opened. */
export async function firstRows(book: Blob): Promise<readonly Pick<SeenSheet, "name" | "visible" | "first">[]> {
  const read = await lookThrough(book, new ColumnScreen());
  return "unsafe" in read ? [] : read.sheets;
}

const partsOf =
  (book: Blob, entries: readonly ZipEntry[]): BookParts =>
  async (wanted, read) => {
    for (const entry of entries) if (wanted(entry.fileName)) await read(entry.fileName, textOf(unpack(book, entry)));
  };

async function* textOf(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  const decoder = new TextDecoder("utf-8", { ignoreBOM: true });
  for await (const part of bytes) yield decoder.decode(part, { stream: true });
  yield decoder.decode();
}

async function seenRows(book: Uint8Array, index: number): Promise<Pick<SeenSheet, "first" | "width" | "filled">> {
  const first: SheetRow[] = [];
  const filled: number[] = [];
  const lines = new CellLines();
  for await (const { row, cells } of sheetRows(book, index)) {
    for (const [at, cell] of lines.add(row, cells).plain.entries()) if (cellText(cell) !== null) filled[at] = row;
    if (first.length < FIRST_ROWS) first.push({ row, cells });
  }
  return { first, width: lines.width, filled };
}

/** Checks a sheet under the first row that holds the agreed columns. Columns without a name and without a value are none. */
async function checkSheet(of: TableToOpen, { first, filled, index }: SeenSheet, book: Uint8Array): Promise<Fault[]> {
  const rows = first.map(({ cells }) => cells.map((cell) => cell.trim()));
  const found = findHeader(rows, knownColumns(of.tables));
  if (!found) return of.tables.length > 0 ? headerFaults(of.file, null) : [];
  const headerRow = first[found.at]!.row;
  const names = rows[found.at]!;
  const positions = names.flatMap((name, at) => (name !== "" || (filled[at] ?? 0) > headerRow ? [at + 1] : []));
  const table = openTable(
    of,
    positions.map((position) => names[position - 1]!),
    [],
  );
  if (!("screen" in table)) return [...table];
  const check = new CellsCheck(table, { headerRow, positions });
  const lines = new CellLines();
  for await (const { row, cells } of sheetRows(book, index)) check.add(row, lines.add(row, cells).plain.map(cellText));
  return check.end();
}
