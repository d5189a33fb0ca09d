import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { makeSample } from "../../../data/sample/make-sample.ts";
import { deidentify } from "../../../pipelines/deidentify/deidentify.ts";
import { readRecords } from "../../../pipelines/deidentify/read-records.ts";
import { matchesPattern } from "../../../pipelines/pull/deliveries.ts";
import { readNetwork } from "../../../pipelines/read-network.ts";
import { screenColumns } from "../../../pipelines/screen/screen-columns.ts";
import { screenHeader } from "../../../pipelines/screen/screen-header.ts";
import { screenValues } from "../../../pipelines/screen/screen-values.ts";
import { type Door, openWarehouse } from "../../../pipelines/warehouse.ts";

const root = path.resolve(import.meta.dirname, "../../..");
const HMIS = path.join(root, "test/fixtures/hmis/export");
const STATES = ["TN", "MS", "AR"];

let door: Door;
let folder: string;
beforeAll(async () => {
  door = await openWarehouse(":memory:");
  folder = mkdtempSync(path.join(tmpdir(), "common-measure-legitimate-"));
});
afterAll(async () => {
  await door.close();
  rmSync(folder, { recursive: true });
});

/** Columns of a table of text and what the whole screen says of them; names the network agreed to are agreed. */
async function screen(file: string, header: readonly string[], rows: readonly (readonly string[])[]) {
  const columns = header.map((_, at) => `c${at}`);
  await door.run(`create or replace table sent (${columns.map((name) => `${name} varchar`).join(", ")})`);
  const cells = rows.map((row) => Object.fromEntries(columns.map((name, at) => [name, row[at] ?? ""])));
  await door.append("sent", Object.fromEntries(columns.map((name) => [name, "varchar" as const])), cells);
  const found = [
    ...screenHeader(file, header, new Set()),
    ...(await screenValues(door, "sent", file, columns)),
    ...(await screenColumns(door, "sent", file, columns, STATES)),
  ];
  const nameOf = (column: string) => header[columns.indexOf(column)] ?? column;
  return {
    columns: header.length,
    alarms: found.map(({ facts }) => `${file}: ${nameOf(facts.column)} ${facts.identifier}`),
  };
}

/** Cells of a file as lines, for separators that a real reader of CSV in this project does not take. */
const split = (text: string, sign: string) =>
  text
    .replace("\ufeff", "")
    .trimEnd()
    .split(/\r?\n/)
    .map((line) => line.split(sign).map((cell) => cell.replace(/^"(.*)"$/, "$1")));

test("no column of the sample's good files is taken for an identifier", async () => {
  const { refused } = await makeSample({ out: folder, people: 1200, seed: 2 });
  let columns = 0;
  const alarms: string[] = [];
  for (const partner of readNetwork(path.join(root, "data/network.yaml")).partners) {
    const sent = path.join(folder, path.basename(partner.folder));
    for (const file of readdirSync(sent).filter((name) => `${partner.id}/${name}` !== refused)) {
      const feed = partner.feeds.find(({ files }) => matchesPattern(file, files));
      if (feed?.format !== "csv") continue;
      const bytes = readFileSync(path.join(sent, file));
      const text = new TextDecoder(feed.encoding === "utf-8" ? "utf-8" : "windows-1252").decode(bytes);
      const [header, ...rows] = split(text, feed.delimiter);
      const screened = await screen(file, header!, rows);
      columns += screened.columns;
      alarms.push(...screened.alarms);
    }
  }
  expect(alarms).toEqual([]);
  expect(columns).toBeGreaterThan(300);
}, 60_000);

test("no column of a de-identified HMIS export is", async () => {
  const to = path.join(folder, "hmis");
  await deidentify({ from: HMIS, to, key: Buffer.alloc(32, 5), keyId: "a1" });
  let columns = 0;
  const alarms: string[] = [];
  for (const file of readdirSync(to)) {
    const records: string[][] = [];
    for await (const record of readRecords(path.join(to, file))) records.push(record);
    const [header, ...rows] = records;
    const screened = await screen(file, header!, rows);
    columns += screened.columns;
    alarms.push(...screened.alarms);
  }
  expect(alarms).toEqual([]);
  expect(columns).toBeGreaterThan(200);
});
