import { closeSync, openSync, readSync } from "node:fs";
import { firstLineIn, LONGEST_HEADER } from "./first-record.ts";

/** The first line of a UTF-8 file as it is; null when it does not end within the first megabyte. */
export const firstLine = (file: string): string | null => firstLineIn(beginning(file));

/** The first megabyte of a UTF-8 file. */
export function beginning(file: string): string {
  const descriptor = openSync(file, "r");
  try {
    const buffer = Buffer.alloc(LONGEST_HEADER);
    return buffer.subarray(0, readSync(descriptor, buffer, 0, LONGEST_HEADER, 0)).toString("utf8");
  } finally {
    closeSync(descriptor);
  }
}
