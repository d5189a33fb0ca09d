import { appendFileSync, cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { codeVersion } from "../../pipelines/code-version.ts";

const root = path.resolve(import.meta.dirname, "../..");
const parts = [
  "models",
  "pipelines",
  "dashboards",
  "data/reference",
  "package.json",
  "package-lock.json",
  "observablehq.config.ts",
];
let copy: string;
beforeEach(() => {
  copy = mkdtempSync(path.join(tmpdir(), "common-measure-code-"));
  mkdirSync(path.join(copy, "data"));
  for (const part of parts) cpSync(path.join(root, part), path.join(copy, part), { recursive: true });
});
afterEach(() => rmSync(copy, { recursive: true }));

test.each([
  "models/warehouse.ts",
  "pipelines/run.ts",
  "dashboards/style.css",
  "data/reference/hud-destinations-2022.ts",
  "package-lock.json",
  "observablehq.config.ts",
])("an edit of %s is another version", (file) => {
  const before = codeVersion(copy);
  appendFileSync(path.join(copy, file), "\n");
  expect(codeVersion(copy)).not.toBe(before);
});

test("what no result depends on is not part of the version", () => {
  const before = codeVersion(copy);
  writeFileSync(path.join(copy, "README.md"), "more");
  mkdirSync(path.join(copy, "data/sample"));
  writeFileSync(path.join(copy, "data/sample/made.ts"), "more");
  expect(codeVersion(copy)).toBe(before);
});
