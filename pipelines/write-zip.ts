import { closeSync, openSync, readFileSync, writeSync } from "node:fs";
import { crc32, deflateRawSync } from "node:zlib";

/** A file on disk, and its path in the zip folder. */
export interface ZipMember {
  name: string;
  file: string;
}

const VERSION = 20;
const MADE_ON_UNIX = (3 << 8) | VERSION;
const NAMES_ARE_UTF8 = 1 << 11;
const DEFLATED = 8;
/** Midnight of 1 January 1980, the first a zip folder can say: the same bytes whenever it is made. */
const [TIME, DAY] = [0, 0x21];
const OWNERS_ALONE = 0o100600;
const LARGEST = 0xffffffff;

/** Writes a zip folder of files, deflated, its own bytes readable by its owner alone. Throws where it would be larger than four gigabytes. */
export function writeZip(to: string, members: readonly ZipMember[]): void {
  const descriptor = openSync(to, "wx", 0o600);
  let at = 0;
  const put = (...parts: Buffer[]) => {
    for (const part of parts) at += writeSync(descriptor, part);
    if (at > LARGEST) throw new Error(`too large for a zip folder: ${at} bytes`);
  };
  try {
    const entries = members.map(({ name, file }) => {
      const [content, path, start] = [readFileSync(file), Buffer.from(name), at];
      const packed = deflateRawSync(content);
      const about = described(path, content, packed);
      put(Buffer.from("PK\x03\x04"), about, path, packed);
      return { about, path, start };
    });
    const directory = at;
    for (const { about, path, start } of entries) put(listed(about, start), path);
    put(ending(entries.length, at - directory, directory));
  } finally {
    closeSync(descriptor);
  }
}

/** What the header of a file and its line in the directory have in common: version to the length of the extra field. */
function described(path: Buffer, content: Buffer, packed: Buffer): Buffer {
  const about = Buffer.alloc(26);
  for (const [place, value] of [VERSION, NAMES_ARE_UTF8, DEFLATED, TIME, DAY].entries())
    about.writeUInt16LE(value, 2 * place);
  about.writeUInt32LE(crc32(content), 10);
  about.writeUInt32LE(packed.length, 14);
  about.writeUInt32LE(content.length, 18);
  about.writeUInt16LE(path.length, 22);
  return about;
}

function listed(about: Buffer, start: number): Buffer {
  const line = Buffer.alloc(46);
  line.write("PK\x01\x02");
  line.writeUInt16LE(MADE_ON_UNIX, 4);
  about.copy(line, 6);
  line.writeUInt32LE(OWNERS_ALONE * 0x10000, 38);
  line.writeUInt32LE(start, 42);
  return line;
}

function ending(entries: number, length: number, start: number): Buffer {
  const end = Buffer.alloc(22);
  end.write("PK\x05\x06");
  end.writeUInt16LE(entries, 8);
  end.writeUInt16LE(entries, 10);
  end.writeUInt32LE(length, 12);
  end.writeUInt32LE(start, 16);
  return end;
}
