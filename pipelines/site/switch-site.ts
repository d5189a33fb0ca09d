import {
  accessSync,
  constants,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readlinkSync,
  renameSync,
  rmSync,
  symlinkSync,
} from "node:fs";
import path from "node:path";

const BUILDS = ".builds";

/** Folder for a site under construction: `<site>/.builds/<run>/<audience>`. */
export function newSite(site: string, audience: string, run: string): string {
  const folder = path.join(site, BUILDS, run, audience);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  return folder;
}

/** The run that built the site that readers see, or null when there is none or no run built it. */
export function runOfSite(site: string, audience: string): string | null {
  const link = path.join(site, audience);
  if (!existsSync(link) || !lstatSync(link).isSymbolicLink()) return null;
  const [builds, run] = readlinkSync(link).split(path.sep);
  return builds === BUILDS ? run! : null;
}

/** Throws when a site cannot be switched: something else stands in its place, or its folder may not be written to. Changes nothing. */
export function checkSwitch(site: string, audience: string): void {
  const link = path.join(site, audience);
  if (lstatSync(link, { throwIfNoEntry: false })?.isSymbolicLink() === false)
    throw new Error(`not made by a run, so not replaced: ${link}`);
  for (const folder of [site, path.join(site, BUILDS)]) if (existsSync(folder)) accessSync(folder, constants.W_OK);
}

/** Puts a finished site in the place of the one before in one step, and removes all older builds but that one. */
export function switchSite(site: string, audience: string, run: string): void {
  checkSwitch(site, audience);
  const next = path.join(site, BUILDS, `${audience}.next`);
  rmSync(next, { force: true });
  symlinkSync(path.join(BUILDS, run, audience), next);
  renameSync(next, path.join(site, audience));
  const older = readdirSync(path.join(site, BUILDS))
    .filter((name) => name.startsWith("run-") && name < run)
    .sort();
  for (const name of older.slice(0, -1)) rmSync(path.join(site, BUILDS, name), { recursive: true });
}
