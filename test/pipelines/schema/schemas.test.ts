import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { parse } from "yaml";
import type { JsonSchema } from "../../../pipelines/schema/json-schema.ts";
import { schemas } from "../../../pipelines/schema/schemas.ts";
import { breaches } from "../../support/json-schema.ts";

const data = path.join(import.meta.dirname, "../../../data");
const all = schemas();
const yamlFiles = [
  "network.yaml",
  ...["partners", "cycles", "contracts"].flatMap((folder) =>
    readdirSync(path.join(data, folder)).map((name) => `${folder}/${name}`),
  ),
];
const read = (name: string) => readFileSync(path.join(data, name), "utf8");

test("the schemas that are kept are those of the code: npm run schema writes them", () => {
  const kept = readdirSync(path.join(data, "schema")).sort();
  expect(kept).toEqual(Object.keys(all).sort());
  for (const name of kept) expect(JSON.parse(read(`schema/${name}`)), name).toEqual(all[name]);
});

test.each(yamlFiles)("%s names its schema and keeps it", (name) => {
  const text = read(name);
  const named = /^# yaml-language-server: \$schema=(.+)\n/.exec(text)?.[1];
  const schema = path.relative(path.join(data, "schema"), path.join(data, path.dirname(name), named!));
  expect(Object.keys(all)).toContain(schema);
  expect(breaches(all[schema]!, parse(text))).toEqual([]);
});

test("every setting of every file says what it means", () => {
  const silent = (schema: JsonSchema, at: string): string[] =>
    Object.entries(schema).flatMap(([key, value]) => {
      if (typeof value !== "object" || value === null) return [];
      if (key !== "properties") return silent(value as JsonSchema, at);
      return Object.entries(value as Record<string, JsonSchema>).flatMap(([name, each]) => [
        ...(each.description || each.const || (!each.type && !each.anyOf && !each.allOf) ? [] : [`${at}.${name}`]),
        ...silent(each, `${at}.${name}`),
      ]);
    });
  expect(Object.entries(all).flatMap(([name, schema]) => silent(schema, name))).toEqual([]);
});

const feed = { id: "people", files: "p.csv", record: "person", columns: { person_token: "Person" } };
const partner = (changed: object) => ({
  id: "hub",
  name: "Hub",
  kind: "other",
  folder: "x",
  programs: [{ id: "core", name: "Core", tier: "one" }],
  feeds: [{ ...feed, ...changed }],
});

test.each([
  ["nothing wrong", {}, null],
  ["a field the record kind has not", { columns: { person_token: "P", score: "S" } }, "/feeds/0/columns/score unknown"],
  ["a required field without a column", { columns: { gender: "G" } }, "/feeds/0/columns required person_token"],
  [
    "a word for a code there is not",
    { columns: { person_token: "P", gender: { from: "G", words: { F: "female" } } } },
    "/feeds/0/columns/gender",
  ],
  [
    "a constant that is no code",
    { columns: { person_token: "P", gender: { constant: "female" } } },
    "/feeds/0/columns/gender",
  ],
  ["a form of a record kind that has none", { wide: { instrument: "az-ssm-18", domains: {} } }, "/feeds/0"],
  ["a record kind there is not", { record: "people" }, "/feeds/0"],
])("an editor shows %s as the pipeline would", (_, changed, at) => {
  const found = breaches(all["partner.schema.json"]!, partner(changed));
  if (at === null) expect(found).toEqual([]);
  else expect(found.join("\n")).toContain(at);
});
