/** Rows among which a header is looked for, blank ones not counted: a report has titles above it, but no more than this. */
export const HEADER_AMONG = 50;

/** A header as it was found: its place among the rows, and how many of its cells are names looked for. */
export interface FoundHeader {
  at: number;
  known: number;
}

/** The first of the rows that holds the most of the names looked for; the first that is not blank where none holds any; null when all are blank. */
export function findHeader(rows: readonly (readonly string[])[], names: ReadonlySet<string>): FoundHeader | null {
  const first = rows.findIndex((row) => row.some((cell) => cell !== ""));
  if (first < 0) return null;
  let found: FoundHeader = { at: first, known: knownIn(rows[first]!, names) };
  for (let at = first + 1; at < rows.length; at++) {
    const known = knownIn(rows[at]!, names);
    if (known > found.known) found = { at, known };
  }
  return found;
}

const knownIn = (row: readonly string[], names: ReadonlySet<string>) =>
  new Set(row.filter((cell) => names.has(cell))).size;
