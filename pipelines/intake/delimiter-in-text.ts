import { DELIMITERS } from "../network.ts";
import { firstLineIn, headerIn } from "./first-record.ts";

/** The delimiter with which a text's header has more of the columns looked for than with the agreed one; null when there is none. */
export function seemingDelimiterIn(text: string, agreed: string, columns: ReadonlySet<string>): string | null {
  const known = (delimiter: string) => (headerIn(text, delimiter) ?? []).filter((column) => columns.has(column)).length;
  const ranked = DELIMITERS.map((delimiter) => ({ delimiter, columns: known(delimiter) }));
  const best = ranked.sort((a, b) => b.columns - a.columns)[0]!;
  return best.columns > known(agreed) ? best.delimiter : null;
}

/** What the line that spreadsheets write before the header (`sep=;`) says separates the cells; null when the text has no such line. */
export function separatorIn(text: string): string | null {
  const line = /^"?sep=(.)"?$/i.exec(firstLineIn(text) ?? "");
  return DELIMITERS.find((delimiter) => delimiter === line?.[1]) ?? null;
}
