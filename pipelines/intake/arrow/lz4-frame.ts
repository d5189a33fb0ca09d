const MAGIC = 0x184d2204;
const SHORTEST_MATCH = 4;

/** Unpacks an LZ4 frame, which is how Feather files are compressed unless they are asked to be otherwise. Throws on one that is broken or holds more than `most` bytes. */
export function unpackLz4Frame(frame: Uint8Array, most: number): Uint8Array {
  const view = new DataView(frame.buffer, frame.byteOffset, frame.byteLength);
  if (view.getUint32(0, true) !== MAGIC) throw new Error("invalid lz4 frame: no magic number");
  const flags = frame[4]!;
  const blockChecksum = flags & 0x10 ? 4 : 0;
  let at = 7 + (flags & 0x08 ? 8 : 0) + (flags & 0x01 ? 4 : 0);
  const out = new Output(most);
  for (;;) {
    const size = view.getUint32(at, true);
    at += 4;
    if (size === 0) return out.bytes();
    const length = size & 0x7fffffff;
    const block = frame.subarray(at, at + length);
    if (block.length < length) throw new Error("invalid lz4 frame: cut short");
    if (size > 0x7fffffff) out.copy(block, 0, length);
    else unpackBlock(block, out);
    at += length + blockChecksum;
  }
}

/** One block: runs of bytes, each followed by a place further back that goes on. */
function unpackBlock(block: Uint8Array, out: Output) {
  let at = 0;
  const longer = (length: number): number => {
    if (length !== 15) return length;
    let more: number;
    do {
      more = block[at++] ?? 0;
      length += more;
    } while (more === 255);
    return length;
  };
  while (at < block.length) {
    const token = block[at++]!;
    const literals = longer(token >> 4);
    if (at + literals > block.length) throw new Error("invalid lz4 block: cut short");
    out.copy(block, at, literals);
    at += literals;
    if (at >= block.length) return;
    const back = block[at]! | (block[at + 1]! << 8);
    at += 2;
    out.repeat(back, longer(token & 15) + SHORTEST_MATCH);
  }
}

/** Bytes unpacked so far, in room that grows up to a limit. */
class Output {
  #bytes = new Uint8Array(1 << 16);
  #length = 0;
  readonly #most: number;

  constructor(most: number) {
    this.#most = most;
  }

  copy(from: Uint8Array, start: number, length: number) {
    this.#makeRoom(length);
    this.#bytes.set(from.subarray(start, start + length), this.#length);
    this.#length += length;
  }

  /** What was written so many bytes ago, again; it may reach into itself. */
  repeat(back: number, length: number) {
    if (back === 0 || back > this.#length) throw new Error(`invalid lz4 offset: ${back}`);
    this.#makeRoom(length);
    const bytes = this.#bytes;
    for (let to = this.#length; to < this.#length + length; to++) bytes[to] = bytes[to - back]!;
    this.#length += length;
  }

  bytes(): Uint8Array {
    return this.#bytes.slice(0, this.#length);
  }

  #makeRoom(length: number) {
    const needed = this.#length + length;
    if (needed > this.#most) throw new Error(`too long: ${needed} bytes`);
    if (needed <= this.#bytes.length) return;
    const bytes = new Uint8Array(Math.min(this.#most, Math.max(needed, 2 * this.#bytes.length)));
    bytes.set(this.#bytes.subarray(0, this.#length));
    this.#bytes = bytes;
  }
}
