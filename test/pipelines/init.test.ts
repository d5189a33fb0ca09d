import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { parse } from "yaml";
import { initNetwork } from "../../pipelines/init.ts";
import { readNetwork } from "../../pipelines/read-network.ts";
import { schemas } from "../../pipelines/schema/schemas.ts";
import { breaches } from "../support/json-schema.ts";

let folder: string;
beforeEach(() => {
  folder = path.join(mkdtempSync(path.join(tmpdir(), "common-measure-init-")), "our-network");
});
afterEach(() => rmSync(path.dirname(folder), { recursive: true }));

test("a new network has no mistakes, and each of its files names the schema beside it and keeps it", () => {
  initNetwork(folder);
  expect(readNetwork(path.join(folder, "network.yaml")).id).toBe("our-network");
  expect(readdirSync(path.join(folder, "schema")).sort()).toEqual(Object.keys(schemas()).sort());
  for (const name of ["network.yaml", "partners/first-partner.yaml"]) {
    const text = readFileSync(path.join(folder, name), "utf8");
    const [, named] = /^# yaml-language-server: \$schema=(.+)\n/.exec(text)!;
    const schema = JSON.parse(readFileSync(path.join(folder, path.dirname(name), named!), "utf8"));
    expect(breaches(schema, parse(text)), name).toEqual([]);
  }
});

test("a folder with anything in it is left alone", () => {
  initNetwork(folder);
  expect(() => initNetwork(folder)).toThrow("the folder is not empty");
});
