import { open } from "node:fs/promises";
import { zstdDecompressSync } from "node:zlib";
import { CompressionType, compressionRegistry, RecordBatchReader } from "apache-arrow";
import type { Door } from "../warehouse.ts";
import { arrowHeader, arrowRows, MOST_BYTES } from "./arrow/read-arrow.ts";
import { CellFile, loadCells } from "./cell-file.ts";
import { TooLongText } from "./cell-lines.ts";
import { fileKind } from "./file-kind.ts";
import { notOpened, type OpenedFile } from "./opened.ts";
import { stageCells } from "./stage-cells.ts";

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
    cells: table,
  };
}

async function readBatches(file: string, cells: CellFile): Promise<{ header: string[]; nested: string[] }> {
  const handle = await open(file);
  try {
    const reader = await RecordBatchReader.from(handle);
    await reader.open();
    const { header, nested, fields } = arrowHeader(reader);
    for await (const { row, cells: values } of arrowRows(reader, fields)) cells.add(row, values);
    return { header, nested };
  } finally {
    await handle.close().catch(() => undefined);
  }
}
