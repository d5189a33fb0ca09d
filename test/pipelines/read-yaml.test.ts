import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import * as z from "zod";
import { readYaml } from "../../pipelines/read-yaml.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), "common-measure-yaml-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

const Anything = z.record(z.string(), z.unknown());

/** What is wrong with a text as YAML, as `line:column sentence`. */
function mistakes(text: string): string[] {
  const file = path.join(folder, "a.yaml");
  writeFileSync(file, text);
  return readYaml(file, Anything).mistakes.map(({ line, column, says }) => `${line}:${column} ${says}`);
}

test("aliases that stand for ever more, settings in settings without end, and files of megabytes are not read", () => {
  const bomb = "abcdefghi"
    .split("")
    .map(
      (name, index, all) =>
        `${name}: &${name} [${
          index === 0
            ? "x"
            : Array(9)
                .fill(`*${all[index - 1]}`)
                .join(",")
        }]`,
    )
    .join("\n");
  expect(mistakes(bomb)).toEqual([expect.stringMatching(/^1:1 an alias \(\*\) in the file cannot be followed/)]);
  const deep = "1:1 the file has settings within settings 50 levels deep, which no configuration has";
  for (const text of ["[".repeat(100_000), "- ".repeat(100_000), `a:\n${" ".repeat(500)}b: 1`])
    expect(mistakes(text)).toEqual([deep]);
  expect(mistakes("x".repeat(1_000_001))).toEqual(["1:1 the file is larger than 1 MB, which no configuration is"]);
  expect(mistakes("? ".repeat(10_000))).toEqual([
    "1:1 write the name of a setting before a colon, and not after a question mark",
  ]);
});

test("thousands of settings are compared in no time, and one that is written twice is said", () => {
  const began = performance.now();
  const settings = Array.from({ length: 4000 }, (_, index) => `k${index}: 1`);
  expect(mistakes([...settings, "k7: 2"].join("\n"))).toEqual([
    "4001:1 this setting is written twice: keep one of the two",
  ]);
  expect(performance.now() - began).toBeLessThan(4000);
});

test("a tag that would make something else of a value is a mistake", () => {
  expect(mistakes("a: 1\nb: !!js/function 'process.exit()'")[0]).toMatch(
    /^2:4 the file cannot be read as YAML here: Unresolved tag/,
  );
  expect(mistakes("a: !python/object 1")[0]).toMatch(/^1:4 the file cannot be read as YAML here: Unresolved tag/);
});

test("names that would change every object are not settings, at any depth", () => {
  expect(mistakes("a: [{ __proto__: { polluted: true } }]")).toEqual([
    expect.stringMatching(/__proto__: this name is not allowed for a setting/),
  ]);
  expect(mistakes("constructor: { prototype: 1 }")).toHaveLength(1);
  expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
});

test("what is no file is not read", () => {
  mkdirSync(path.join(folder, "b.yaml"));
  symlinkSync("/dev/zero", path.join(folder, "c.yaml"));
  for (const name of ["b.yaml", "c.yaml"])
    expect(readYaml(path.join(folder, name), Anything).mistakes.map(({ says }) => says)).toEqual(["this is no file"]);
});
