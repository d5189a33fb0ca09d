import { mkdir, mkdtemp, readdir, rename, rm, rmdir } from "node:fs/promises";
import path from "node:path";
import { hmisFiles } from "./columns.ts";
import { readFacts } from "./export-facts.ts";
import { type Dropped, rewriteFile } from "./rewrite-file.ts";
import { tokenMaker } from "./token.ts";

export interface Deidentified {
  files: number;
  rows: number;
  dropped: Dropped[];
}

export interface DeidentifyOptions {
  /** Folder of an HMIS CSV export, FY2022, FY2024 or FY2026. */
  from: string;
  /** Folder to make; it must not hold anything yet. */
  to: string;
  /** The partner's own key, 32 bytes. */
  key: Buffer;
  /** Names the key in the tokens. */
  keyId: string;
}

/**
 * Writes an HMIS CSV export again without anything that identifies people: ids become keyed tokens, dates of birth ages,
 * identifiers and free text are left out. All files or none; the same key gives the same bytes. Throws in whole sentences.
 */
export async function deidentify({ from, to, key, keyId }: DeidentifyOptions): Promise<Deidentified> {
  await refuseFull(to);
  const files = await hmisFilesIn(from);
  const facts = await readFacts(from, files);
  await mkdir(path.dirname(path.resolve(to)), { recursive: true });
  const work = await mkdtemp(`${path.resolve(to)}.part-`);
  try {
    const done: Deidentified = { files: 0, rows: 0, dropped: files.unknown.map(unknownFile) };
    const token = tokenMaker(key, keyId);
    for (const [name, file] of files.known) {
      const { rows, dropped } = await rewriteFile({
        name,
        from: path.join(from, file),
        to: path.join(work, `${name}.csv`),
        token,
        facts,
      });
      done.rows += rows;
      done.dropped.push(...dropped);
      done.files += 1;
    }
    await rmdir(to).catch(ignoreMissing);
    await rename(work, to);
    return done;
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}

async function refuseFull(folder: string) {
  const held = await readdir(folder).catch((error) => ignoreMissing(error) ?? []);
  if (held.length > 0) throw new Error(`the folder ${folder} is not empty: name a new one`);
}

function ignoreMissing(error: NodeJS.ErrnoException): undefined {
  if (error.code !== "ENOENT") throw error;
  return undefined;
}

/** Names of the format's files in a folder, without `.csv`, to the names on disk; and the CSV files it does not know. */
async function hmisFilesIn(folder: string): Promise<{ known: Map<string, string>; unknown: string[] }> {
  const known = new Map<string, string>();
  const unknown: string[] = [];
  for (const file of (await readdir(folder)).filter((name) => /\.csv$/i.test(name)).sort()) {
    const name = hmisFiles.find((one) => `${one}.csv`.toLowerCase() === file.toLowerCase());
    if (name) known.set(name, file);
    else unknown.push(file);
  }
  return { known, unknown };
}

const unknownFile = (file: string): Dropped => ({
  file,
  column: "(the whole file)",
  identifier: "something the format does not have",
});
