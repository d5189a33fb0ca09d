import { expect, test } from "vitest";
import { SeenKeys } from "../../../../pipelines/check/by-row/seen-keys.ts";

test("a key is new once, among a hundred thousand that differ in a character", () => {
  const seen = new SeenKeys();
  const keys = Array.from({ length: 100_000 }, (_, at) => `v1:hub:${at}`);
  expect(keys.every((key) => seen.add(key))).toBe(true);
  expect(keys.some((key) => seen.add(key))).toBe(false);
});
