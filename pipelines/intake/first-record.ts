/** More of a file than this many bytes is not looked at for its header. */
export const LONGEST_HEADER = 1 << 20;

/** The first line of a text as it is; null when it does not end. */
export function firstLineIn(text: string): string | null {
  const end = text.indexOf("\n");
  return end < 0 ? null : text.slice(0, end);
}

/** Splits the first record of delimited text into its cells. */
export const firstRecord = (text: string, delimiter: string): string[] => recordAt(text, delimiter, 0).cells;

/** A record of delimited text: its cells, and where the next one begins. */
export interface TextRecord {
  cells: string[];
  end: number;
}

/** Splits the record that begins at a place of delimited text into its cells. */
export function recordAt(text: string, delimiter: string, start: number): TextRecord {
  const cells: string[] = [];
  let cell = "";
  let quoted = false;
  let at = start;
  for (; at < text.length; at++) {
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
  return { cells: [...cells, cell], end: at + 1 };
}
