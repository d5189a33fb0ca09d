import { CompressionType, compressionRegistry, type DataType, type Field, type RecordBatchReader } from "apache-arrow";
import { rowsOf, textOf } from "./arrow-text.ts";
import { unpackLz4Frame } from "./lz4-frame.ts";

/** One column of one batch that unpacks to more is not read. */
export const MOST_BYTES = 512 * 1024 * 1024;

compressionRegistry.set(CompressionType.LZ4_FRAME, { decode: (bytes) => unpackLz4Frame(bytes, MOST_BYTES) });

/** The names of an Arrow file's columns, and of those whose values are lists, objects or bytes. */
export interface ArrowHeader {
  header: string[];
  nested: string[];
  fields: readonly Field[];
}

/** Reads what an opened Arrow file or stream says of its columns. */
export function arrowHeader(reader: Pick<RecordBatchReader, "schema">): ArrowHeader {
  const { fields } = reader.schema;
  const nested = fields.filter(({ type }) => textOf(type as DataType) === null).map((field) => field.name);
  return { header: fields.map((field) => field.name.replaceAll("\0", " ").trim()), nested, fields };
}

/** The rows of an opened Arrow file or stream as text, numbered from 1. */
export async function* arrowRows(
  reader: RecordBatchReader,
  fields: readonly Field[],
): AsyncGenerator<{ row: number; cells: string[] }> {
  let row = 0;
  for await (const batch of reader) for (const cells of rowsOf(batch, fields)) yield { row: ++row, cells };
}
