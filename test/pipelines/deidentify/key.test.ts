import { chmodSync, mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, expect, test } from "vitest";
import { readOrMakeKey } from "../../../pipelines/deidentify/key.ts";

const work = mkdtempSync(path.join(tmpdir(), "key-"));
afterAll(() => rmSync(work, { recursive: true }));

test("makes a key once, for its owner alone", async () => {
  const file = path.join(work, "keys", "shelter.key");
  const first = await readOrMakeKey(file);
  const second = await readOrMakeKey(file);
  expect(first).toMatchObject({ made: true, keyId: expect.stringMatching(/^[0-9a-f]{8}$/) });
  expect(second).toEqual({ ...first, made: false });
  expect(first.key).toHaveLength(32);
  expect(statSync(file).mode & 0o777).toBe(0o600);
});

test("refuses a key that others can read, and what is not a key", async () => {
  const file = path.join(work, "open.key");
  writeFileSync(file, "short\n", { mode: 0o600 });
  await expect(readOrMakeKey(file)).rejects.toThrow("not a key of 32 bytes");
  chmodSync(file, 0o644);
  await expect(readOrMakeKey(file)).rejects.toThrow("others can read");
  chmodSync(file, 0o600);
  chmodSync(work, 0o777);
  await expect(readOrMakeKey(file)).rejects.toThrow("others can write to the folder of the key");
  chmodSync(work, 0o700);
});
