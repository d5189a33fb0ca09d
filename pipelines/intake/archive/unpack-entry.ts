import { createWriteStream } from "node:fs";
import { type Readable, Transform } from "node:stream";
import { pipeline } from "node:stream/promises";
import { crc32 } from "node:zlib";
import * as yauzl from "yauzl";

/** Calls back with the unpacked content of each entry that is asked for, one after the other. Throws where an entry is not what the directory says. */
export async function readEntries(
  file: string,
  wanted: (entry: yauzl.Entry) => boolean,
  read: (entry: yauzl.Entry, content: Readable) => Promise<void>,
): Promise<void> {
  const zip = await yauzl.openPromise(file, { lazyEntries: true, autoClose: false });
  try {
    for await (const entry of zip.eachEntry())
      if (!entry.fileName.endsWith("/") && wanted(entry))
        await read(entry, checked(entry, await zip.openReadStreamPromise(entry)));
  } finally {
    zip.close();
  }
}

/** The content of an entry, which fails at its end when it does not have the checksum that the directory names. */
function checked(entry: yauzl.Entry, content: Readable): Readable {
  let sum = 0;
  const through = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      sum = crc32(chunk, sum);
      done(null, chunk);
    },
    flush(done) {
      done(sum === entry.crc32 ? null : new Error(`wrong checksum: ${entry.fileName}`));
    },
  });
  content.on("error", (error) => through.destroy(error));
  return content.pipe(through);
}

/** Unpacks one entry of a zip folder, by its full name, into a file. */
export const unpackEntry = (file: string, name: string, to: string) =>
  readEntries(
    file,
    ({ fileName }) => fileName === name,
    (_, content) => pipeline(content, createWriteStream(to, { mode: 0o600 })),
  );
