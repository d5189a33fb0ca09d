import { createHash } from "node:crypto";
import { existsSync, readFileSync, renameSync, writeFileSync } from "node:fs";

/** A file that was fetched from a source, as it is kept in mind. */
export interface FetchedFile {
  partner: string;
  feed: string;
  /** SHA-256 of what the source calls it, hex: its name may say who it is about. */
  key: string;
  /** Its name in the partner's folder; null once it was refused and removed from there. */
  name: string | null;
  version: string | null;
  /** SHA-256 of its content, hex. */
  hash: string;
  bytes: number;
  /** When the copy in the partner's folder was last changed, in milliseconds. */
  modified: number;
  /** How it was refused; null when it was not. */
  refused: RefusedFetch | null;
}

export interface RefusedFetch {
  /** The delivery as its receipt calls it. */
  delivery: string;
  /** Files of the delivery. */
  files: number;
  /** Hash of what it was screened and read by. */
  under: string;
}

/** What was fetched so far. */
export const readFetched = (file: string): FetchedFile[] =>
  existsSync(file) ? (JSON.parse(readFileSync(file, "utf8")) as FetchedFile[]) : [];

/** Replaces what was fetched so far in one step. */
export function writeFetched(file: string, fetched: readonly FetchedFile[]): void {
  writeFileSync(`${file}.new`, `${JSON.stringify(fetched, null, 1)}\n`, { mode: 0o600 });
  renameSync(`${file}.new`, file);
}

export const keyHash = (key: string): string => createHash("sha256").update(key).digest("hex");
