import { accessSync, constants, existsSync, lstatSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { keptBefore, type Places } from "./places.ts";
import { checkSwitch, runOfSites, switchSites } from "./site/switch-site.ts";

/** What a run built beside what readers have; its sites, when it built them, wait under its own id. */
export interface Built {
  run: string;
  warehouse: string;
  published: string;
  setAside: string;
  site: boolean;
}

/**
 * The run that made everything readers have, with the sites unless they are left out; null when it is not all there or not all of one run.
 * A run that was killed while it put its own in place is never named: its name is written after the last step and the one before
 * taken away before the first.
 */
export function standingRun(places: Places, { site }: Pick<Built, "site"> = { site: true }): string | null {
  const { standing, warehouse, published, setAside } = places;
  if (![standing, warehouse, published, setAside].every((place) => existsSync(place))) return null;
  const { run } = JSON.parse(readFileSync(standing, "utf8")) as { run: string };
  return !site || runOfSites(places.site) === run ? run : null;
}

/** Throws when something stands where a run cannot put its own. Changes nothing. */
export function checkPlaces(places: Places, { site }: Pick<Built, "site">): void {
  accessSync(places.folder, constants.W_OK);
  for (const file of [places.warehouse, places.published]) {
    if (lstatSync(file, { throwIfNoEntry: false })?.isDirectory())
      throw new Error(`a folder, so not replaced: ${file}`);
  }
  if (lstatSync(places.setAside, { throwIfNoEntry: false })?.isDirectory() === false)
    throw new Error(`not a folder, so not replaced: ${places.setAside}`);
  if (site) checkSwitch(places.site);
}

/** Puts what releases keep, under another key, in the place of what there is; before the warehouse, which says by what it was renamed. */
export function putKept(places: Places, renamed: string): void {
  const before = keptBefore(places);
  renameSync(places.kept, before);
  renameSync(renamed, places.kept);
  rmSync(before, { recursive: true });
}

/** Puts what a run built in the place of what readers have, each part in one step; nothing is touched when one of them could not be. */
export function putInPlace(places: Places, built: Built): void {
  checkPlaces(places, built);
  rmSync(places.standing, { force: true });
  renameSync(built.warehouse, places.warehouse);
  renameSync(built.published, places.published);
  const before = `${built.setAside}.before`;
  if (existsSync(places.setAside)) renameSync(places.setAside, before);
  renameSync(built.setAside, places.setAside);
  if (built.site) switchSites(places.site, built.run);
  writeFileSync(`${places.standing}.new`, `${JSON.stringify({ run: built.run })}\n`, { mode: 0o600 });
  renameSync(`${places.standing}.new`, places.standing);
  rmSync(before, { recursive: true, force: true });
}
