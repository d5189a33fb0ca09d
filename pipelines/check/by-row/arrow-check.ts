import { CompressionType, compressionRegistry, RecordBatchReader } from "apache-arrow";
import { cellText } from "../../../models/contract/cell-text.ts";
import { arrowHeader, arrowRows } from "../../intake/arrow/read-arrow.ts";
import { CellLines, TooLongText } from "../../intake/cell-lines.ts";
import { kindOfBytes, TELLING_BYTES } from "../../intake/kind-of-bytes.ts";
import { CellsCheck } from "./cells-check.ts";
import { NotReadHere } from "./not-read-here.ts";
import { openTable, type TableToOpen } from "./open-table.ts";
import { type ScreenedFile, unopened } from "./screened-file.ts";

/** Screens and checks an Arrow file (Feather, version 2) or stream: the same as `openArrow` makes a table of. */
export async function checkArrow(of: TableToOpen, file: Blob): Promise<ScreenedFile> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  try {
    return await readTable(of, bytes);
  } catch (error) {
    if (usesZstandard(error)) throw new NotReadHere("an Arrow file that is compressed with Zstandard");
    if (error instanceof TooLongText)
      return unopened({ code: "unsafe-archive", facts: { file: of.file, because: "too_long_text" } });
    const seems = kindOfBytes(bytes.subarray(0, TELLING_BYTES), "Arrow");
    return unopened({ code: "not-of-format", facts: { file: of.file, format: "Arrow", seems } });
  }
}

async function readTable(of: TableToOpen, bytes: Uint8Array): Promise<ScreenedFile> {
  const reader = await RecordBatchReader.from(bytes);
  await reader.open();
  const { header, nested, fields } = arrowHeader(reader);
  const table = openTable(of, header, []);
  const under = { headerRow: 0, positions: header.map((_, at) => at + 1) };
  const check = "screen" in table && nested.length === 0 ? new CellsCheck(table, under) : null;
  const lines = new CellLines();
  for await (const { row, cells } of arrowRows(reader, fields)) {
    const { plain } = lines.add(row, cells);
    check?.add(row, plain.map(cellText));
  }
  if (nested.length > 0)
    return unopened(...nested.map((column) => ({ code: "nested-values" as const, facts: { file: of.file, column } })));
  return { faults: [], tables: ["screen" in table ? table.end() : table], texts: [] };
}

/** What a browser cannot unpack is told apart from what nobody can. */
class Zstandard extends Error {}

/** Stands where nobody unpacks Zstandard, which browsers do not. */
export const notUnpacked = {
  decode(): never {
    throw new Zstandard();
  },
};

if (!compressionRegistry.get(CompressionType.ZSTD)) compressionRegistry.set(CompressionType.ZSTD, notUnpacked);

const usesZstandard = (error: unknown): boolean => error instanceof Zstandard;
