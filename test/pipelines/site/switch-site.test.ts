import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { newSites, runOfSites, switchSites } from "../../../pipelines/site/switch-site.ts";

let site: string;
beforeEach(() => {
  site = mkdtempSync(path.join(tmpdir(), "common-measure-sites-"));
});
afterEach(() => rmSync(site, { recursive: true }));

const audiences = ["staff", "funders", "agency/hub"];

function build(run: string): void {
  const sites = newSites(site, run);
  for (const audience of audiences) {
    mkdirSync(path.join(sites, audience), { recursive: true });
    writeFileSync(path.join(sites, audience, "index.html"), run);
  }
}

const had = () =>
  audiences.map((audience) => {
    const page = path.join(site, audience, "index.html");
    return existsSync(page) ? readFileSync(page, "utf8") : null;
  });

test("all audiences are switched by one link, and theirs stay as they are", () => {
  build("run-1");
  switchSites(site, "run-1");
  const links = ["staff", "funders", "agency"].map((name) => readlinkSync(path.join(site, name)));
  expect(links).toEqual([".builds/current/staff", ".builds/current/funders", ".builds/current/agency"]);
  build("run-2");
  expect(had()).toEqual(["run-1", "run-1", "run-1"]);
  // The switch as a killed run would leave it: the one link and nothing else.
  const current = path.join(site, ".builds", "current");
  symlinkSync("run-2", `${current}.next`);
  renameSync(`${current}.next`, current);
  expect(had()).toEqual(["run-2", "run-2", "run-2"]);
  expect(runOfSites(site)).toBe("run-2");
});

test("the build before the last stays, and older ones go", () => {
  for (const run of ["run-1", "run-2", "run-3"]) {
    build(run);
    switchSites(site, run);
  }
  expect(readdirSync(path.join(site, ".builds")).sort()).toEqual(["current", "run-2", "run-3"]);
});

test("a folder with a staff site alone, from before there were others, is taken over", () => {
  build("run-1");
  symlinkSync(path.join(".builds", "run-1", "staff"), path.join(site, "staff"));
  expect(runOfSites(site)).toBeNull();
  build("run-2");
  switchSites(site, "run-2");
  expect(had()).toEqual(["run-2", "run-2", "run-2"]);
  expect(runOfSites(site)).toBe("run-2");
});
