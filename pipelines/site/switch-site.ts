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
/** The one link that says which build readers have; it alone is switched. */
const CURRENT = "current";
/** What stands in the folder of the sites: links through the current build, made once. */
const AUDIENCES = ["staff", "funders", "agency"] as const;

/** Folder for the sites under construction: `<site>/.builds/<run>`, with one for each audience in it. */
export function newSites(site: string, run: string): string {
  const folder = path.join(site, BUILDS, run);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  return folder;
}

const isLink = (place: string) => lstatSync(place, { throwIfNoEntry: false })?.isSymbolicLink() === true;

/** The run that built the sites that readers see, or null when they are not all there or no run built them. */
export function runOfSites(site: string): string | null {
  const current = path.join(site, BUILDS, CURRENT);
  if (!isLink(current)) return null;
  const all = AUDIENCES.map((audience) => path.join(site, audience));
  return all.every((link) => isLink(link) && existsSync(link)) ? path.basename(readlinkSync(current)) : null;
}

/** Throws when the sites cannot be switched: something else stands in their place, or a folder may not be written to. Changes nothing. */
export function checkSwitch(site: string): void {
  for (const place of [...AUDIENCES, path.join(BUILDS, CURRENT)].map((name) => path.join(site, name)))
    if (lstatSync(place, { throwIfNoEntry: false })?.isSymbolicLink() === false)
      throw new Error(`not made by a run, so not replaced: ${place}`);
  for (const folder of [site, path.join(site, BUILDS)]) if (existsSync(folder)) accessSync(folder, constants.W_OK);
}

function pointTo(target: string, link: string): void {
  const next = `${link}.next`;
  rmSync(next, { force: true });
  symlinkSync(target, next);
  renameSync(next, link);
}

/** Puts the finished sites of a run in the place of those before in one step, and removes all older builds but one. */
export function switchSites(site: string, run: string): void {
  checkSwitch(site);
  const builds = path.join(site, BUILDS);
  // Links of audiences come first, while they still lead to the build before, so that the switch itself is the one link.
  keepOldLayout(site);
  for (const audience of AUDIENCES) {
    const link = path.join(site, audience);
    const target = path.join(BUILDS, CURRENT, audience);
    if (!isLink(link) || readlinkSync(link) !== target) pointTo(target, link);
  }
  pointTo(run, path.join(builds, CURRENT));
  const older = readdirSync(builds)
    .filter((name) => name.startsWith("run-") && name < run)
    .sort();
  for (const name of older.slice(0, -1)) rmSync(path.join(builds, name), { recursive: true });
}

/** A folder from before there were other audiences, whose staff site leads to its build by itself, gets its current build. */
function keepOldLayout(site: string): void {
  const [staff, current] = [path.join(site, "staff"), path.join(site, BUILDS, CURRENT)];
  if (isLink(current) || !isLink(staff)) return;
  const [builds, run] = readlinkSync(staff).split(path.sep);
  if (builds === BUILDS && run !== undefined) pointTo(run, current);
}
