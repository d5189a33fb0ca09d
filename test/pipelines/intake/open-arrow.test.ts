import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { zstdCompressSync } from "node:zlib";
import {
  CompressionType,
  compressionRegistry,
  DateDay,
  Decimal,
  RecordBatchFileWriter,
  Table,
  tableFromArrays,
  vectorFromArray,
} from "apache-arrow";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openArrow } from "../../../pipelines/intake/open-arrow.ts";
import { type Door, openWarehouse } from "../../../pipelines/warehouse.ts";

let folder: string;
let door: Door;
beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), "common-measure-arrow-"));
  door = await openWarehouse(":memory:", { folders: [folder] });
});
afterAll(async () => {
  await door.close();
  rmSync(folder, { recursive: true });
});

let files = 0;
/** The rows of an Arrow file as text. */
async function read(bytes: Uint8Array) {
  const copy = path.join(folder, `${files}.arrow`);
  writeFileSync(copy, bytes);
  const { tables, faults } = await openArrow(door, { id: `arrow_${files++}`, name: "a.arrow", copy });
  expect(faults).toEqual([]);
  const { table } = await tables[0]!.stage(tables[0]!.header!);
  return door.rows(`select * from ${table} order by _row`);
}

/** An LZ4 frame whose one block is stored as it is. */
function stored(bytes: Uint8Array): Uint8Array {
  const size = Buffer.alloc(4);
  size.writeUInt32LE((bytes.length | 0x80000000) >>> 0);
  return Uint8Array.from([0x04, 0x22, 0x4d, 0x18, 0x60, 0x70, 0x73, ...size, ...bytes, 0, 0, 0, 0]);
}

test.each([
  ["LZ4", CompressionType.LZ4_FRAME, stored],
  ["Zstandard", CompressionType.ZSTD, (bytes: Uint8Array) => Uint8Array.from(zstdCompressSync(bytes))],
])("Feather files compressed with %s are read", async (_, type, encode) => {
  const { decode } = compressionRegistry.get(type)!;
  compressionRegistry.set(type, { decode, encode } as never);
  const table = tableFromArrays({ id: ["a", "b", null], n: Float64Array.of(1, 2.5, -3) });
  const writer = new RecordBatchFileWriter({ compressionType: type });
  writer.writeAll(table.batches);
  writer.finish();
  const rows = await read(await writer.toUint8Array());
  expect(rows).toEqual([
    { _row: 1, id: "a", n: "1" },
    { _row: 2, id: "b", n: "2.5" },
    { _row: 3, id: null, n: "-3" },
  ]);
});

test("days, decimals, long integers and truth are said as the contract says them", async () => {
  const day = vectorFromArray([new Date("2024-07-01T00:00:00Z"), null], new DateDay());
  const price = vectorFromArray(
    [Uint32Array.of(1250, 0, 0, 0), Uint32Array.of(0xfffffffb, 0xffffffff, 0xffffffff, 0xffffffff)],
    new Decimal(2, 9),
  );
  const long = vectorFromArray([9007199254740993n, -1n]);
  const yes = vectorFromArray([true, false]);
  const writer = new RecordBatchFileWriter();
  writer.writeAll(new Table({ day, price, long, yes } as never).batches);
  writer.finish();
  expect(await read(await writer.toUint8Array())).toEqual([
    { _row: 1, day: "2024-07-01", price: "12.50", long: "9007199254740993", yes: "true" },
    { _row: 2, day: null, price: "-0.05", long: "-1", yes: "false" },
  ]);
});

test("a NUL in the name of a column or in a value is a blank", async () => {
  const writer = new RecordBatchFileWriter();
  writer.writeAll(tableFromArrays({ "a\0b": ["x\0y"] }).batches);
  writer.finish();
  expect(await read(await writer.toUint8Array())).toEqual([{ _row: 1, "a b": "x y" }]);
});

test("line ends of any kind inside cells stay inside them", async () => {
  const table = tableFromArrays({ id: ["a\rb", "c\r\nd", 'e"\nf', "g"], n: ["\r1", "2", '"\r"', "4"] });
  const writer = new RecordBatchFileWriter();
  writer.writeAll(table.batches);
  writer.finish();
  expect(await read(await writer.toUint8Array())).toEqual([
    { _row: 1, id: "a\rb", n: "1" },
    { _row: 2, id: "c\r\nd", n: "2" },
    { _row: 3, id: 'e"\nf', n: '"\r"' },
    { _row: 4, id: "g", n: "4" },
  ]);
});
