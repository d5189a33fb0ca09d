import { createHash } from "node:crypto";
import { createReadStream, existsSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { type FileHandle, open } from "node:fs/promises";
import path from "node:path";
import type { Begun } from "./connection.ts";

/** A file that is on its way, as far as it has come: only its owner may read it, and nobody takes it for the whole. */
export interface Part {
  readonly path: string;
  /** How much of which version is here; null when there is nothing that could be gone on with. */
  begun(): Begun | null;
  /** Opens it for what follows the first `from` bytes of a version. */
  write(from: number, version: string | null): Promise<FileHandle>;
  remove(): void;
}

/** The part of one object of one feed. A version that the source does not name cannot be gone on with. */
export function partOf(folder: string, partner: string, feed: string, key: string): Part {
  const id = createHash("sha256")
    .update(JSON.stringify([partner, feed, key]))
    .digest("hex")
    .slice(0, 32);
  const file = path.join(folder, `${id}.part`);
  const note = path.join(folder, `${id}.version`);
  return {
    path: file,
    begun() {
      if (!existsSync(file) || !existsSync(note)) return null;
      const bytes = statSync(file).size;
      return bytes > 0 ? { bytes, version: readFileSync(note, "utf8") } : null;
    },
    async write(from, version) {
      if (from === 0) {
        rmSync(note, { force: true });
        const handle = await open(file, "w", 0o600);
        if (version !== null) writeFileSync(note, version, { mode: 0o600 });
        return handle;
      }
      const handle = await open(file, "r+", 0o600);
      await handle.truncate(from);
      return handle;
    },
    remove() {
      for (const each of [file, note]) rmSync(each, { force: true });
    },
  };
}

/** SHA-256 of a file, hex. */
export async function hashOf(file: string): Promise<string> {
  const hash = createHash("sha256");
  for await (const chunk of createReadStream(file)) hash.update(chunk as Buffer);
  return hash.digest("hex");
}
