import { loadCells } from "../intake/cell-file.ts";
import { knownColumns } from "../intake/columns.ts";
import type { Fault } from "../intake/fault.ts";
import { fileKind } from "../intake/file-kind.ts";
import { tooManyColumns } from "../intake/header-faults.ts";
import { openSheet } from "../intake/open-sheet.ts";
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

/** The sheet a table is in, whatever the case of its name; the first visible one when none is named. */
const sheetOf = (sheets: readonly UnpackedSheet[], table: TableFeed): UnpackedSheet | undefined =>
  sheets.find((sheet) => (table.sheet === undefined ? sheet.visible : isNamed(sheet, table)));

const isNamed = ({ name }: UnpackedSheet, { sheet }: TableFeed) =>
  name.trim().toLowerCase() === sheet?.trim().toLowerCase();

/** A sheet goes by its agreed name where a feed has several, and is never named by a name that nobody agreed to. */
function sheetName(file: string, all: readonly TableFeed[], made: readonly TableFeed[], index: number): string {
  const agreed = made.find(({ sheet }) => sheet !== undefined)?.sheet;
  if (made.length === 0) return `${file}/sheet ${index + 1}`;
  return all.length > made.length && agreed !== undefined ? `${file}/${agreed}` : file;
}

function bookFaults(file: string, sheets: readonly UnpackedSheet[], tables: readonly TableFeed[]): Fault[] {
  const read = sheets.filter((sheet) => tables.some((table) => sheetOf(sheets, table) === sheet));
  const visible = sheets.filter((sheet) => sheet.visible).length;
  const missing = tables.filter((table) => !sheetOf(sheets, table)).map(({ sheet }) => sheet ?? "");
  const unnamed = tables.some(({ sheet }) => sheet === undefined);
  return [
    ...[...new Set(missing)].map(
      (sheet): Fault =>
        sheet === "" ? { code: "no-header", facts: { file } } : { code: "missing-sheet", facts: { file, sheet } },
    ),
    ...(unnamed && visible > 1 ? [{ code: "several-sheets", facts: { file, sheets: visible } } as const] : []),
    ...read
      .filter(({ formulas }) => formulas.cells > 0)
      .map(({ formulas }): Fault => ({ code: "formula-without-value", facts: { file, ...formulas } })),
  ];
}
