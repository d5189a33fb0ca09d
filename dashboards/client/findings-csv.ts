import { csvText } from "../../models/csv-text.ts";
import type { CheckedFile } from "../../pipelines/check/by-row/check-file.ts";
import { outcome, sentence } from "../../pipelines/findings.ts";

const AT_ONCE = 10_000;

/** All that is said of a file and its rows as CSV, which no spreadsheet reads as a formula. */
export function findingsCsv({ name, findings, reasons }: CheckedFile): Blob {
  const parts: string[] = ["\ufefffile,row,column,what,says\r\n"];
  const line = (cells: readonly string[]) => `${cells.map(csvText).join(",")}\r\n`;
  let open = findings.map((finding) => line([name, "", "", outcome(finding), sentence(finding)]));
  for (const { file, row, column, says } of reasons) {
    open.push(line([file, String(row), column, "set aside", says]));
    if (open.length < AT_ONCE) continue;
    parts.push(open.join(""));
    open = [];
  }
  return new Blob([...parts, open.join("")], { type: "text/csv" });
}
