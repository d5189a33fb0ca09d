import {
  CompressionType,
  compressionRegistry,
  DateDay,
  Decimal,
  RecordBatchFileWriter,
  RecordBatchStreamWriter,
  Table,
  tableFromArrays,
  vectorFromArray,
} from "apache-arrow";
import { afterAll, beforeAll, expect, test } from "vitest";
import { Feed } from "../../../../pipelines/network.ts";
import { BothChecks } from "../../../support/both-checks.ts";
import { token } from "../../../support/small-network.ts";

let both: BothChecks;
beforeAll(() => {
  both = new BothChecks();
});
afterAll(() => both.close());

const feed = Feed.parse({
  id: "people",
  record: "person",
  files: "*",
  format: "arrow",
  stop_above: 1,
  columns: { person_token: "Person", age: "Age", age_on: "Aged on" },
});

async function written(table: Table, Writer: typeof RecordBatchFileWriter | typeof RecordBatchStreamWriter) {
  const writer = new Writer();
  writer.writeAll(table.batches);
  writer.finish();
  return writer.toUint8Array();
}
const file = (table: Table) => written(table, RecordBatchFileWriter);

const table = (columns: object = {}) =>
  tableFromArrays({
    Person: [token(1), "x", null, token(2)],
    Age: Float64Array.of(31, 2.5, Number.NaN, 97),
    "Aged on": [new Date("2024-07-01T00:00:00Z"), new Date("2024-07-01T09:30:00Z"), null, null],
    ...columns,
  });

/** An LZ4 frame whose one block is stored as it is. */
function stored(bytes: Uint8Array): Uint8Array {
  const size = Buffer.alloc(4);
  size.writeUInt32LE((bytes.length | 0x80000000) >>> 0);
  return Uint8Array.from([0x04, 0x22, 0x4d, 0x18, 0x60, 0x70, 0x73, ...size, ...bytes, 0, 0, 0, 0]);
}

async function packed(): Promise<Uint8Array> {
  const { decode } = compressionRegistry.get(CompressionType.LZ4_FRAME)!;
  compressionRegistry.set(CompressionType.LZ4_FRAME, { decode, encode: stored } as never);
  const writer = new RecordBatchFileWriter({ compressionType: CompressionType.LZ4_FRAME });
  writer.writeAll(table().batches);
  writer.finish();
  return writer.toUint8Array();
}

const typed = () =>
  new Table({
    Person: vectorFromArray([token(1), "a\0b\r\nc"]),
    Age: vectorFromArray(
      [Uint32Array.of(1250, 0, 0, 0), Uint32Array.of(0xfffffffb, 0xffffffff, 0xffffffff, 0xffffffff)],
      new Decimal(2, 9),
    ),
    "Aged on": vectorFromArray([new Date("2024-07-01T00:00:00Z"), null], new DateDay()),
  } as never);

type Content = () => Promise<Uint8Array> | Uint8Array;
test.each<[string, "accepted" | "stopped" | "refused", Content]>([
  ["numbers and moments", "accepted", () => file(table())],
  ["a stream", "accepted", () => written(table(), RecordBatchStreamWriter)],
  ["columns compressed with LZ4", "accepted", packed],
  ["decimals and days, a NUL and line ends", "accepted", () => file(typed())],
  ["an unknown column", "stopped", () => file(table({ Shoe: [1, 2, 3, 4] }))],
  ["an identifying column", "refused", () => file(table({ SSN: [1, 2, 3, 4] }))],
  ["an identifier", "refused", () => file(table({ Age: ["412-65-0001", "1", "2", "3"] }))],
  ["lists", "refused", () => file(new Table({ Person: vectorFromArray([[1, 2], [3]]) } as never))],
  ["a cell that is too long", "refused", () => file(table({ Age: ["x".repeat(32_768), "", "", ""] }))],
  ["CSV", "stopped", () => Buffer.from("Person,Age\n")],
  ["no more than its mark", "stopped", () => Buffer.from("ARROW1 nothing at all")],
  ["nothing", "stopped", () => Buffer.alloc(0)],
  ["a file cut short", "stopped", async () => (await file(table())).subarray(0, 900)],
])("of Arrow with %s both say the same", async (_, outcome, content) => {
  expect((await both.say("people.arrow", await content(), feed)).outcome).toBe(outcome);
});
