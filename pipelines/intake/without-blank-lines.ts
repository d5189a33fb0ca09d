import { createReadStream, createWriteStream } from "node:fs";
import { pipeline } from "node:stream/promises";
import { RecordScanner } from "./scan-records.ts";

/** Blank lines that were left out: after how many records of those that were kept, and how many by then. */
export interface BlankLines {
  after: number;
  lines: number;
}

const HAND_ON = 1 << 20;
/** Behind a record that is longer than this without an end nothing is left out: a quotation mark in it was never closed. */
const HOPELESS = 1 << 26;

/**
 * Copies a UTF-8 file without the blank lines between its records, and says where they were; null, and no copy, where there are none.
 * In a file of one column a blank line is a record.
 */
export async function copyWithoutBlankLines(
  from: string,
  to: string,
  columns: number,
  delimiter: string,
): Promise<BlankLines[] | null> {
  if (columns === 1 || !(await hasBlankLine(from))) return null;
  const blanks: BlankLines[] = [];
  const places: number[] = [];
  let records = 0;
  const kept = () => {
    records += 1;
  };
  const scanner = new RecordScanner(columns, delimiter, {
    header: kept,
    record: kept,
    fault: kept,
    blank(at) {
      places.push(at);
      const last = blanks.at(-1);
      if (last?.after === records) last.lines += 1;
      else blanks.push({ after: records, lines: (last?.lines ?? 0) + 1 });
    },
  });
  const copy = async function* (): AsyncGenerator<string> {
    let [text, begin, hopeless] = ["", 0, false];
    for await (const part of textOf(from)) {
      text += part;
      hopeless ||= text.length > HOPELESS;
      if (!hopeless) scanner.add(part);
      if (text.length < HAND_ON) continue;
      // What is not scanned yet may still turn out to be blank.
      const end = hopeless ? begin + text.length : scanner.scanned;
      yield without(text.slice(0, end - begin), begin, places);
      [text, begin] = [text.slice(end - begin), end];
    }
    if (!hopeless) scanner.end();
    yield without(text, begin, places);
  };
  await pipeline(copy, createWriteStream(to, { mode: 0o600 }));
  return blanks.length > 0 ? blanks : null;
}

/** A text that begins at a place of its file without the line ends at some places, which are let go as they are passed. */
function without(text: string, begin: number, places: number[]): string {
  const pieces: string[] = [];
  let at = 0;
  for (const place of places.splice(0)) {
    pieces.push(text.slice(at, place - begin));
    at = place - begin + 1;
  }
  return pieces.join("") + text.slice(at);
}

const textOf = (file: string) =>
  createReadStream(file, { encoding: "utf8", highWaterMark: 1 << 20 }) as AsyncIterable<string>;

async function hasBlankLine(file: string): Promise<boolean> {
  let after = false;
  for await (const chunk of createReadStream(file, { highWaterMark: 1 << 20 }) as AsyncIterable<Buffer>) {
    if ((after && chunk[0] === LINE_END) || chunk.includes("\n\n")) return true;
    after = chunk.at(-1) === LINE_END;
  }
  return false;
}

const LINE_END = 0x0a;
