import { zstdCompressSync } from "node:zlib";
import { CompressionType, compressionRegistry, RecordBatchFileWriter, tableFromArrays } from "apache-arrow";
import { expect, test } from "vitest";
import { notUnpacked } from "../../../../pipelines/check/by-row/arrow-check.ts";
import { checkFile } from "../../../../pipelines/check/by-row/check-file.ts";
import { NotReadHere } from "../../../../pipelines/check/by-row/not-read-here.ts";
import { Feed, type TableFeed } from "../../../../pipelines/network.ts";

const check = (format: string, bytes: Uint8Array) => {
  const feed = Feed.parse({ id: "a", record: "person", files: "*", format, columns: { person_token: "a" } });
  const lenient = { safe_harbor: false, refuses_ages: false, generalises_zips: false };
  const screening = { ...lenient, ages: [], zips: [], states: [] };
  const content = new Blob([Uint8Array.from(bytes)]);
  return checkFile(
    `a.${format}`,
    content,
    { partner: "hub", feed: feed as TableFeed, screening },
    async function* () {},
  );
};

test("what only the pipeline unpacks is said to be that, and not to be broken", async () => {
  const before = compressionRegistry.get(CompressionType.ZSTD)!;
  const encode = (bytes: Uint8Array) => Uint8Array.from(zstdCompressSync(bytes));
  compressionRegistry.set(CompressionType.ZSTD, { ...notUnpacked, encode } as never);
  const writer = new RecordBatchFileWriter({ compressionType: CompressionType.ZSTD });
  writer.writeAll(tableFromArrays({ a: Array.from({ length: 500 }, () => "x") }).batches);
  writer.finish();
  await expect(check("arrow", await writer.toUint8Array())).rejects.toThrow(NotReadHere);
  compressionRegistry.set(CompressionType.ZSTD, before);
  await expect(check("parquet", Buffer.from("PAR1"))).rejects.toThrow(NotReadHere);
});
