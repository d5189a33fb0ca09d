import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { cellText } from "../../../models/contract/cell-text.ts";
import { keptText } from "../../../pipelines/check/by-row/rejected-text.ts";
import { RecordScanner } from "../../../pipelines/intake/scan-records.ts";
import { stageCsv } from "../../../pipelines/intake/stage-csv.ts";
import { type Door, openWarehouse } from "../../../pipelines/warehouse.ts";

let folder: string;
let door: Door;
let files = 0;
beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), "common-measure-scan-"));
  door = await openWarehouse(":memory:", { folders: [folder] });
});
afterAll(async () => {
  await door.close();
  rmSync(folder, { recursive: true });
});

type Read = { rows: unknown[][]; faults: unknown[][] };

async function staged(text: string, header: readonly string[]): Promise<Read> {
  const file = path.join(folder, `${files}.csv`);
  writeFileSync(file, text);
  const { table, faults } = await stageCsv(door, String(files++), file, header, ",");
  const rows = await door.rows(`select * from ${table} order by _row`);
  const found = await door.rows(`select _row, rule, lines from ${faults} order by _row`);
  return { rows: rows.map(Object.values), faults: found.map(Object.values) };
}

function scanned(text: string, columns: number, part: number): Read {
  const read: Read = { rows: [], faults: [] };
  const scanner = new RecordScanner(columns, ",", {
    record: (record, cells) => read.rows.push([record, ...cells.map(cellText)]),
    fault: (record, fault, lost) => read.faults.push([record, fault, keptText(lost).lines]),
  });
  for (let at = 0; at < text.length; at += part) scanner.add(text.slice(at, at + part));
  scanner.end();
  return read;
}

const tables = fc.record({
  columns: fc.integer({ min: 1, max: 3 }),
  rows: fc.oneof(
    fc.array(fc.constantFrom("x", "y", ",", '"', " ", "\n"), { maxLength: 30 }),
    fc.array(fc.constantFrom("x,x", "x", ",", '"', '"x"', '""', ",,x", ' "', '" ', "\n", "\n\n", "x\n", ",y\n"), {
      maxLength: 14,
    }),
  ),
  part: fc.integer({ min: 1, max: 40 }),
});

test("records, their numbers and their faults are those of the reader that loads files, in whatever parts they come", async () => {
  const one = async ({ columns, rows, part }: { columns: number; rows: string[]; part: number }) => {
    const header = ["a", "b", "c"].slice(0, columns);
    const text = `${header.join(",")}\n${rows.join("")}`;
    expect(scanned(text, columns, part), JSON.stringify(text)).toEqual(await staged(text, header));
  };
  await fc.assert(fc.asyncProperty(tables, one), {
    numRuns: Number(process.env.RUNS ?? 60),
    seed: Number(process.env.SEED ?? 7),
  });
}, 600_000);
