import { createReadStream, createWriteStream } from "node:fs";
import { pipeline } from "node:stream/promises";
import { RecordScanner } from "./scan-records.ts";

const textOf = (file: string) =>
  createReadStream(file, { encoding: "utf8", highWaterMark: 1 << 20 }) as AsyncIterable<string>;

/** Copies a UTF-8 file with an apostrophe for every quotation mark after the first broken one of a record that has two, so that it has one. */
export async function copyWithMendedQuotes(from: string, to: string, columns: number, delimiter: string) {
  const places: [from: number, to: number][] = [];
  const scanner = new RecordScanner(columns, delimiter, {
    record() {},
    fault() {},
    twiceBroken: (begin, end) => places.push([begin, end]),
  });
  for await (const part of textOf(from)) scanner.add(part);
  scanner.end();
  await pipeline(() => mended(from, places), createWriteStream(to, { mode: 0o600 }));
}

async function* mended(file: string, places: readonly (readonly [number, number])[]): AsyncGenerator<string> {
  let [at, next] = [0, 0];
  for await (const part of textOf(file)) {
    let done = 0;
    let text = "";
    for (; next < places.length && places[next]![0] < at + part.length; next++) {
      const [begin, end] = places[next]!.map((place) => Math.max(0, place - at)) as [number, number];
      text += part.slice(done, begin) + part.slice(begin, end).replaceAll('"', "'");
      done = Math.min(end, part.length);
      if (end > part.length) break;
    }
    yield text + part.slice(done);
    at += part.length;
  }
}
