import { createReadStream } from "node:fs";
import path from "node:path";

/** Cells of a CSV file, record by record with the header first, from UTF-8 (with or without byte order mark) or Windows-1252. Throws where the quotes are broken or a record does not fit the header. */
export async function* readRecords(file: string, delimiter = ","): AsyncGenerator<string[]> {
  const name = path.basename(file);
  const decoder = new TextDecoder(await encodingOf(file));
  const parser = new RecordParser(name, delimiter);
  for await (const bytes of createReadStream(file) as AsyncIterable<Buffer>) {
    yield* parser.take(decoder.decode(bytes, { stream: true }));
  }
  yield* parser.take(decoder.decode());
  yield* parser.end();
}

async function encodingOf(file: string): Promise<"utf-8" | "windows-1252"> {
  const utf8 = new TextDecoder("utf-8", { fatal: true });
  let valid = true;
  for await (const bytes of createReadStream(file) as AsyncIterable<Buffer>) {
    if (bytes.includes(0)) throw new Error(`${path.basename(file)} is not a text file: save it as CSV`);
    valid &&= decodes(utf8, bytes);
  }
  return valid && decodes(utf8) ? "utf-8" : "windows-1252";
}

function decodes(decoder: TextDecoder, bytes?: Buffer): boolean {
  try {
    decoder.decode(bytes, { stream: bytes !== undefined });
    return true;
  } catch {
    return false;
  }
}

/** RFC 4180 with any line end: quotes only around a whole cell, doubled inside it. */
class RecordParser {
  readonly #name: string;
  readonly #delimiter: string;
  #state: "start" | "plain" | "quoted" | "quote" = "start";
  #afterReturn = false;
  #cell = "";
  #record: string[] = [];
  #number = 1;
  #width: number | undefined;

  constructor(name: string, delimiter: string) {
    this.#name = name;
    this.#delimiter = delimiter;
  }

  *take(text: string): Generator<string[]> {
    for (const character of text) {
      const endsReturn = this.#afterReturn && character === "\n";
      this.#afterReturn = character === "\r";
      if (endsReturn && this.#state !== "quoted") continue;
      const record = this.#step(character);
      if (record) yield record;
    }
  }

  *end(): Generator<string[]> {
    if (this.#state === "quoted") throw this.#broken("opens a quote that is never closed");
    const record = this.#endRecord();
    if (record) yield record;
  }

  #step(character: string): string[] | undefined {
    if (this.#state === "quoted") {
      if (character === '"') this.#state = "quote";
      else this.#cell += character;
      return undefined;
    }
    if (character === this.#delimiter) return this.#endCell();
    if (character === "\n" || character === "\r") return this.#endRecord();
    if (this.#state === "quote" && character !== '"') throw this.#broken("has text after a closing quote");
    if (character === '"' && this.#state !== "plain") {
      if (this.#state === "quote") this.#cell += character;
      this.#state = "quoted";
      return undefined;
    }
    this.#state = "plain";
    this.#cell += character;
    return undefined;
  }

  #endCell(): undefined {
    this.#record.push(this.#cell);
    this.#cell = "";
    this.#state = "start";
  }

  #endRecord(): string[] | undefined {
    const blank = this.#record.length === 0 && this.#cell === "" && this.#state === "start";
    if (blank) return undefined;
    this.#endCell();
    const record = this.#record;
    this.#width ??= record.length;
    if (record.length !== this.#width) throw this.#broken(`has ${record.length} cells, the header ${this.#width}`);
    this.#record = [];
    this.#number += 1;
    return record;
  }

  #broken(how: string): Error {
    return new Error(`${this.#name}: record ${this.#number} (the header is 1) ${how}`);
  }
}
