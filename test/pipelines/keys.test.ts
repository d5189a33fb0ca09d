import { createHmac } from "node:crypto";
import { chmodSync, mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { followKey, hmacSql, readOrMakeKey, readOrMakeNextKey } from "../../pipelines/keys.ts";
import { openWarehouse } from "../../pipelines/warehouse.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), "common-measure-keys-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

test("the HMAC made inside DuckDB is that of RFC 2104", async () => {
  const key = { id: "test", key: Buffer.from(Array.from({ length: 32 }, (_, index) => index * 7)) };
  const door = await openWarehouse(":memory:");
  const texts = ["", "v1:hub:abcdefghijklmnopqrstuvwxyz", "person:hub:ñ – 漢", "x".repeat(500)];
  for (const text of texts) {
    const [row] = await door.rows<{ made: string }>(`select ${hmacSql(key, "$1")} as made`, [text]);
    expect(row!.made).toBe(createHmac("sha256", key.key).update(text).digest("hex").slice(0, 32));
  }
  const [none] = await door.rows<{ made: string | null }>(`select ${hmacSql(key, "cast(null as varchar)")} as made`);
  expect(none!.made).toBeNull();
  await door.close();
});

test("a key is made once, for its owner alone, and its id does not give it away", () => {
  const first = readOrMakeKey(folder, "our-network");
  const file = path.join(folder, "our-network.key");
  expect(statSync(file).mode & 0o777).toBe(0o600);
  expect(readOrMakeKey(folder, "our-network")).toEqual(first);
  expect(first.key.toString("hex")).not.toContain(first.id);
});

test("a key in a folder that others can look into is refused", () => {
  readOrMakeKey(folder, "our-network");
  chmodSync(folder, 0o755);
  expect(() => readOrMakeKey(folder, "our-network")).toThrow(`others can look into the folder of the keys: ${folder}`);
});

test("a key that is to follow takes the place of the one there is in one step, and until then none is read", () => {
  const first = readOrMakeKey(folder, "our-network");
  const next = readOrMakeNextKey(folder, "our-network");
  expect(readOrMakeNextKey(folder, "our-network")).toEqual(next);
  expect(next.id).not.toBe(first.id);
  expect(() => readOrMakeKey(folder, "our-network")).toThrow("npm run rekey ends it");
  followKey(folder, "our-network");
  expect(readOrMakeKey(folder, "our-network")).toEqual(next);
  expect(() => readOrMakeNextKey(folder, "another")).toThrow("there is no key to change");
});

test("a key that others can read, or that is none, is refused", () => {
  readOrMakeKey(folder, "our-network");
  chmodSync(path.join(folder, "our-network.key"), 0o644);
  expect(() => readOrMakeKey(folder, "our-network")).toThrow("others can read the key file");
  writeFileSync(path.join(folder, "short.key"), "abcd\n", { mode: 0o600 });
  expect(() => readOrMakeKey(folder, "short")).toThrow("not a key of 32 bytes in hex");
});
