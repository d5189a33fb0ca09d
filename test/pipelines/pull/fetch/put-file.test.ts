import { mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { putFile } from "../../../../pipelines/pull/fetch/put-file.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), "common-measure-put-"));
  writeFileSync(path.join(folder, "part"), "new");
  writeFileSync(path.join(folder, "people.csv"), "old");
});
afterEach(() => rmSync(folder, { recursive: true }));

const at = (name: string) => path.join(folder, name);

test("a file takes the place of another in one step", () => {
  putFile(at("part"), at("people.csv"));
  expect([readdirSync(folder), readFileSync(at("people.csv"), "utf8")]).toEqual([["people.csv"], "new"]);
});

test("a file on another disk is copied under a hidden name first, and takes the place then", () => {
  const steps: string[][] = [];
  let isFirst = true;
  const rename: typeof renameSync = (from, to) => {
    steps.push(readdirSync(folder).sort());
    if (!isFirst) return renameSync(from, to);
    isFirst = false;
    throw Object.assign(new Error("another disk"), { code: "EXDEV" });
  };
  putFile(at("part"), at("people.csv"), rename);
  expect(steps).toEqual([
    ["part", "people.csv"],
    [".arriving", "part", "people.csv"],
  ]);
  expect([readdirSync(folder), readFileSync(at("people.csv"), "utf8")]).toEqual([["people.csv"], "new"]);
});

test("another error of the disk is thrown", () => {
  const rename = () => {
    throw Object.assign(new Error("full"), { code: "ENOSPC" });
  };
  expect(() => putFile(at("part"), at("people.csv"), rename)).toThrow("full");
});
