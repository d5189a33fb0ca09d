import * as yauzl from "yauzl";
import type { Unsafe } from "../../findings.ts";

/** More than this no export is made of, and no honest compression reaches. */
const MOST_ENTRIES = 200;
export const MOST_BYTES = 512 * 1024 * 1024;
const MOST_RATIO = 200;
/** Small texts may well be blanks. */
const RATIO_COUNTS_FROM = 10 * 1024 * 1024;
const LOCAL_HEADER = 30;

/** What is in a zip folder, as its directory says, folders left out; or why it is not opened. */
export type Directory = { entries: yauzl.Entry[]; unsafe?: undefined } | { unsafe: Unsafe };

/** Reads the directory of a zip folder and judges it, before anything is unpacked; of one that the inbox holds, made there of one that was judged, the sizes are as they are. */
export async function checkArchive(file: string, { isSealed = false } = {}): Promise<Directory> {
  const entries: yauzl.Entry[] = [];
  let zip: yauzl.ZipFile | undefined;
  try {
    zip = await yauzl.openPromise(file, { lazyEntries: true, autoClose: false });
    if (zip.entryCount > MOST_ENTRIES) return { unsafe: "too_many_entries" };
    for await (const entry of zip.eachEntry()) entries.push(entry);
  } catch (error) {
    return {
      unsafe: /(?:relative path|absolute path|invalid characters)/.test((error as Error).message) ? "paths" : "broken",
    };
  } finally {
    zip?.close();
  }
  const unsafe = judge(entries, isSealed);
  return unsafe ? { unsafe } : { entries: entries.filter(({ fileName }) => !fileName.endsWith("/")) };
}

function judge(entries: readonly yauzl.Entry[], isSealed: boolean): Unsafe | null {
  const sum = (of: "compressedSize" | "uncompressedSize") => entries.reduce((total, entry) => total + entry[of], 0);
  const whole = sum("uncompressedSize");
  if (entries.some((entry) => entry.isEncrypted())) return "encrypted";
  if (whole > MOST_BYTES && !isSealed) return "too_large";
  if (!isSealed && whole > RATIO_COUNTS_FROM && whole > MOST_RATIO * sum("compressedSize")) return "too_dense";
  const names = entries.map(({ fileName }) => fileName.toLowerCase());
  if (new Set(names).size < names.length) return "repeated_names";
  return overlap(entries) ? "overlapping" : null;
}

/** Whether two entries share bytes, as they do in bombs that unpack one text many times. */
function overlap(entries: readonly yauzl.Entry[]): boolean {
  const placed = [...entries].sort((a, b) => a.relativeOffsetOfLocalHeader - b.relativeOffsetOfLocalHeader);
  return placed.some((entry, index) => {
    const next = placed[index + 1];
    const end = entry.relativeOffsetOfLocalHeader + LOCAL_HEADER + entry.fileNameLength + entry.compressedSize;
    return next !== undefined && next.relativeOffsetOfLocalHeader < end;
  });
}
