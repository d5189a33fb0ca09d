import { createReadStream, createWriteStream } from "node:fs";
import { pipeline } from "node:stream/promises";
import { cellText } from "../../models/contract/cell-text.ts";

/** Copies a UTF-8 file from the first character that is not a blank on. Returns whether there is one. */
export async function copyWithoutBlanks(from: string, to: string): Promise<boolean> {
  let begun = false;
  const rest = async function* (): AsyncGenerator<string> {
    for await (const chunk of createReadStream(from, { encoding: "utf8", highWaterMark: 1 << 20 })) {
      if (begun) yield chunk;
      else if (cellText(chunk) !== null) {
        begun = true;
        yield chunk.slice(chunk.indexOf(cellText(chunk)!));
      }
    }
  };
  await pipeline(rest, createWriteStream(to, { mode: 0o600 }));
  return begun;
}
