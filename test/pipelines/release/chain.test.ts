import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { readChain, releaseFolder } from "../../../pipelines/release/chain.ts";
import { hashFiles, sha256Of } from "../../../pipelines/release/hash-files.ts";
import { manifestText } from "../../../pipelines/release/manifest.ts";

let releases: string;
beforeEach(() => {
  releases = mkdtempSync(path.join(tmpdir(), "common-measure-"));
  let previous: string | null = null;
  for (const release of [1, 2, 3]) previous = make(release, previous);
});
afterEach(() => rmSync(releases, { recursive: true }));

/** A release of a ledger alone; returns the hash of its manifest. */
function make(release: number, previous: string | null): string {
  const folder = releaseFolder(releases, release);
  mkdirSync(folder, { recursive: true });
  writeFileSync(
    path.join(folder, "ledger.csv"),
    `address,status,value\nm/all/network/network/to-date/all,shown,${release}\n`,
  );
  const counts = { cells: 1, cells_shown: 1, cells_withheld: 0 };
  const text = manifestText({
    ...{ release, previous, network: "n", as_of: "2025-12-31", run: "run-1", code_version: "1", contract_version: 5 },
    ...{ configuration_hash: "", measures: [], restated: [], files: hashFiles(folder) },
    protection: { threshold: 11, minimum_denominator: 20, width: 11, ...counts, audit: "safe", cells_attacked: 0 },
  });
  writeFileSync(path.join(folder, "manifest.json"), text);
  return sha256Of(text);
}

test("a chain of releases is read from the first to the last; what is half made is not among them", () => {
  mkdirSync(path.join(releases, "4.part"));
  expect(readChain(releases).map(({ manifest }) => manifest.release)).toEqual([1, 2, 3]);
  expect(readChain(path.join(releases, "none"))).toEqual([]);
});

test("a release that is missing, was changed or was put in another's place is named", () => {
  writeFileSync(path.join(releases, "2", "ledger.csv"), "address,status,value\n");
  expect(() => readChain(releases)).toThrow("the ledger of release 2 is missing or was changed");
  make(2, null);
  expect(() => readChain(releases)).toThrow("release 2 was made after another release 1 than the one in");
  rmSync(path.join(releases, "2"), { recursive: true });
  expect(() => readChain(releases)).toThrow("release 2 is missing");
  writeFileSync(path.join(releases, "1", "manifest.json"), "{}");
  expect(() => readChain(releases)).toThrow("not a manifest of a release");
});
