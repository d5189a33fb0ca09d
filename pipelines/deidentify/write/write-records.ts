import { createWriteStream } from "node:fs";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";

const BATCH = 64 * 1024;

/** Writes records as CSV: UTF-8 (with a byte-order mark where one is given), LF, quotes only where needed; the file is readable by its owner alone. */
export async function writeRecords(
  file: string,
  records: AsyncIterable<readonly string[]>,
  delimiter = ",",
  mark = "",
): Promise<void> {
  await pipeline(
    Readable.from(batches(records, delimiter, mark)),
    createWriteStream(file, { flags: "wx", mode: 0o600 }),
  );
}

async function* batches(
  records: AsyncIterable<readonly string[]>,
  delimiter: string,
  mark: string,
): AsyncGenerator<string> {
  let text = mark;
  for await (const record of records) {
    text += `${record.map((cell) => quoted(cell, delimiter)).join(delimiter)}\n`;
    if (text.length < BATCH) continue;
    yield text;
    text = "";
  }
  if (text !== "") yield text;
}

const quoted = (cell: string, delimiter: string) =>
  /["\r\n]/.test(cell) || cell.includes(delimiter) ? `"${cell.replaceAll('"', '""')}"` : cell;
