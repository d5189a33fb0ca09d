import { cellText } from "../../models/contract/cell-text.ts";
import { DELIMITERS } from "../network.ts";
import { findHeader, HEADER_AMONG } from "./find-header.ts";
import { recordAt } from "./first-record.ts";

/** The header of delimited text. */
export interface TextHeader {
  delimiter: string;
  /** Its cells, trimmed. */
  cells: string[];
  /** Where it begins in the text. */
  start: number;
  /** Records before it, and their cells. */
  above: number;
  aboveCells: string[];
}

/**
 * The header of delimited text: the first record with the most of the names looked for, under whatever titles and blank lines; with
 * another delimiter than agreed when more of the names are found with that. Null when the text is blank.
 */
export function textHeader(
  text: string,
  agreed: string,
  names: ReadonlySet<string>,
  { titled }: { titled: boolean },
): TextHeader | null {
  if (cellText(text) === null) return null;
  const headers = [agreed, ...DELIMITERS.filter((each) => each !== agreed)].map((delimiter) => {
    const records = beginningRecords(text, delimiter, titled);
    const found = findHeader(
      records.map(({ cells }) => cells),
      names,
    );
    return { delimiter, records, found };
  });
  const best = headers.reduce((most, each) => ((each.found?.known ?? 0) > (most.found?.known ?? 0) ? each : most));
  if (!best.found) return null;
  const { at } = best.found;
  const aboveCells = best.records.slice(0, at).flatMap(({ cells }) => cells.filter((cell) => cell !== ""));
  return {
    delimiter: best.delimiter,
    cells: best.records[at]!.cells,
    start: best.records[at]!.start,
    above: at,
    aboveCells,
  };
}

/** The records a text begins with; of one that has no titles, those up to the first that is not blank. */
function beginningRecords(text: string, delimiter: string, titled: boolean): { cells: string[]; start: number }[] {
  const records = [];
  const most = titled ? HEADER_AMONG : 1;
  let filled = 0;
  for (let start = 0; start < text.length && filled < most; ) {
    const { cells, end } = recordAt(text, delimiter, start);
    const trimmed = cells.map((cell) => cellText(cell) ?? "");
    records.push({ cells: trimmed, start });
    start = end;
    if (trimmed.some((cell) => cell !== "")) filled += 1;
  }
  return records;
}

/** What the line that spreadsheets write before the header (`sep=;`) says separates the cells; null when a text has no such line. */
export function separatorLine(text: string): string | null {
  const line = /^"?sep=(.)"?\n/i.exec(text);
  return DELIMITERS.find((delimiter) => delimiter === line?.[1]) ?? null;
}
