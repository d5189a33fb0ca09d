import { DELIMITERS } from "../network.ts";
import { firstLine, readHeader } from "./header.ts";

/** The delimiter with which a file's header has more of the columns looked for than with the agreed one; null when there is none. */
export function seemingDelimiter(file: string, agreed: string, columns: ReadonlySet<string>): string | null {
  const known = (delimiter: string) =>
    (readHeader(file, delimiter) ?? []).filter((column) => columns.has(column)).length;
  const ranked = DELIMITERS.map((delimiter) => ({ delimiter, columns: known(delimiter) }));
  const best = ranked.sort((a, b) => b.columns - a.columns)[0]!;
  return best.columns > known(agreed) ? best.delimiter : null;
}

/** What the line that spreadsheets write before the header (`sep=;`) says separates the cells; null when the file has no such line. */
export function separatorLine(file: string): string | null {
  const line = /^"?sep=(.)"?$/i.exec(firstLine(file) ?? "");
  return DELIMITERS.find((delimiter) => delimiter === line?.[1]) ?? null;
}
