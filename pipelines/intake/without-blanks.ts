import { createReadStream, createWriteStream } from "node:fs";
import { pipeline } from "node:stream/promises";
import { firstTelling } from "./first-telling.ts";

/** Copies a UTF-8 file, from a byte on, without the empty cells and lines it begins with. Returns whether there is anything else. */
export async function copyWithoutBlanks(from: string, byte: number, to: string, delimiter: string): Promise<boolean> {
  let begun = false;
  const rest = async function* (): AsyncGenerator<string> {
    for await (const chunk of createReadStream(from, { start: byte, encoding: "utf8", highWaterMark: 1 << 20 })) {
      const at = begun ? 0 : firstTelling(chunk, delimiter);
      if (at < 0) continue;
      begun = true;
      yield chunk.slice(at);
    }
  };
  await pipeline(rest, createWriteStream(to, { mode: 0o600 }));
  return begun;
}
