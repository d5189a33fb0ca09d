const KINDS: readonly (readonly [magic: readonly number[], kind: string])[] = [
  [[0x50, 0x4b, 0x03, 0x04], "an Excel workbook or a zip folder"],
  [[0xd0, 0xcf, 0x11, 0xe0], "an old Excel workbook"],
  [[0x50, 0x41, 0x52, 0x31], "a Parquet file"],
  [[0x41, 0x52, 0x52, 0x4f, 0x57, 0x31], "an Arrow file"],
  [[0x25, 0x50, 0x44, 0x46], "a PDF document"],
  [[0x1f, 0x8b], "a gzip file"],
];

/** What a file is that cannot be read here, by its first bytes; null for text. */
export function otherKind(beginning: Uint8Array): string | null {
  const found = KINDS.find(([magic]) => magic.every((byte, at) => beginning[at] === byte));
  if (found) return found[1];
  return JSON_BEGINS.test(new TextDecoder().decode(beginning.subarray(0, 1000))) ? "a JSON file" : null;
}

// A title may stand in brackets, but no title begins with two.
const JSON_BEGINS = /^\s*(?:\{\s*["}]|\[\s*[[{\]])/;
