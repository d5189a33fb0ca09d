import { closeSync, openSync, readSync } from "node:fs";
import { cellText } from "../../models/contract/cell-text.ts";

const LONGEST_HEADER = 1 << 20;

/** The cells of the first record of a UTF-8 file, trimmed; null when it is empty or its first megabyte blank. Quoted cells may hold delimiters and line ends. */
export function readHeader(file: string, delimiter: string): string[] | null {
  const text = beginning(file);
  return cellText(text) === null ? null : firstRecord(text, delimiter).map((cell) => cellText(cell) ?? "");
}

/** The first line of a UTF-8 file as it is; null when it does not end within the first megabyte. */
export function firstLine(file: string): string | null {
  const text = beginning(file);
  const end = text.indexOf("\n");
  return end < 0 ? null : text.slice(0, end);
}

function beginning(file: string): string {
  const descriptor = openSync(file, "r");
  try {
    const buffer = Buffer.alloc(LONGEST_HEADER);
    return buffer.subarray(0, readSync(descriptor, buffer, 0, LONGEST_HEADER, 0)).toString("utf8");
  } finally {
    closeSync(descriptor);
  }
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
