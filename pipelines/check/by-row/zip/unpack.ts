import { crc32 } from "./crc32.ts";
import type { ZipEntry } from "./directory.ts";

/** Thrown where an entry is not what the directory of its zip folder says. */
export class BrokenEntry extends Error {}

const LOCAL = 0x04034b50;
const LOCAL_SIZE = 30;

/** The unpacked content of an entry of a zip folder, in parts. Throws BrokenEntry, at its end too. */
export async function* unpack(zip: Blob, entry: ZipEntry): AsyncGenerator<Uint8Array> {
  const packed = await packedBytes(zip, entry);
  let [sum, length] = [0, 0];
  const reader = (entry.method === 0 ? packed.stream() : inflated(packed)).getReader();
  try {
    for (;;) {
      const { value: part } = await reader.read().catch(() => {
        throw new BrokenEntry();
      });
      if (!part) break;
      length += part.length;
      if (length > entry.uncompressedSize) throw new BrokenEntry();
      sum = crc32(part, sum);
      yield part;
    }
  } finally {
    await reader.cancel().catch(() => undefined);
  }
  if (length !== entry.uncompressedSize || sum !== entry.crc32) throw new BrokenEntry();
}

const inflated = (packed: Blob): ReadableStream<Uint8Array> =>
  packed.stream().pipeThrough(new DecompressionStream("deflate-raw"));

async function packedBytes(zip: Blob, { method, relativeOffsetOfLocalHeader: at, compressedSize }: ZipEntry) {
  if (method !== 0 && method !== 8) throw new BrokenEntry();
  const local = new DataView(await zip.slice(at, at + LOCAL_SIZE).arrayBuffer());
  if (local.byteLength < LOCAL_SIZE || local.getUint32(0, true) !== LOCAL) throw new BrokenEntry();
  const start = at + LOCAL_SIZE + local.getUint16(26, true) + local.getUint16(28, true);
  if (start + compressedSize > zip.size) throw new BrokenEntry();
  return zip.slice(start, start + compressedSize);
}
