import { createHash } from "node:crypto";
import { constants, createReadStream, createWriteStream } from "node:fs";
import { Transform } from "node:stream";
import { pipeline } from "node:stream/promises";
import { unreadableBecause } from "../unreadable-because.ts";
import { type Encoding, TextDecoding, type TextFault } from "./decode-text.ts";

/** What reading a file as text came to: its hash, and the first row that cannot be read if there is one. */
export interface TextRead {
  /** SHA-256 of the file as it arrived, hex. */
  hash: string;
  bytes: number;
  fault: TextFault | null;
}

/**
 * Copies a file as UTF-8 with LF line ends and without byte-order mark, in one streaming pass. A byte-order mark says which
 * encoding the file has, whatever was agreed.
 * A NUL byte or a byte sequence that is not of the encoding is a fault; the copy is then of no use. A file that cannot be read is thrown as UnreadableFile.
 */
export async function readText(from: string, to: string, encoding: Encoding): Promise<TextRead> {
  const hash = createHash("sha256");
  const text = new TextDecoding(encoding);
  let bytes = 0;
  const convert = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      hash.update(chunk);
      bytes += chunk.length;
      done(null, text.read(chunk));
    },
    flush(done) {
      done(null, text.read(null));
    },
  });
  await pipeline(chunksOf(from), convert, createWriteStream(to, { mode: 0o600 }));
  return { hash: hash.digest("hex"), bytes, fault: text.fault };
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

/** Copies a file as it is. A file that cannot be read is thrown as UnreadableFile. */
export async function copyHashed(from: string, to: string): Promise<Pick<TextRead, "hash" | "bytes">> {
  const hash = createHash("sha256");
  let bytes = 0;
  const counted = async function* () {
    for await (const chunk of chunksOf(from)) {
      hash.update(chunk);
      bytes += chunk.length;
      yield chunk;
    }
  };
  await pipeline(counted, createWriteStream(to, { mode: 0o600 }));
  return { hash: hash.digest("hex"), bytes };
}

/** SHA-256 of a file, hex. */
export async function hashFile(file: string): Promise<string> {
  const hash = createHash("sha256");
  for await (const chunk of chunksOf(file)) hash.update(chunk);
  return hash.digest("hex");
}
