import { loadCells } from "../intake/cell-file.ts";
import { knownColumns } from "../intake/columns.ts";
import { fileKind } from "../intake/file-kind.ts";
import { tooManyColumns } from "../intake/header-faults.ts";
import { openSheet } from "../intake/open-sheet.ts";
import { bookFaults, isNamed, sheetName, sheetOf } from "../intake/workbook/book-tables.ts";
import { openWorkbook } from "../intake/workbook/open-workbook.ts";
import type { UnpackedSheet } from "../intake/workbook/unpack-workbook.ts";
import { type SheetToWrite, writeCells } from "../intake/workbook/write-cells.ts";
import type { TableFeed } from "../network.ts";
import type { Door } from "../warehouse.ts";
import { type FileToOpen, type FileToScreen, notWhole, type TableToScreen } from "./table-to-screen.ts";

/** Opens a workbook: the sheets its tables are made of, the other sheets, hidden ones too, and every text outside the cells. */
export async function openBook(
  door: Door,
  { id, name, copy, isSealed }: Omit<FileToOpen, "path">,
  tables: readonly TableFeed[],
): Promise<FileToScreen> {
  const book = await openWorkbook({ file: copy, to: copy, isSealed });
  if ("unsafe" in book) {
    const kind = fileKind(copy);
    return kind?.includes("XLSX")
      ? notWhole({ code: "unsafe-archive", facts: { file: name, because: book.unsafe } })
      : notWhole({ code: "not-of-format", facts: { file: name, format: "a workbook (XLSX)", seems: kind } });
  }
  const { sheets } = book;
  const texts = `texts_${id}`;
  await loadCells(door, texts, { ...book.texts, width: 1 });
  const opened: TableToScreen[] = [];
  for (const [index, sheet] of sheets.entries()) {
    const made = tables.filter((table) => sheetOf(sheets, table) === sheet);
    if (made.length === 0 && sheet.first.length === 0) continue;
    const as = { id: `${id}_${index}`, name: sheetName(name, tables, made, index) };
    const tooMany = tooManyColumns(as.name, sheet.cells.width);
    if (tooMany.length > 0) return notWhole(...tooMany);
    opened.push({
      opened: await openSheet(door, as, sheet, knownColumns(made)),
      tables: made,
      read: made.length > 0,
    });
  }
  const cleaned = (to: string) => writeCells(to, sheets.map(sealedAs(tables)));
  return { tables: opened, texts: [texts], faults: bookFaults(name, sheets, tables), whole: true, cleaned };
}

/** A sheet is sealed under a name that was agreed, or under none of its own. */
const sealedAs =
  (tables: readonly TableFeed[]) =>
  (sheet: UnpackedSheet, at: number): SheetToWrite => ({
    ...sheet,
    name: tables.some((table) => isNamed(sheet, table)) ? sheet.name : `Sheet ${at + 1}`,
  });
