import { isUtf8 } from "node:buffer";
import { createHash } from "node:crypto";
import { constants, createReadStream, createWriteStream } from "node:fs";
import { Transform } from "node:stream";
import { pipeline } from "node:stream/promises";
import { unreadableBecause } from "../unreadable-because.ts";

export type Encoding = "utf-8" | "utf-16" | "windows-1252" | "latin-1";

/** What reading a file as text came to: its hash, and the first row that cannot be read if there is one. */
export interface TextRead {
  /** SHA-256 of the file as it arrived, hex. */
  hash: string;
  bytes: number;
  fault: { code: "not-text" | "wrong-encoding"; row: number } | null;
}

/**
 * Copies a file as UTF-8 with LF line ends and without byte-order mark, in one streaming pass. A byte-order mark says which
 * encoding the file has, whatever was agreed.
 * A NUL byte or a byte sequence that is not of the encoding is a fault; the copy is then of no use. A file that cannot be read is thrown as UnreadableFile.
 */
export async function readText(from: string, to: string, encoding: Encoding): Promise<TextRead> {
  const hash = createHash("sha256");
  let decoder: TextDecoder | undefined;
  let bytes = 0;
  let rows = 1;
  let endsWithReturn = false;
  let fault: TextRead["fault"] = null;
  const toText = (chunk: Buffer | null): string => {
    decoder ??= new TextDecoder(labelOf(chunk, encoding), { fatal: true, ignoreBOM: false });
    const text = (endsWithReturn ? "\r" : "") + (chunk ? decoder.decode(chunk, { stream: true }) : decoder.decode());
    endsWithReturn = chunk !== null && text.endsWith("\r");
    const whole = endsWithReturn ? text.slice(0, -1) : text;
    return whole.includes("\r") ? whole.replaceAll(/\r\n?/g, "\n") : whole;
  };
  const read = (chunk: Buffer | null): string => {
    if (fault) return "";
    try {
      const text = toText(chunk);
      const nul = text.indexOf("\0");
      if (nul >= 0) fault = { code: "not-text", row: rows + lines(text.slice(0, nul)) };
      rows += lines(text);
      return fault ? "" : text;
    } catch {
      // A NUL byte says more of a file than that it is in no encoding.
      const nul = decoder!.encoding === "utf-8" ? (chunk?.indexOf(0) ?? -1) : -1;
      const before = nul >= 0 ? chunk!.subarray(0, nul) : readable(chunk ?? Buffer.alloc(0), decoder!.encoding);
      fault = { code: nul >= 0 ? "not-text" : "wrong-encoding", row: rows + lines(before.toString("latin1")) };
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

function lines(text: string): number {
  let count = 0;
  for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) count++;
  return count;
}

/** The encoding a file begins to be in: that of its byte-order mark, or the one agreed. */
function labelOf(beginning: Buffer | null, agreed: Encoding): string {
  const mark = MARKS.find(({ bytes }) => beginning?.subarray(0, bytes.length).equals(bytes));
  return mark?.label ?? LABELS[agreed];
}

const LABELS: Readonly<Record<Encoding, string>> = {
  "utf-8": "utf-8",
  "utf-16": "utf-16le",
  "windows-1252": "windows-1252",
  "latin-1": "windows-1252",
};

const MARKS = [
  { bytes: Buffer.from([0xef, 0xbb, 0xbf]), label: "utf-8" },
  { bytes: Buffer.from([0xff, 0xfe]), label: "utf-16le" },
  { bytes: Buffer.from([0xfe, 0xff]), label: "utf-16be" },
];

/** The longest beginning of the chunk, in whole lines, that is UTF-8; nothing in another encoding. */
function readable(chunk: Buffer, encoding: string): Buffer {
  let end = 0;
  if (encoding !== "utf-8") return chunk.subarray(0, 0);
  for (let at = chunk.indexOf(10); at >= 0; at = chunk.indexOf(10, at + 1)) {
    if (!isUtf8(chunk.subarray(end, at))) break;
    end = at + 1;
  }
  return chunk.subarray(0, end);
}
