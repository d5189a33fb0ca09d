import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { checks } from "../models/checks/catalogue.ts";
import { measures } from "../models/measures/catalogue.ts";

const root = path.resolve(import.meta.dirname, "..");
const rooms = ["models", "pipelines", "dashboards", "data"];
const files = rooms.flatMap((room) =>
  readdirSync(path.join(root, room), { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".ts") && !name.startsWith("sample/out"))
    .map((name) => path.posix.join(room, name)),
);

/** What a file imports, type-only imports included: project files by their path, packages by their name. */
function importsOf(file: string): string[] {
  const text = readFileSync(path.join(root, file), "utf8");
  const named = [...text.matchAll(/(?:^|\n)\s*(?:import|export)\b[^;"']*?from\s+["']([^"']+)["']/g)].map(
    ([, name]) => name!,
  );
  const called = [
    ...text.matchAll(/\bimport\(\s*["']([^"']+)["']\s*\)/g),
    ...text.matchAll(/(?:^|\n)import\s+["']([^"']+)["']/g),
  ].map(([, name]) => name!);
  return [...named, ...called].map((name) =>
    name.startsWith(".") ? path.posix.join(path.posix.dirname(file), name) : name,
  );
}

const graph = new Map(files.map((file) => [file, importsOf(file)]));
const isProject = (name: string) => rooms.some((room) => name.startsWith(`${room}/`));
/** The check of an export row by row, made of what intake and screen know without their engine, and the browser's side of it. */
const BY_ROW = "pipelines/check/by-row/";
const CLIENT = "dashboards/client/";
const CHECKED = ["pipelines/findings.ts", "pipelines/network.ts"];
const room = (file: string) => path.posix.dirname(file);
const within = (folder: string) => files.filter((file) => file.startsWith(`${folder}/`));

/** Imports that a rule does not allow, as sentences. */
function strays(of: readonly string[], allowed: (imported: string, file: string) => boolean): string[] {
  return of.flatMap((file) =>
    graph
      .get(file)!
      .filter((imported) => !allowed(imported, file))
      .map((imported) => `${file} imports ${imported}`),
  );
}

describe("layers", () => {
  test("what the data means knows nothing of how it moves or is shown, nor of disk, clock or network", () => {
    const outside = new Set(["kysely", "zod"]);
    expect(strays(within("models"), (imported) => imported.startsWith("models/") || outside.has(imported))).toEqual([]);
    const impure = /\bDate\.now\(|new Date\(\)|process\.|Math\.random\(|\bfetch\(/;
    expect(within("models").filter((file) => impure.test(readFileSync(path.join(root, file), "utf8")))).toEqual([]);
  });
  test("measures read tables by name and never import each other", () => {
    const ids = measures.map(({ id }) => `models/measures/${id}.ts`);
    expect(strays(ids, (imported) => !ids.includes(imported))).toEqual([]);
  });
  test("contract, instruments and statistics stand on nothing but zod", () => {
    for (const folder of ["models/contract", "models/instruments", "models/statistics"]) {
      expect(strays(within(folder), (imported) => imported.startsWith(`${folder}/`) || imported === "zod")).toEqual([]);
    }
  });
  test("a stage imports models, the shared rooms beside it and its own folder: never another stage, the run or the command line", () => {
    const receiving = [
      "take-in",
      "convert-delivery",
      "screen-delivery",
      "screen-table",
      "agreement",
      "open-file",
      "open-book",
      "cleaned-copy",
      "table-to-screen",
      "not-read",
      "shown-names",
    ].map((name) => `receive/${name}`);
    const trying = [
      "map/draft-feed",
      "map/format-of",
      "map/found-programs",
      "map/found-projects",
      "map/is-hmis-export",
      "map/is-participant-record",
      "map/map-files",
      "map/read-delivery",
      "map/seen-book",
      "map/seen-csv",
      "map/seen-file",
      "check/check-counts",
      "check/check-export",
      "check/deliveries-to-check",
    ];
    const composers = new Set(
      [
        ...receiving,
        ...trying,
        "partner-commands",
        "run",
        "stages",
        "cli",
        "publication",
        "publish-sites",
        "summary",
        "status",
        "init",
        "aggregates",
        "judge-counts",
        "explain",
        "release",
        "release-commands",
        "verify",
      ].map((name) => `pipelines/${name}.ts`),
    );
    const stages = within("pipelines").filter(
      (file) => room(file) !== "pipelines" && !composers.has(file) && !file.startsWith(BY_ROW),
    );
    const stageOf = (file: string) => file.split("/").slice(0, 2).join("/");
    const allowed = (imported: string, file: string) =>
      !isProject(imported) ||
      imported.startsWith("models/") ||
      imported.startsWith("data/reference/") ||
      imported.startsWith(`${stageOf(file)}/`) ||
      imported === "pipelines/receive/receipt.ts" ||
      (["pipelines/quality", "pipelines/contracts"].includes(stageOf(file)) && imported === "dashboards/markup.ts") ||
      (stageOf(file) === "pipelines/site" && imported === "dashboards/passed-through.ts") ||
      (room(imported) === "pipelines" && !composers.has(imported));
    expect(strays(stages, allowed)).toEqual([]);
  });
  test("DuckDB is behind one door, the solver behind another, and only the command line knows the process", () => {
    const importers = (name: string) => files.filter((file) => graph.get(file)!.includes(name));
    expect(importers("@duckdb/node-api")).toEqual(["pipelines/warehouse.ts"]);
    expect(importers("highs").length).toBe(1);
    expect(importers("node:process")).toEqual(["pipelines/cli.ts"]);
  });
  test("pages see published rows and the words of measures and of the contract, and have no way to the warehouse", () => {
    const types = (imported: string) =>
      imported === "models/published.ts" ||
      imported === "models/figure-key.ts" ||
      imported === "models/figure-address.ts" ||
      imported === "models/csv-text.ts" ||
      imported.startsWith("models/measures/") ||
      imported.startsWith("models/contract/") ||
      imported.startsWith("models/statistics/");
    expect(
      strays(
        within("dashboards"),
        (imported, file) =>
          !isProject(imported) ||
          imported.startsWith("dashboards/") ||
          types(imported) ||
          (file.startsWith(CLIENT) && (imported.startsWith(BY_ROW) || CHECKED.includes(imported))),
      ),
    ).toEqual([]);
  });
  test("what runs in a browser, and all it imports, is pure: no disk, no engine, no process", () => {
    const reached = new Set(files.filter((file) => file.startsWith(CLIENT) || file.startsWith(BY_ROW)));
    for (const file of reached) for (const imported of graph.get(file) ?? []) reached.add(imported);
    expect(
      [...reached].filter((name) => /^node:|duckdb|^pipelines\/(warehouse|receive|pull|build)/.test(name)),
    ).toEqual([]);
    expect(reached.size).toBeGreaterThan(40);
  });
  test("only protection makes publishable rows", () => {
    const makes =
      /\bas (?:unknown as )?(?:Published(?:Cell|Rate|Median|Sum|Standardised)|Protected|Publication)\b|<Published(?:Cell|Rate|Median|Sum|Standardised)>\(/;
    const makers = files.filter((file) => makes.test(readFileSync(path.join(root, file), "utf8")));
    expect(makers.filter((file) => !file.startsWith("pipelines/protect/"))).toEqual([]);
    expect(makers.length).toBeGreaterThan(0);
  });
});

test("no ring of imports, type-only ones included", () => {
  const done = new Set<string>();
  const ring = (file: string, trail: readonly string[]): string[] | null => {
    if (trail.includes(file)) return [...trail.slice(trail.indexOf(file)), file];
    if (done.has(file)) return null;
    for (const next of graph.get(file) ?? []) {
      const found = ring(next, [...trail, file]);
      if (found) return found;
    }
    done.add(file);
    return null;
  };
  expect(files.map((file) => ring(file, [])).find((found) => found !== null)).toBeUndefined();
});

test("every measure and every check has its test", () => {
  const missing = [
    ...measures.map(({ id }) => `test/measures/${id}.test.ts`),
    ...within("models/checks")
      .filter((file) => !/(catalogue|\/check)\.ts$/.test(file))
      .map((file) => `test/checks/${path.basename(file, ".ts")}.test.ts`),
  ].filter((file) => !existsSync(path.join(root, file)));
  expect(missing).toEqual([]);
  expect(within("models/checks").length - 2).toBe(checks.length);
});

test("no file is named for nothing", () => {
  expect(files.filter((file) => /(^|\/)(utils?|helpers?|common|misc|lib|shared)(\/|\.ts$)/.test(file))).toEqual([]);
});
