import { createReadStream, statSync } from "node:fs";
import type { CellPlace } from "./cell-place.ts";

const QUOTE = 0x22;
const LINE_END = 0x0a;

/** The first cell of a UTF-8 file longer than a number of bytes, quotation marks included; of the record that begins at a byte, counted from 1, where one is given. */
export async function overlongCell(
  file: string,
  delimiter: string,
  longest: number,
  record?: number,
): Promise<CellPlace | null> {
  if (statSync(file).size <= longest) return null;
  const between = delimiter.charCodeAt(0);
  let [row, position, length] = [1, 1, 0];
  let quoted = false;
  let closed = false;
  for await (const chunk of createReadStream(file, { start: (record ?? 1) - 1, highWaterMark: 1 << 20 })) {
    const bytes = chunk as Buffer;
    for (let at = 0; at < bytes.length; at++) {
      const byte = bytes[at]!;
      if (byte === QUOTE) {
        // Two marks in a quoted cell are one that belongs to it, and the cell goes on.
        const opens: boolean = !quoted && (length === 0 || closed);
        closed = quoted;
        quoted = opens;
      } else {
        closed = false;
        if (!quoted && (byte === between || byte === LINE_END)) {
          if (byte === between) position += 1;
          else if (record) return null;
          else [row, position] = [row + 1, 1];
          length = 0;
          continue;
        }
      }
      if (++length > longest) return { row, position };
    }
  }
  return null;
}
