import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { AggregatePartner } from "../../../pipelines/aggregate-partner.ts";
import { checkCounts } from "../../../pipelines/check/check-counts.ts";
import { reportLines } from "../../../pipelines/check/report-lines.ts";
import { testNetwork } from "../../support/network.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), "check-counts-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

const partner = AggregatePartner.parse({
  id: "shelter",
  name: "Shelter",
  profile: "aggregate_only",
  folder: "shelter",
  counts: { files: "counts-*.csv" },
});

function put(name: string, ...rows: readonly string[]): string {
  const lines = rows.map((row) => `people-served,people,${row}`);
  writeFileSync(path.join(folder, name), ["measure,part,slice,member,period,count", ...lines, ""].join("\n"));
  return path.join(folder, name);
}

const check = (file: string) => checkCounts(file, partner, testNetwork, "2026-06-30");
const everybody = "everyone,everyone,to-date,412";

test("a table that would be taken is said to be, and nothing of it is kept", async () => {
  const file = put("any-name.csv", everybody, "disability,yes,to-date,120", "disability,no,to-date,withheld");
  expect(reportLines(await check(file))).toEqual([
    "any-name.csv, as the feed table of counts: accepted",
    "  3 rows: 2 count records accepted",
    "",
    "It would be accepted.",
  ]);
  expect(readdirSync(folder)).toEqual(["any-name.csv"]);
});

test("a small count and a word nobody knows are named by row and column, in the words of a run", async () => {
  const file = put("counts-1.csv", everybody, "disability,yes,to-date,7", "disability,perhaps,to-date,120");
  const { accepted, findings } = await check(file);
  expect([accepted, findings.map(({ row, column, rule, effect }) => [row, column, rule, effect])]).toEqual([
    false,
    [
      [3, null, "counts-small", "whole file"],
      [4, "member", "counts-word", "whole file"],
    ],
  ]);
  expect(findings.every(({ says }) => !says.includes("perhaps") && says.startsWith("counts-1.csv: "))).toBe(true);
  expect(reportLines(await check(file)).at(-1)).toBe("It would be refused.");
});

test("of a folder the last table by name is read, and an identifier in a name is not said", async () => {
  put("counts-2026-05.csv", "everyone,everyone,to-date,3");
  put("counts-2026-06.csv", everybody);
  expect((await check(folder)).deliveries.map(({ name, outcome }) => [name, outcome])).toEqual([
    ["counts-2026-06.csv", "accepted"],
  ]);
  const named = await check(put("412-65-0001.csv", everybody));
  expect(named.accepted).toBe(false);
  expect(JSON.stringify(named)).not.toContain("412-65");
});

test("a file that is not there, or a folder without a table, is nothing to check", async () => {
  await expect(check(path.join(folder, "no.csv"))).rejects.toThrow(/there is no file .*no\.csv$/);
  await expect(check(folder)).rejects.toThrow(/nothing in .* fits the tables of shelter: counts-\*\.csv/);
});
