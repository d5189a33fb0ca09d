import { isUtf8 } from "node:buffer";
import { createHash } from "node:crypto";
import { constants, createReadStream, createWriteStream } from "node:fs";
import { Transform } from "node:stream";
import { pipeline } from "node:stream/promises";
import { unreadableBecause } from "../unreadable-because.ts";

export type Encoding = "utf-8" | "windows-1252" | "latin-1";

/** What reading a file as text came to: its hash, and the first row that cannot be read if there is one. */
export interface TextRead {
  /** SHA-256 of the file as it arrived, hex. */
  hash: string;
  bytes: number;
  fault: { code: "not-text" | "wrong-encoding"; row: number } | null;
}

/**
 * Copies a file as UTF-8 with LF line ends and without byte-order mark, in one streaming pass.
 * A NUL byte or a byte sequence that is not of the encoding is a fault; the copy is then of no use. A file that cannot be read is thrown as UnreadableFile.
 */
export async function readText(from: string, to: string, encoding: Encoding): Promise<TextRead> {
  const hash = createHash("sha256");
  const decoder = new TextDecoder(encoding === "utf-8" ? "utf-8" : "windows-1252", { fatal: true, ignoreBOM: false });
  let bytes = 0;
  let rows = 1;
  let endsWithReturn = false;
  let fault: TextRead["fault"] = null;
  const toText = (chunk: Buffer | null): string => {
    const text = (endsWithReturn ? "\r" : "") + (chunk ? decoder.decode(chunk, { stream: true }) : decoder.decode());
    endsWithReturn = chunk !== null && text.endsWith("\r");
    const whole = endsWithReturn ? text.slice(0, -1) : text;
    return whole.includes("\r") ? whole.replaceAll(/\r\n?/g, "\n") : whole;
  };
  const read = (chunk: Buffer | null): string => {
    if (fault) return "";
    const nul = chunk?.indexOf(0) ?? -1;
    if (chunk && nul >= 0) {
      fault = { code: "not-text", row: rows + lines(chunk.subarray(0, nul)) };
      return "";
    }
    try {
      const text = toText(chunk);
      if (chunk) rows += lines(chunk);
      return text;
    } catch {
      fault = { code: "wrong-encoding", row: chunk ? rows + lines(readable(chunk)) : rows };
      return "";
    }
  };
  const convert = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      hash.update(chunk);
      bytes += chunk.length;
      done(null, read(chunk));
    },
    flush(done) {
      done(null, read(null));
    },
  });
  await pipeline(chunksOf(from), convert, createWriteStream(to, { mode: 0o600 }));
  return { hash: hash.digest("hex"), bytes, fault };
}

/** A file that cannot be read; `because` ends a sentence. Errors of writing are not of this class. */
export class UnreadableFile extends Error {
  readonly file: string;
  readonly because: string;
  constructor(file: string, because: string) {
    super(`cannot read ${file}: ${because}`);
    this.file = file;
    this.because = because;
  }
}

async function* chunksOf(file: string): AsyncGenerator<Buffer> {
  try {
    // A link that took the place of the file since the folder was looked through is not followed.
    const flags = constants.O_RDONLY | constants.O_NOFOLLOW;
    yield* createReadStream(file, { highWaterMark: 1 << 20, flags: flags as never });
  } catch (error) {
    throw new UnreadableFile(file, unreadableBecause(error as NodeJS.ErrnoException));
  }
}

/** SHA-256 of a file, hex. */
export async function hashFile(file: string): Promise<string> {
  const hash = createHash("sha256");
  for await (const chunk of chunksOf(file)) hash.update(chunk);
  return hash.digest("hex");
}

function lines(chunk: Buffer): number {
  let count = 0;
  for (let at = chunk.indexOf(10); at >= 0; at = chunk.indexOf(10, at + 1)) count++;
  return count;
}

/** The longest beginning of the chunk, in whole lines, that is UTF-8. */
function readable(chunk: Buffer): Buffer {
  let end = 0;
  for (let at = chunk.indexOf(10); at >= 0; at = chunk.indexOf(10, at + 1)) {
    if (!isUtf8(chunk.subarray(end, at))) break;
    end = at + 1;
  }
  return chunk.subarray(0, end);
}
