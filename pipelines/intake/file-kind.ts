import { closeSync, openSync, readSync } from "node:fs";

const SIGNATURES: readonly { bytes: Buffer; kind: string }[] = [
  { bytes: Buffer.from("PK\u0003\u0004", "latin1"), kind: "a zip folder or a workbook (XLSX)" },
  { bytes: Buffer.from("PAR1"), kind: "Parquet" },
  { bytes: Buffer.from("ARROW1"), kind: "Arrow" },
  { bytes: Buffer.from("FEA1"), kind: "Feather of version 1, which nobody writes any more" },
  { bytes: Buffer.from([0xff, 0xff, 0xff, 0xff]), kind: "Arrow" },
  { bytes: Buffer.from([0xd0, 0xcf, 0x11, 0xe0]), kind: "an old Excel file (XLS) or one with a password" },
  { bytes: Buffer.from("%PDF"), kind: "a PDF" },
  { bytes: Buffer.from([0x1f, 0x8b]), kind: "compressed with gzip" },
];

/** What a file seems to be by its first bytes, in words; null when they say nothing, or what was expected. */
export function fileKind(file: string, expected?: string): string | null {
  const descriptor = openSync(file, "r");
  try {
    const buffer = Buffer.alloc(8);
    const read = buffer.subarray(0, readSync(descriptor, buffer, 0, 8, 0));
    const found = SIGNATURES.find(({ bytes }) => read.subarray(0, bytes.length).equals(bytes))?.kind;
    return found === undefined || found === expected ? null : found;
  } finally {
    closeSync(descriptor);
  }
}
