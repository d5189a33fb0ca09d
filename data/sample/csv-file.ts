import { closeSync, openSync, writeSync } from "node:fs";
import type { TableFeed } from "../../pipelines/network.ts";

/** Characters of windows-1252 that latin-1 lacks. */
const ONLY_WINDOWS: Readonly<Record<string, string>> = {
  "’": "\x92",
  "“": "\x93",
  "”": "\x94",
  "–": "\x96",
  "€": "\x80",
};

const CHUNK = 1 << 17;

/** A file written a chunk at a time: each chunk is on disk before the next is begun, so memory does not grow. */
export class CsvFile {
  bytes = 0;
  readonly #file: number;
  readonly #encoding: TableFeed["encoding"];
  #waiting = "";

  constructor(path: string, encoding: TableFeed["encoding"]) {
    this.#file = openSync(path, "w");
    this.#encoding = encoding;
  }

  /** Adds text that ends with its line end. */
  write(text: string): void {
    this.#waiting += text;
    if (this.#waiting.length > CHUNK) this.#flush();
  }

  /** Closes the file and says how many bytes it has. */
  close(): number {
    this.#flush();
    closeSync(this.#file);
    return this.bytes;
  }

  #flush(): void {
    const chunk = encode(this.#waiting, this.#encoding);
    this.#waiting = "";
    for (let at = 0; at < chunk.length; ) at += writeSync(this.#file, chunk, at);
    this.bytes += chunk.length;
  }
}

function encode(text: string, encoding: TableFeed["encoding"]): Buffer {
  if (encoding === "utf-8") return Buffer.from(text, "utf8");
  return Buffer.from(
    text.replace(/[’“”–€]/g, (letter) => ONLY_WINDOWS[letter]!),
    "latin1",
  );
}
