const latin = (text: string) => Array.from(text, (letter) => letter.charCodeAt(0));

const SIGNATURES: readonly { bytes: readonly number[]; kind: string }[] = [
  { bytes: latin("PK\u0003\u0004"), kind: "a zip folder or a workbook (XLSX)" },
  { bytes: latin("PAR1"), kind: "Parquet" },
  { bytes: latin("ARROW1"), kind: "Arrow" },
  { bytes: latin("FEA1"), kind: "Feather of version 1, which nobody writes any more" },
  { bytes: [0xff, 0xff, 0xff, 0xff], kind: "Arrow" },
  { bytes: [0xd0, 0xcf, 0x11, 0xe0], kind: "an old Excel file (XLS) or one with a password" },
  { bytes: latin("%PDF"), kind: "a PDF" },
  { bytes: [0x1f, 0x8b], kind: "compressed with gzip" },
];

/** As many bytes of a file's beginning say what it is. */
export const TELLING_BYTES = 8;

/** What a file seems to be by its first bytes, in words; null when they say nothing, or what was expected. */
export function kindOfBytes(beginning: Uint8Array, expected?: string): string | null {
  const found = SIGNATURES.find(({ bytes }) => bytes.every((byte, at) => beginning[at] === byte))?.kind;
  return found === undefined || found === expected ? null : found;
}
