import { crc32 as crcOfNode } from "node:zlib";
import { expect, test } from "vitest";
import * as yazl from "yazl";
import { crc32 } from "../../../../../pipelines/check/by-row/zip/crc32.ts";
import { readDirectory } from "../../../../../pipelines/check/by-row/zip/directory.ts";
import { BrokenEntry, unpack } from "../../../../../pipelines/check/by-row/zip/unpack.ts";
import { zipOf } from "../../../../support/container-files.ts";

const blob = (bytes: Uint8Array) => new Blob([Uint8Array.from(bytes)]);

async function contents(zip: Blob): Promise<Record<string, string>> {
  const { entries, unsafe } = (await readDirectory(zip)) as { entries: []; unsafe?: string };
  if (unsafe) throw new Error(unsafe);
  const read: Record<string, string> = {};
  for (const entry of entries as Parameters<typeof unpack>[1][]) {
    const pieces: Uint8Array[] = [];
    for await (const piece of unpack(zip, entry)) pieces.push(piece);
    read[entry.fileName] = Buffer.concat(pieces).toString();
  }
  return read;
}

test("files are unpacked as they were packed, letters beyond ASCII in their names and folders without a content left out", async () => {
  const long = "0123456789".repeat(30_000);
  const files = { "a/Größe.csv": "x", "b.csv": long, "c.csv": "" };
  expect(await contents(blob(await zipOf(files)))).toEqual(files);
});

test("stored files and the long form of a directory are read too", async () => {
  const zip = new yazl.ZipFile();
  zip.addBuffer(Buffer.from("as it is"), "stored.csv", { compress: false, forceZip64Format: true });
  zip.addEmptyDirectory("folder");
  zip.end({ forceZip64Format: true, comment: "" });
  const chunks: Buffer[] = [];
  for await (const chunk of zip.outputStream) chunks.push(chunk as Buffer);
  expect(await contents(blob(Buffer.concat(chunks)))).toEqual({ "stored.csv": "as it is" });
});

test("a name that is not said to be UTF-8 is of the old code page", async () => {
  const bytes = await zipOf({ "Gr__e.csv": "x" });
  const at = bytes.lastIndexOf("Gr__e.csv");
  bytes.writeUInt16LE(bytes.readUInt16LE(at - 46 + 8) & ~0x800, at - 46 + 8);
  bytes.set([0x94, 0xe1], at + 2);
  expect(Object.keys(await contents(blob(bytes)))).toEqual(["Größe.csv"]);
});

test("an entry that unpacks to something else than the directory says is broken", async () => {
  const bytes = await zipOf({ "a.csv": "abcabcabcabc" });
  const at = bytes.lastIndexOf("a.csv") - 46;
  bytes.writeUInt8(bytes[at + 16]! ^ 1, at + 16);
  await expect(contents(blob(bytes))).rejects.toThrow(BrokenEntry);
});

test("the checksum is that of zip folders, of one part or of several", () => {
  const bytes = Buffer.from("The quick brown fox jumps over the lazy dog");
  expect(crc32(bytes)).toBe(0x414fa339);
  expect(crc32(bytes.subarray(9), crc32(bytes.subarray(0, 9)))).toBe(crcOfNode(bytes));
});
