import type { Unsafe } from "../../../findings.ts";
import { type ArchiveEntry, judgeArchive, MOST_ENTRIES } from "../../../intake/archive/judge-archive.ts";
import { crc32 } from "./crc32.ts";
import { nameOf } from "./entry-name.ts";

/** An entry of a zip folder as its directory has it. */
export interface ZipEntry extends ArchiveEntry {
  crc32: number;
  method: number;
}

/** What is in a zip folder, folders left out; or why it is not opened. */
export type ZipDirectory = { entries: ZipEntry[]; unsafe?: undefined } | { unsafe: Unsafe };

const END = 0x06054b50;
const END_SIZE = 22;
const LOCATOR_64 = 0x07064b50;
const LOCATOR_64_SIZE = 20;
const END_64 = 0x06064b50;
const END_64_SIZE = 56;
const ENTRY = 0x02014b50;
const ENTRY_SIZE = 46;
const MOST_COMMENT = 0xffff;
const OVERFLOWN = 0xffffffff;

class Broken extends Error {}
class UnsafePath extends Error {}

/** Reads the directory of a zip folder and judges it, before anything is unpacked: the same as `checkArchive` finds in a file. */
export async function readDirectory(zip: Blob): Promise<ZipDirectory> {
  try {
    const { count, offset } = await findDirectory(zip);
    if (count > MOST_ENTRIES) return { unsafe: "too_many_entries" };
    const entries = await readEntries(zip, offset, count);
    const unsafe = judgeArchive(entries);
    return unsafe ? { unsafe } : { entries: entries.filter(({ fileName }) => !fileName.endsWith("/")) };
  } catch (error) {
    if (error instanceof UnsafePath) return { unsafe: "paths" };
    if (error instanceof Broken) return { unsafe: "broken" };
    throw error;
  }
}

/** Some bytes of a file, which has to have them. */
async function bytesAt(zip: Blob, from: number, length: number): Promise<DataView<ArrayBuffer>> {
  if (from + length > zip.size) throw new Broken();
  return new DataView(await zip.slice(from, from + length).arrayBuffer());
}

async function findDirectory(zip: Blob): Promise<{ count: number; offset: number }> {
  const size = Math.min(LOCATOR_64_SIZE + END_SIZE + MOST_COMMENT, zip.size);
  const tail = await bytesAt(zip, zip.size - size, size);
  for (let at = size - END_SIZE; at >= 0; at--) {
    if (tail.getUint32(at, true) !== END) continue;
    if (tail.getUint16(at + 20, true) !== size - at - END_SIZE) throw new Broken();
    const locator = at - LOCATOR_64_SIZE;
    if (locator >= 0 && tail.getUint32(locator, true) === LOCATOR_64)
      return findDirectory64(zip, longAt(tail, locator + 8));
    if (tail.getUint16(at + 4, true) !== 0) throw new Broken();
    return { count: tail.getUint16(at + 10, true), offset: tail.getUint32(at + 16, true) };
  }
  throw new Broken();
}

async function findDirectory64(zip: Blob, from: number) {
  const end = await bytesAt(zip, from, END_64_SIZE);
  if (end.getUint32(0, true) !== END_64 || end.getUint32(16, true) !== 0) throw new Broken();
  return { count: longAt(end, 32), offset: longAt(end, 48) };
}

async function readEntries(zip: Blob, offset: number, count: number): Promise<ZipEntry[]> {
  const entries: ZipEntry[] = [];
  for (let at = offset; entries.length < count; ) {
    const fixed = await bytesAt(zip, at, ENTRY_SIZE);
    if (fixed.getUint32(0, true) !== ENTRY) throw new Broken();
    const lengths = [28, 30, 32].map((place) => fixed.getUint16(place, true)) as [number, number, number];
    const rest = await bytesAt(zip, at + ENTRY_SIZE, lengths[0] + lengths[1] + lengths[2]);
    entries.push(entryOf(fixed, rest, lengths));
    at += ENTRY_SIZE + rest.byteLength;
  }
  return entries;
}

function entryOf(fixed: DataView, rest: DataView<ArrayBuffer>, [named, extra]: [number, number, number]): ZipEntry {
  const flags = fixed.getUint16(8, true);
  if (flags & 0x40) throw new Broken();
  const raw = new Uint8Array(rest.buffer, 0, named);
  const extras = extraFields(new DataView(rest.buffer, named, extra));
  const fileName = nameOf(raw, (flags & 0x800) !== 0, unicodePath(extras, raw));
  if (/^(?:[a-zA-Z]:|\/)/.test(fileName) || fileName.split("/").includes("..")) throw new UnsafePath();
  const entry = {
    fileName,
    fileNameLength: named,
    method: fixed.getUint16(10, true),
    crc32: fixed.getUint32(16, true),
    ...sizesOf(fixed, extras),
    isEncrypted: () => (flags & 1) !== 0,
  };
  const stored = entry.uncompressedSize + (entry.isEncrypted() ? 12 : 0);
  if (entry.method === 0 && entry.compressedSize !== stored) throw new Broken();
  return entry;
}

/** Sizes and place of an entry; those too large for their fields stand in one of the extra fields, in this order. */
function sizesOf(fixed: DataView, extras: readonly ExtraField[]) {
  const long = extras.find(({ id }) => id === 0x0001)?.data;
  let at = 0;
  const whole = (value: number): number => {
    if (value !== OVERFLOWN || !long) return value;
    if (at + 8 > long.byteLength) throw new Broken();
    at += 8;
    return longAt(long, at - 8);
  };
  const uncompressedSize = whole(fixed.getUint32(24, true));
  const compressedSize = whole(fixed.getUint32(20, true));
  return { uncompressedSize, compressedSize, relativeOffsetOfLocalHeader: whole(fixed.getUint32(42, true)) };
}

interface ExtraField {
  id: number;
  data: DataView<ArrayBuffer>;
}

function extraFields(all: DataView<ArrayBuffer>): ExtraField[] {
  const fields: ExtraField[] = [];
  for (let at = 0; at < all.byteLength - 3; ) {
    const size = all.getUint16(at + 2, true);
    if (at + 4 + size > all.byteLength) throw new Broken();
    fields.push({ id: all.getUint16(at, true), data: new DataView(all.buffer, all.byteOffset + at + 4, size) });
    at += 4 + size;
  }
  return fields;
}

/** The name in UTF-8 that some programs put beside one in another encoding, where it is of the same name. */
function unicodePath(extras: readonly ExtraField[], raw: Uint8Array): Uint8Array | null {
  const field = extras.find(
    ({ id, data }) =>
      id === 0x7075 && data.byteLength >= 6 && data.getUint8(0) === 1 && data.getUint32(1, true) === crc32(raw),
  )?.data;
  return field ? new Uint8Array(field.buffer, field.byteOffset + 5, field.byteLength - 5) : null;
}

const longAt = (view: DataView, at: number) => view.getUint32(at + 4, true) * 2 ** 32 + view.getUint32(at, true);
