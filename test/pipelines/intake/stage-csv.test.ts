import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { headerFaults } from "../../../pipelines/intake/header-faults.ts";
import { stageCsv } from "../../../pipelines/intake/stage-csv.ts";
import { type Door, openWarehouse } from "../../../pipelines/warehouse.ts";

let folder: string;
let door: Door;
let files = 0;
beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), "common-measure-stage-"));
  door = await openWarehouse(":memory:", { folders: [folder] });
});
afterAll(async () => {
  await door.close();
  rmSync(folder, { recursive: true });
});

/** Rows and faults of a file with the header `a,b`, each with its record number. */
async function stage(text: string) {
  const file = path.join(folder, `${files}.csv`);
  writeFileSync(file, text);
  const staged = await stageCsv(door, String(files++), file, ["a", "b"], ",");
  const rows = await door.rows<{ _row: number; a: string; b: string }>(`select * from ${staged.table} order by _row`);
  const faults = await door.rows<{ _row: number; rule: string; lines: number }>(
    `select _row, rule, lines from ${staged.faults} order by _row`,
  );
  return {
    rows: rows.map(({ _row, a, b }) => [_row, a, b]),
    faults: faults.map(({ _row, rule, lines }) => [_row, rule, lines]),
  };
}

test("cells are trimmed, empty ones are null, quoted ones keep delimiters and line ends", async () => {
  expect((await stage('a,b\n x ,\n"y,z","one\ntwo"\n\tv\u00a0,\u200b\n')).rows).toEqual([
    [2, "x", null],
    [3, "y,z", "one\ntwo"],
    [4, "v", null],
  ]);
});

test("every row keeps its number whatever is broken before it, one after the other or apart", async () => {
  const { rows, faults } = await stage("a,b\n1,1\n2\n3,3,3\n4,4\n5\n6,6\n7,7\n");
  expect(rows).toEqual([
    [2, "1", "1"],
    [5, "4", "4"],
    [7, "6", "6"],
    [8, "7", "7"],
  ]);
  expect(faults).toEqual([
    [3, "too_few_cells", 1],
    [4, "too_many_cells", 1],
    [6, "too_few_cells", 1],
  ]);
});

test("row numbers are exact in a file that is read in parallel", async () => {
  const lines = Array.from({ length: 200_000 }, (_, index) => (index % 997 === 5 ? "x" : `${index + 2},y`));
  const { rows, faults } = await stage(`a,b\n${lines.join("\n")}\n`);
  expect(rows.every(([row, a]) => String(row) === a)).toBe(true);
  expect(rows.length + faults.length).toBe(200_000);
});

test("a quotation mark that is never closed loses every line after it, and says how many", async () => {
  const { rows, faults } = await stage('a,b\n1,1\n2,"open\n3,3\n4,4\n5,5\n');
  expect(rows).toEqual([[2, "1", "1"]]);
  expect(faults).toEqual([[3, "broken_quotes", 4]]);
});

test("a row with too long a cell says so, and which column it is in", async () => {
  const file = path.join(folder, "long.csv");
  const long = "x".repeat(2_000_001);
  const half = "y".repeat(1_000_001);
  writeFileSync(file, `a,b\n1,"${long}"\n2,2\n"3","a ""${long}"\n${half},${half}\n${long},4\n`);
  const { faults } = await stageCsv(door, "long", file, ["a", "b"], ",");
  expect(await door.rows(`select _row, rule, column_name from ${faults} order by _row`)).toEqual([
    { _row: 2, rule: "too_wide", column_name: "b" },
    { _row: 4, rule: "too_wide", column_name: "b" },
    { _row: 5, rule: "too_wide", column_name: null },
    { _row: 6, rule: "too_wide", column_name: "a" },
  ]);
});

test("a header must name every column once", () => {
  expect(headerFaults("x.csv", null)).toEqual([{ code: "no-header", facts: { file: "x.csv" } }]);
  expect(headerFaults("x.csv", ["a", "", "A"])).toEqual([
    { code: "unnamed-column", facts: { file: "x.csv", position: 2 } },
    { code: "duplicate-column", facts: { file: "x.csv", column: "A" } },
  ]);
});

test("the cells of rejected rows are kept as text, cut at every delimiter and line end", async () => {
  const file = path.join(folder, "rejected.csv");
  writeFileSync(file, 'a,b\n1,1\n2, x ,"y"\nshort\n4,"open,z\n5,5\n');
  const { rejected } = await stageCsv(door, "rejected", file, ["a", "b"], ",");
  const cells = await door.rows<{ cell: string }>(`select cell from ${rejected} where cell is not null order by all`);
  expect(cells.map(({ cell }) => cell)).toEqual(["2", "4", "5", "5", "open", "short", "x", "y", "z"]);
});

test("rows are numbered as a spreadsheet numbers them, blank lines included, whatever is broken among them", async () => {
  const { rows, faults } = await stage('a,b\n\n\n4,4\n\n6,"x\n\ny"\nseven\n\n\n10,10,10\n11,11\n"12,x\n\n');
  expect(rows).toEqual([
    [4, "4", "4"],
    [6, "6", "x\n\ny"],
    [11, "11", "11"],
  ]);
  expect(faults).toEqual([
    [7, "too_few_cells", 1],
    [10, "too_many_cells", 1],
    [12, "broken_quotes", 1],
  ]);
});
