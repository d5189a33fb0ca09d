import { createHash } from "node:crypto";
import { lstatSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";

/** One file of a release. */
export interface HashedFile {
  /** From the folder of the release, with `/`. */
  path: string;
  bytes: number;
  /** SHA-256, hex. */
  sha256: string;
}

export const sha256Of = (content: string | Uint8Array) => createHash("sha256").update(content).digest("hex");

/** Every file of a folder but those named, in the order of their paths. */
export function hashFiles(folder: string, but: readonly string[] = []): HashedFile[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => lstatSync(path.join(folder, name)).isFile() && !but.includes(name))
    .map((name) => {
      const content = readFileSync(path.join(folder, name));
      return { path: name.split(path.sep).join("/"), bytes: content.length, sha256: sha256Of(content) };
    })
    .sort((a, b) => (a.path < b.path ? -1 : 1));
}
