import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, expect, test } from "vitest";
import { TOKEN_PATTERN } from "../../../models/contract/field.ts";
import { deidentifyParticipants } from "../../../pipelines/deidentify/participants.ts";
import { pirlColumnFaults } from "../../../pipelines/intake/pirl.ts";
import { pirlFeed } from "../../support/stage-pirl.ts";

const work = mkdtempSync(path.join(tmpdir(), "participants-"));
afterAll(() => rmSync(work, { recursive: true }));

let made = 0;
async function written(lines: readonly string[]) {
  const [from, to] = ["in", "out"].map((way) => path.join(work, `${way}-${made}.csv`)) as [string, string];
  made += 1;
  writeFileSync(from, lines.join("\r\n"));
  const report = await deidentifyParticipants({ from, to, key: Buffer.alloc(32, 7), keyId: "board" });
  return { ...report, to, lines: readFileSync(to, "utf8").trim().split("\n") };
}

const HEADER =
  "PIRL100,101 State Code of Residence,103 Zip Code of Residence,PIRL200,PIRL900,PIRL901,PIRL903,PIRL904,PIRL905,PIRL1301,PIRL1704,Caseworker";

test("numbers become tokens, births ages at entry; ZIP codes, names and columns of no element are left out", async () => {
  const { rows, dropped, lines } = await written([
    HEADER,
    "000123456789,TN,38104,19900116,20240115,20241110,1,,,Southfield Welding School,7500.00,Wilma",
    "000123456789,TN,38104,19900116,20250116,,1,,,,,Wilma",
    "A-77,88,,1930-01-01,20240115,00000000,,1,,,999999.99,",
    "A-78,TN,,,20240115,,,,1,,900123456,",
  ]);
  expect(rows).toBe(4);
  expect(lines[0]).toBe(
    "PIRL100,101 State Code of Residence,PIRL900,PIRL901,PIRL903,PIRL904,PIRL905,PIRL1301,PIRL1704,AgeAtEntry",
  );
  const cells = lines.slice(1).map((line) => line.split(","));
  expect(cells.map(([, ...rest]) => rest.join(","))).toEqual([
    "TN,20240115,20241110,1,,,,7500.00,33",
    "TN,20250116,,1,,,,,35",
    "88,20240115,00000000,,1,,,999999.99,90",
    "TN,20240115,,,,1,,,",
  ]);
  for (const [token] of cells) expect(token).toMatch(new RegExp(`^${TOKEN_PATTERN}$`));
  expect(cells[0]![0]).toBe(cells[1]![0]);
  expect(new Set(cells.map(([token]) => token)).size).toBe(3);
  expect(dropped.map(({ column, identifier }) => [column, identifier])).toEqual([
    ["103 Zip Code of Residence", "a ZIP code"],
    ["PIRL200", "a date of birth"],
    ["Caseworker", "something the record does not have"],
    ["PIRL1301", "1 cell with something other than a code, number or day"],
    ["PIRL1704", "1 cell with something other than a code, number or day"],
  ]);
  expect(pirlColumnFaults("out.csv", lines[0]!.split(","), pirlFeed)).toEqual([]);
});

test("ages that are there already stay, 90 and over as one", async () => {
  const { lines } = await written(["PIRL100,PIRL900,AgeAtEntry,CALC4039", "A-1,20240115,95,101", "A-2,20240115,90,17"]);
  expect(lines[0]).toBe("PIRL100,PIRL900,AgeAtEntry,CALC4039");
  expect(lines.slice(1).map((line) => line.split(",").slice(1).join(","))).toEqual([
    "20240115,90,90",
    "20240115,90,17",
  ]);
});

test.each([
  ["no numbers", ["PIRL900", "20240115"], /no column for participants' numbers \(element 100\)/],
  ["no days of entry", ["PIRL100", "A-1"], /no column for days of entry \(element 900\)/],
  ["a birth in another form", ["PIRL100,PIRL200,PIRL900", "A-1,1/16/1990,20240115"], /birth in record 2 .* YYYYMMDD/],
  ["nothing", [""], /is empty/],
])("a file with %s is written by no one, and nothing is left behind", async (_, lines, message) => {
  const before = readdirSync(work).length;
  await expect(written(lines)).rejects.toThrow(message);
  expect(readdirSync(work).length).toBe(before + 1);
});

test("a file that is there is not written over", async () => {
  const { to } = await written([HEADER, "A-1,TN,38104,19900116,20240115,,1,,,,,"]);
  const again = deidentifyParticipants({ from: to, to, key: Buffer.alloc(32, 7), keyId: "board" });
  await expect(again).rejects.toThrow(/already: name a new one/);
  expect(existsSync(to)).toBe(true);
});
