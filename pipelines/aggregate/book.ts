import { existsSync, readFileSync, renameSync, writeFileSync } from "node:fs";

/** The last good table of counts of each agency that sends totals only, by its id. */
export type AggregateBook = Record<string, { name: string; hash: string; received_at: string }>;

/** Reads the book; empty when there is none. */
export function readAggregateBook(file: string): AggregateBook {
  return existsSync(file) ? (JSON.parse(readFileSync(file, "utf8")) as AggregateBook) : {};
}

/** Writes the book in one step, and none where nothing is in it. */
export function writeAggregateBook(file: string, book: AggregateBook): void {
  if (Object.keys(book).length === 0) return;
  writeFileSync(`${file}.new`, `${JSON.stringify(book, null, 1)}\n`, { mode: 0o600 });
  renameSync(`${file}.new`, file);
}
