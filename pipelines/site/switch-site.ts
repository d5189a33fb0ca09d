import { existsSync, lstatSync, mkdirSync, readdirSync, renameSync, rmSync, symlinkSync } from "node:fs";
import path from "node:path";

const BUILDS = ".builds";

/** Folder for a site under construction: `<site>/.builds/<run>/<audience>`. */
export function newSite(site: string, audience: string, run: string): string {
  const folder = path.join(site, BUILDS, run, audience);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  return folder;
}

/** Puts a finished site in the place of the one before in one step, and removes all older builds but that one. */
export function switchSite(site: string, audience: string, run: string): void {
  const link = path.join(site, audience);
  if (existsSync(link) && !lstatSync(link).isSymbolicLink())
    throw new Error(`not made by a run, so not replaced: ${link}`);
  const next = path.join(site, BUILDS, `${audience}.next`);
  rmSync(next, { force: true });
  symlinkSync(path.join(BUILDS, run, audience), next);
  renameSync(next, link);
  const older = readdirSync(path.join(site, BUILDS))
    .filter((name) => name.startsWith("run-") && name < run)
    .sort();
  for (const name of older.slice(0, -1)) rmSync(path.join(site, BUILDS, name), { recursive: true });
}
