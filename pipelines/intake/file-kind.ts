import { closeSync, openSync, readSync } from "node:fs";
import { kindOfBytes, TELLING_BYTES } from "./kind-of-bytes.ts";

/** What a file seems to be by its first bytes, in words; null when they say nothing, or what was expected. */
export function fileKind(file: string, expected?: string): string | null {
  const descriptor = openSync(file, "r");
  try {
    const buffer = Buffer.alloc(TELLING_BYTES);
    return kindOfBytes(buffer.subarray(0, readSync(descriptor, buffer, 0, TELLING_BYTES, 0)), expected);
  } finally {
    closeSync(descriptor);
  }
}
