import { openWorkbook } from "../intake/workbook/open-workbook.ts";
import { identifierInFileName } from "../screen/screen-file-name.ts";
import { likelyHeader } from "./likely-header.ts";

/** A sheet that seems to be a table: its name, where its workbook has several, and the names of its columns. */
export interface SeenSheet {
  sheet?: string;
  header: readonly string[];
}

/** A feed names no longer sheet. */
const LONGEST_NAME = 31;

/**
 * The visible sheets of a workbook that seem to be tables, and the places, from 1, of the visible ones that do not; none of either when
 * it cannot be opened, which is the screen's to say.
 */
export async function seenBook(copy: string): Promise<{ sheets: SeenSheet[]; others: number[] }> {
  const book = await openWorkbook({ file: copy, to: copy });
  if ("unsafe" in book) return { sheets: [], others: [] };
  const shown = book.sheets.flatMap((sheet, index) => (sheet.visible ? [{ ...sheet, place: index + 1 }] : []));
  const sheets: SeenSheet[] = [];
  const others: number[] = [];
  for (const { name, first, place } of shown) {
    const rows = first.map(({ cells }) => cells.map((cell) => cell.trim()));
    const at = likelyHeader(rows);
    const header = (rows[at] ?? []).filter((cell) => cell !== "");
    const alone = shown.length === 1;
    if (alone) sheets.push({ header });
    else if (isTable(header, rows.length - at - 1) && canBeNamed(name, sheets)) sheets.push({ sheet: name, header });
    else if (rows.length > 0) others.push(place);
  }
  return { sheets, others };
}

/** A sheet of text has no row of different names with rows below. */
const isTable = (header: readonly string[], below: number) =>
  header.length > 1 && below > 0 && new Set(header.map((name) => name.toLowerCase())).size === header.length;

const canBeNamed = (name: string, others: readonly SeenSheet[]) =>
  name !== "" &&
  name.length <= LONGEST_NAME &&
  identifierInFileName(name) === null &&
  !others.some(({ sheet }) => sheet?.trim().toLowerCase() === name.trim().toLowerCase());
