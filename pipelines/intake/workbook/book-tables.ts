import type { TableFeed } from "../../network.ts";
import type { Fault } from "../fault.ts";
import type { SheetScan } from "./scan-sheet.ts";
import type { ListedSheet } from "./workbook-sheets.ts";

/** What is known of a sheet that was read. */
export interface ReadSheet extends Pick<ListedSheet, "name" | "visible"> {
  formulas: SheetScan["formulas"];
}

/** The sheet a table is in, whatever the case of its name; the first visible one when none is named. */
export const sheetOf = <Sheet extends ReadSheet>(sheets: readonly Sheet[], table: TableFeed): Sheet | undefined =>
  sheets.find((sheet) => (table.sheet === undefined ? sheet.visible : isNamed(sheet, table)));

/** Whether a table's sheet is called so, whatever the case. */
export const isNamed = ({ name }: Pick<ReadSheet, "name">, { sheet }: TableFeed): boolean =>
  name.trim().toLowerCase() === sheet?.trim().toLowerCase();

/** A sheet goes by its agreed name where a feed has several, and is never named by a name that nobody agreed to. */
export function sheetName(file: string, all: readonly TableFeed[], made: readonly TableFeed[], index: number): string {
  const agreed = made.find(({ sheet }) => sheet !== undefined)?.sheet;
  if (made.length === 0) return `${file}/sheet ${index + 1}`;
  return all.length > made.length && agreed !== undefined ? `${file}/${agreed}` : file;
}

/** What is wrong with a workbook as a whole: sheets that are missing or not named, formulas without a result. */
export function bookFaults(file: string, sheets: readonly ReadSheet[], tables: readonly TableFeed[]): Fault[] {
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
