import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { unpackEntry } from "../../../../pipelines/intake/archive/unpack-entry.ts";
import { zipOf } from "../../../support/container-files.ts";

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), "common-measure-entry-"));
});
afterAll(() => rmSync(folder, { recursive: true }));

const CENTRAL = 0x02014b50;

/** Unpacks `a.csv` of a zip folder, whose directory says another thing at a place of its entry where one is given. */
async function unpacked(change?: { at: number; says: number }): Promise<string> {
  const bytes = Buffer.from(await zipOf({ "a.csv": "Person\nx\n".repeat(50), "b.csv": "y" }));
  const entry = bytes.indexOf(Buffer.from(Uint32Array.of(CENTRAL).buffer));
  if (change) bytes.writeUInt32LE(change.says, entry + change.at);
  const [zip, to] = [path.join(folder, "a.zip"), path.join(folder, "a.csv")];
  writeFileSync(zip, bytes);
  await unpackEntry(zip, "a.csv", to);
  return readFileSync(to, "utf8");
}

test("an entry is unpacked by its name", async () => {
  expect(await unpacked()).toBe("Person\nx\n".repeat(50));
});

test("one that is longer, shorter or other than the directory says is thrown", async () => {
  await expect(unpacked({ at: 24, says: 10 })).rejects.toThrow("too many bytes");
  await expect(unpacked({ at: 24, says: 10_000 })).rejects.toThrow("not enough bytes");
  await expect(unpacked({ at: 16, says: 1 })).rejects.toThrow("wrong checksum: a.csv");
});
