import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { checkArchive } from "../../../../pipelines/intake/archive/check-archive.ts";
import { zipOf } from "../../../support/container-files.ts";

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), "common-measure-zip-"));
});
afterAll(() => rmSync(folder, { recursive: true }));

/** The names in a zip folder, or why it is not opened. */
async function judged(bytes: Buffer): Promise<string[] | string> {
  const file = path.join(folder, "a.zip");
  writeFileSync(file, bytes);
  const directory = await checkArchive(file);
  return directory.unsafe ?? directory.entries.map(({ fileName }) => fileName);
}

const CENTRAL = 0x02014b50;

/** A zip folder with bytes of the directory entries changed. */
async function changed(files: Record<string, string>, change: (entry: Buffer, nth: number) => void): Promise<Buffer> {
  const bytes = Buffer.from(await zipOf(files));
  let nth = 0;
  for (let at = 0; at < bytes.length - 4; at++)
    if (bytes.readUInt32LE(at) === CENTRAL) change(bytes.subarray(at), nth++);
  return bytes;
}

test("an honest zip folder is opened, its folders left out", async () => {
  expect(await judged(await zipOf({ "a.csv": "x", "b/c.csv": "y" }))).toEqual(["a.csv", "b/c.csv"]);
  expect(await judged(await zipOf({ "a.csv": "x".repeat(1_000_000) }))).toEqual(["a.csv"]);
});

test("more than 200 files, or more than 512 MB, or more than 200 times its size, is refused by what the directory says", async () => {
  const many = Object.fromEntries(Array.from({ length: 201 }, (_, at) => [`${at}.csv`, "x"]));
  expect(await judged(await zipOf(many))).toBe("too_many_entries");
  const huge = await changed({ "a.csv": "x".repeat(100) }, (entry) => entry.writeUInt32LE(600_000_000, 24));
  expect(await judged(huge)).toBe("too_large");
  const started = performance.now();
  expect(await judged(await zipOf({ "a.csv": "\0".repeat(20_000_000) }))).toBe("too_dense");
  expect(performance.now() - started).toBeLessThan(3000);
});

test("entries that share bytes, have one name, or a password, are refused", async () => {
  const overlapping = await changed({ "a.csv": "x", "b.csv": "y" }, (entry) => entry.writeUInt32LE(0, 42));
  expect(await judged(overlapping)).toBe("overlapping");
  expect(await judged(await changed({ "a.csv": "x", "b.csv": "y" }, (entry) => entry.write("A", 46)))).toBe(
    "repeated_names",
  );
  expect(await judged(await changed({ "a.csv": "x" }, (entry) => entry.writeUInt16LE(1, 8)))).toBe("encrypted");
});

test("a name that leads out of the folder is refused, and so is what is no zip folder", async () => {
  for (const name of ["../a.csv", "/aa.csv", "b/../../a"])
    expect(
      await judged(await changed({ [name.replaceAll(/[/.]/g, "x")]: "x" }, (entry) => entry.write(name, 46))),
    ).toBe("paths");
  expect(await judged(Buffer.from("Person\n"))).toBe("broken");
  expect(await judged((await zipOf({ "a.csv": "x" })).subarray(0, 40))).toBe("broken");
});
