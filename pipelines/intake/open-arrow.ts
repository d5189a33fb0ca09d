import { open } from "node:fs/promises";
import { zstdDecompressSync } from "node:zlib";
import { CompressionType, compressionRegistry, type DataType, RecordBatchReader } from "apache-arrow";
import type { Door } from "../warehouse.ts";
import { rowsOf, textOf } from "./arrow/arrow-text.ts";
import { unpackLz4Frame } from "./arrow/lz4-frame.ts";
import { CellFile, loadCells } from "./cell-file.ts";
import { TooLongText } from "./cell-lines.ts";
import { fileKind } from "./file-kind.ts";
import { notOpened, type OpenedFile } from "./opened.ts";
import { stageCells } from "./stage-cells.ts";

/** One column of one batch that unpacks to more is not read. */
const MOST_BYTES = 512 * 1024 * 1024;

compressionRegistry.set(CompressionType.LZ4_FRAME, { decode: (bytes) => unpackLz4Frame(bytes, MOST_BYTES) });
compressionRegistry.set(CompressionType.ZSTD, {
  decode: (bytes) => Uint8Array.from(zstdDecompressSync(bytes, { maxOutputLength: MOST_BYTES })),
});

/** Opens an Arrow file (Feather, version 2) or stream, compressed or not. */
export async function openArrow(
  door: Door,
  { id, name, copy }: { id: string; name: string; copy: string },
): Promise<OpenedFile> {
  const cells = new CellFile(`${copy}.cells`);
  const read = await readBatches(copy, cells)
    .catch((error) => ({ failed: error instanceof TooLongText ? ("too_long_text" as const) : ("other" as const) }))
    .finally(() => cells.close());
  if ("failed" in read) {
    if (read.failed === "too_long_text")
      return notOpened({ code: "unsafe-archive", facts: { file: name, because: read.failed } });
    return notOpened({ code: "not-of-format", facts: { file: name, format: "Arrow", seems: fileKind(copy, "Arrow") } });
  }
  const { header, nested } = read;
  if (nested.length > 0)
    return notOpened(...nested.map((column) => ({ code: "nested-values" as const, facts: { file: name, column } })));
  const table = `cells_${id}`;
  const width = header.length;
  await loadCells(door, table, { path: cells.path, width });
  const under = { cells: table, width, headerRow: 0, positions: header.map((_, index) => index + 1) };
  return {
    tables: [{ name, header, faults: [], stage: (columns) => stageCells(door, id, under, columns) }],
    faults: [],
  };
}

async function readBatches(file: string, cells: CellFile): Promise<{ header: string[]; nested: string[] }> {
  const handle = await open(file);
  try {
    const reader = await RecordBatchReader.from(handle);
    await reader.open();
    const { fields } = reader.schema;
    const nested = fields.filter(({ type }) => textOf(type as DataType) === null).map((field) => field.name);
    let row = 0;
    for await (const batch of reader) for (const values of rowsOf(batch, fields)) cells.add(++row, values);
    return { header: fields.map((field) => field.name.replaceAll("\0", " ").trim()), nested };
  } finally {
    await handle.close().catch(() => undefined);
  }
}
