import { expect, test } from "vitest";
import { unpackLz4Frame } from "../../../../pipelines/intake/arrow/lz4-frame.ts";

/** A frame of blocks, each with whether it is compressed; without checksums. */
const frame = (...blocks: readonly { bytes: readonly number[]; packed: boolean }[]) => {
  const sizes = blocks.flatMap(({ bytes, packed }) => {
    const size = Buffer.alloc(4);
    size.writeUInt32LE((bytes.length | (packed ? 0 : 0x80000000)) >>> 0);
    return [...size, ...bytes];
  });
  return Uint8Array.from([0x04, 0x22, 0x4d, 0x18, 0x60, 0x40, 0x82, ...sizes, 0, 0, 0, 0]);
};
const text = (bytes: Uint8Array) => Buffer.from(bytes).toString();
const letters = (of: string) => [...Buffer.from(of)];

test("runs and what they repeat are put together, also where a repeat reaches into itself", () => {
  // Three letters, then five from three back; at the end two letters.
  const block = [0x31, ...letters("abc"), 3, 0, 0x20, ...letters("xy")];
  expect(text(unpackLz4Frame(frame({ bytes: block, packed: true }), 100))).toBe("abcabcabxy");
  expect(text(unpackLz4Frame(frame({ bytes: letters("plain"), packed: false }), 100))).toBe("plain");
});

test("a block may repeat what stands in the block before it", () => {
  const blocks = [
    { bytes: letters("abcd"), packed: false },
    { bytes: [0x00, 4, 0, 0x10, ...letters("z")], packed: true },
  ];
  expect(text(unpackLz4Frame(frame(...blocks), 100))).toBe("abcdabcdz");
});

test("a length that does not fit four bits goes on in the bytes behind", () => {
  // 15 + 255 + 10 letters, then none.
  const long = "q".repeat(280);
  expect(text(unpackLz4Frame(frame({ bytes: [0xf0, 255, 10, ...letters(long)], packed: true }), 1000))).toBe(long);
});

test("what is broken, or unpacks to more than was allowed, is thrown", () => {
  const repeat = [0x1f, ...letters("a"), 1, 0, ...Array(50).fill(255), 0];
  expect(() => unpackLz4Frame(frame({ bytes: repeat, packed: true }), 1000)).toThrow(/^too long: /);
  expect(() => unpackLz4Frame(frame({ bytes: [0x10, 97, 9, 0], packed: true }), 1000)).toThrow("invalid lz4 offset: 9");
  expect(() => unpackLz4Frame(Uint8Array.from([1, 2, 3, 4, 5, 6, 7, 8]), 10)).toThrow("no magic number");
  expect(() => unpackLz4Frame(frame({ bytes: letters("plain"), packed: false }).subarray(0, 13), 100)).toThrow();
});
