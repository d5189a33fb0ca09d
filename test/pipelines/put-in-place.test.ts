import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { type Places, placesOf } from "../../pipelines/places.ts";
import { type Built, checkPlaces, putInPlace, standingRun } from "../../pipelines/put-in-place.ts";
import { newSites } from "../../pipelines/site/switch-site.ts";

let folder: string;
let places: Places;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), "common-measure-place-"));
  places = placesOf({ folder, site: "dist" }, { HOME: folder });
  mkdirSync(places.runs);
});
afterEach(() => rmSync(folder, { recursive: true }));

const audiences = ["staff", "funders", "agency/hub"];

/** Stand-ins for what a run builds, each with the run's id in it. */
function build(run: string, site = true): Built {
  const built = {
    run,
    site,
    warehouse: `${places.warehouse}.${run}`,
    published: `${places.published}.${run}`,
    setAside: `${places.setAside}.${run}`,
  };
  for (const file of [built.warehouse, built.published]) writeFileSync(file, run);
  mkdirSync(built.setAside);
  writeFileSync(path.join(built.setAside, "hub.csv"), run);
  if (site) {
    const sites = newSites(places.site, run);
    for (const audience of audiences) {
      mkdirSync(path.join(sites, audience), { recursive: true });
      writeFileSync(path.join(sites, audience, "index.html"), run);
    }
  }
  return built;
}

/** The run that each thing a reader has is of. */
const had = () =>
  [
    places.warehouse,
    places.published,
    path.join(places.setAside, "hub.csv"),
    ...audiences.map((audience) => path.join(places.site, audience, "index.html")),
  ].map((file) => (existsSync(file) ? readFileSync(file, "utf8") : null));

test("everything of a run comes into place, and then the run stands", () => {
  for (const run of ["run-1", "run-2"]) {
    putInPlace(places, build(run));
    expect(had()).toEqual(new Array(6).fill(run));
    expect(standingRun(places)).toBe(run);
  }
  expect(readdirSync(folder).filter((name) => name.includes("run-"))).toEqual([]);
});

test("without a site of its own a run does not stand: the site is another's", () => {
  putInPlace(places, build("run-1"));
  putInPlace(places, build("run-2", false));
  expect(had()).toEqual(["run-2", "run-2", "run-2", "run-1", "run-1", "run-1"]);
  expect(standingRun(places)).toBeNull();
  expect(standingRun(places, { site: false })).toBe("run-2");
});

test.each<[string, (places: Places) => string]>([
  ["warehouse", ({ warehouse }) => warehouse],
  ["published store", ({ published }) => published],
  ["set-aside reports", ({ setAside }) => setAside],
  ["staff site", ({ site }) => path.join(site, "staff")],
  ["agencies' sites", ({ site }) => path.join(site, "agency")],
  ["build", ({ site }) => path.join(site, ".builds", "run-1")],
  ["name of the run", ({ standing }) => standing],
])("a run does not stand when its %s is gone", (_, place) => {
  putInPlace(places, build("run-1"));
  rmSync(place(places), { recursive: true });
  expect(standingRun(places)).toBeNull();
});

test.each<[string, (places: Places) => void]>([
  [
    "a folder in the place of the agencies' sites",
    ({ site }) => mkdirSync(path.join(site, "agency"), { recursive: true }),
  ],
  ["a folder in the place of the staff site", ({ site }) => mkdirSync(path.join(site, "staff"), { recursive: true })],
  [
    "a file in the place of the staff site",
    ({ site }) => {
      mkdirSync(site);
      writeFileSync(path.join(site, "staff"), "");
    },
  ],
  ["a folder in the place of the warehouse", ({ warehouse }) => mkdirSync(warehouse)],
  ["a folder in the place of the published store", ({ published }) => mkdirSync(published)],
  ["a file in the place of the set-aside reports", ({ setAside }) => writeFileSync(setAside, "")],
])("%s is not replaced, and nothing is half switched", (_, obstruct) => {
  obstruct(places);
  const built = build("run-1");
  const before = readdirSync(folder, { recursive: true }).sort();
  expect(() => checkPlaces(places, built)).toThrow("so not replaced");
  expect(() => putInPlace(places, built)).toThrow("so not replaced");
  expect(readdirSync(folder, { recursive: true }).sort()).toEqual(before);
});
