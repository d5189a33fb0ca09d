import type { Unsafe } from "../../findings.ts";

/** More than this no export is made of, and no honest compression reaches. */
export const MOST_ENTRIES = 200;
export const MOST_BYTES = 512 * 1024 * 1024;
const MOST_RATIO = 200;
/** Small texts may well be blanks. */
const RATIO_COUNTS_FROM = 10 * 1024 * 1024;
const LOCAL_HEADER = 30;

/** What the directory of a zip folder says of one entry; a folder's name ends with a stroke. */
export interface ArchiveEntry {
  fileName: string;
  fileNameLength: number;
  compressedSize: number;
  uncompressedSize: number;
  relativeOffsetOfLocalHeader: number;
  isEncrypted(): boolean;
}

/** Why a zip folder of these entries is not opened; null where nothing speaks against it. Of one that the inbox holds, made there of one that was judged, the sizes are as they are. */
export function judgeArchive(entries: readonly ArchiveEntry[], isSealed = false): Unsafe | null {
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
function overlap(entries: readonly ArchiveEntry[]): boolean {
  const placed = [...entries].sort((a, b) => a.relativeOffsetOfLocalHeader - b.relativeOffsetOfLocalHeader);
  return placed.some((entry, index) => {
    const next = placed[index + 1];
    const end = entry.relativeOffsetOfLocalHeader + LOCAL_HEADER + entry.fileNameLength + entry.compressedSize;
    return next !== undefined && next.relativeOffsetOfLocalHeader < end;
  });
}
