import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import { Sha256 } from "../../../../pipelines/check/by-row/sha256.ts";

test.each([0, 1, 55, 56, 63, 64, 65, 1000, 70_001])(
  "the hash of %i bytes in parts is the hash of the whole",
  (size) => {
    const bytes = Uint8Array.from({ length: size }, (_, at) => (at * 31) % 251);
    const hash = new Sha256();
    for (let at = 0; at < size; at += 37) hash.add(bytes.subarray(at, at + 37));
    expect(hash.end()).toBe(createHash("sha256").update(bytes).digest("hex"));
  },
);
