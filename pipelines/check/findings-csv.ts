import { csvText } from "../../models/csv-text.ts";
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

const text = (cell: string | null) => (cell === null ? "" : csvText(cell));
