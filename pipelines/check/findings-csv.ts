import type { CheckedRow } from "./report.ts";

const COLUMNS = ["file", "row", "column", "rule", "sentence", "effect"];

/** The findings as a CSV file that a spreadsheet opens without taking any of it for a formula. */
export const findingsCsv = (findings: readonly CheckedRow[]): string =>
  [
    COLUMNS.join(","),
    ...findings.map(({ file, row, column, rule, says, effect }) =>
      [text(file), row === null ? "" : String(row), text(column), text(rule), text(says), text(effect)].join(","),
    ),
    "",
  ].join("\r\n");

/** A cell in quotation marks; one that a spreadsheet would compute begins with an apostrophe, full-width signs and leading blanks included. */
function text(cell: string | null): string {
  if (cell === null) return "";
  const risky = /^[=+\-@\t\r\n]/.test(cell.normalize("NFKC").trimStart()) || /^[\t\r\n]/.test(cell);
  return `"${(risky ? `'${cell}` : cell).replaceAll('"', '""')}"`;
}
