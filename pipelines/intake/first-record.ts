import { cellText } from "../../models/contract/cell-text.ts";

/** More of a file than this many bytes is not looked at for its header. */
export const LONGEST_HEADER = 1 << 20;

/** The cells of the first record of a text, trimmed; null when there is nothing but blanks. Quoted cells may hold delimiters and line ends. */
export function headerIn(text: string, delimiter: string): string[] | null {
  return cellText(text) === null ? null : firstRecord(text, delimiter).map((cell) => cellText(cell) ?? "");
}

/** The first line of a text as it is; null when it does not end. */
export function firstLineIn(text: string): string | null {
  const end = text.indexOf("\n");
  return end < 0 ? null : text.slice(0, end);
}

/** Splits the first record of delimited text into its cells. */
export function firstRecord(text: string, delimiter: string): string[] {
  const cells: string[] = [];
  let cell = "";
  let quoted = false;
  for (let at = 0; at < text.length; at++) {
    const character = text[at]!;
    if (quoted) {
      if (character !== '"') cell += character;
      else if (text[at + 1] === '"') cell += text[at++];
      else quoted = false;
    } else if (character === '"' && cell === "") quoted = true;
    else if (character === delimiter) {
      cells.push(cell);
      cell = "";
    } else if (character === "\n") break;
    else cell += character;
  }
  return [...cells, cell];
}
