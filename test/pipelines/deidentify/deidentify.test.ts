import { isUtf8 } from "node:buffer";
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { cp, mkdir } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { TOKEN_PATTERN } from "../../../models/contract/field.ts";
import { deidentify } from "../../../pipelines/deidentify/deidentify.ts";
import { readRecords } from "../../../pipelines/deidentify/read-records.ts";
import { type Finding, sentence } from "../../../pipelines/findings.ts";
import { checkExport } from "../../../pipelines/intake/hmis.ts";
import { screenHeader } from "../../../pipelines/screen/screen-header.ts";
import { screenValues } from "../../../pipelines/screen/screen-values.ts";
import { columnsOf, dataLab, stageHmis } from "../../support/stage-hmis.ts";

const fixture = path.resolve(import.meta.dirname, "../../fixtures/hmis/export");
const work = mkdtempSync(path.join(tmpdir(), "deidentify-"));
afterAll(() => rmSync(work, { recursive: true }));

let made = 0;
const folder = () => path.join(work, String(made++));
const key = Buffer.alloc(32, 7);

async function written(from: string, with_ = key): Promise<string> {
  const to = folder();
  await deidentify({ from, to, key: with_, keyId: "test" });
  return to;
}

const contents = (of: string) =>
  Object.fromEntries(readdirSync(of).map((name) => [name, readFileSync(path.join(of, name), "utf8")]));

async function column(file: string, ...names: string[]): Promise<string[][]> {
  const rows: string[][] = [];
  for await (const record of readRecords(file)) rows.push(record);
  const [header, ...records] = rows;
  return records.map((record) => names.map((name) => record[header!.indexOf(name)]!));
}

const clients = (of: string) =>
  column(path.join(of, "Client.csv"), "PersonalID", "FirstName", "MiddleName", "LastName", "SSN", "DOB");

/** Everything in the original that names a person: names, numbers, days of birth and ids, as whole cells. */
async function identities(of: string): Promise<Set<string>> {
  const cells = [
    ...(await clients(of)),
    ...(await column(path.join(of, "Enrollment.csv"), "EnrollmentID", "HouseholdID", "LastPermanentStreet")),
    ...(await column(path.join(of, "User.csv"), "UserID", "UserFirstName", "UserLastName", "UserPhone", "UserEmail")),
  ];
  return new Set(cells.flat().filter((cell) => cell !== ""));
}

/** A copy as intake would read it, in UTF-8 with LF. */
function utf8Copy(of: string): string {
  const to = folder();
  mkdirSync(to);
  for (const name of readdirSync(of).filter((file) => file.endsWith(".csv"))) {
    const bytes = readFileSync(path.join(of, name));
    const text = new TextDecoder(isUtf8(bytes) ? "utf-8" : "windows-1252").decode(bytes);
    writeFileSync(path.join(to, name), text.replaceAll("\r\n", "\n"));
  }
  return to;
}

async function screened(of: string) {
  const { door, tables } = await stageHmis(utf8Copy(of));
  const found = [];
  for (const [file, table] of tables) {
    const columns = await columnsOf(door, table);
    found.push(...screenHeader(file, columns, new Set()), ...(await screenValues(door, table, file, columns)));
  }
  const faults = await checkExport(door, tables);
  await door.close();
  return { found, faults };
}

const say = (finding: Pick<Finding, "code" | "facts">) =>
  sentence({ ...finding, partner: "shelter", feed: "hmis" } as Finding);

const later = (year: string) => path.resolve(import.meta.dirname, `../../fixtures/hmis-${year}/export`);

describe.each([
  ["the export worked by hand", fixture],
  ["the one of FY2024", later("2024")],
  ["the one of FY2026", later("2026")],
  ["the HUD DataLab test kit", dataLab],
])("%s", (_, from) => {
  const exists = existsSync(from);

  test.runIf(exists)("is refused as it is, by file, column and kind, without a value", async () => {
    const { found, faults } = await screened(from);
    const sentences = [...found, ...faults].map(say);
    expect(sentences).toContainEqual(
      expect.stringContaining(`Client.csv: the column "SSN" is for a Social Security number`),
    );
    expect(sentences).toContainEqual(
      expect.stringContaining(`User.csv: the column "UserLastName" is for a person's name`),
    );
    expect(sentences).toContainEqual(
      expect.stringContaining(`ProjectCoC.csv: the column "Address1" holds what looks like a street address in 1 row.`),
    );
    const columns = found.map(({ facts }) => `${facts.file} ${facts.column}`);
    for (const named of ["FirstName", "LastName", "DOB"]) expect(columns).toContain(`Client.csv ${named}`);
    expect(faults.map(({ code }) => code)).toEqual(["unhashed-export"]);
    const words = new Set(sentences.flatMap((one) => one.split(/[^\p{L}\p{N}'-]+/u)));
    const quoted = (await clients(from)).flat().filter((value) => value.length > 1 && words.has(value));
    expect(quoted).toEqual([]);
  });

  test.runIf(exists)("leaves nothing of anybody in any file, and passes the screen and the adapter", async () => {
    const to = await written(from);
    const known = await identities(from);
    for (const text of Object.values(contents(to))) {
      expect(text.split(/[,\n]/).filter((cell) => known.has(cell))).toEqual([]);
      expect(text).toMatch(/^[\x20-\x7e\n]*$/);
    }
    expect(await screened(to)).toEqual({ found: [], faults: [] });
  });

  test.runIf(exists)("gives the same bytes with the same key, and other tokens with another", async () => {
    const first = contents(await written(from));
    expect(contents(await written(from))).toEqual(first);
    expect(contents(await written(from, Buffer.alloc(32, 8)))["Client.csv"]).not.toBe(first["Client.csv"]);
  });
});

test("an id has one token in every file, so that records still join", async () => {
  const to = await written(fixture);
  const people = (await column(path.join(to, "Client.csv"), "PersonalID")).flat();
  const enrolled = await column(path.join(to, "Enrollment.csv"), "PersonalID", "EnrollmentID");
  const exits = (await column(path.join(to, "Exit.csv"), "EnrollmentID")).flat();
  for (const token of people) expect(token).toMatch(new RegExp(`^${TOKEN_PATTERN}$`));
  expect(new Set(people).size).toBe(10);
  expect(new Set(enrolled.map(([person]) => person))).toEqual(new Set(people));
  expect(exits.every((exit) => enrolled.some(([, enrollment]) => enrollment === exit))).toBe(true);
});

test("dates of birth become ages in whole years, 90 and over as 90", async () => {
  const to = await written(fixture);
  const atStart = (await column(path.join(to, "Client.csv"), "AgeAtExportStart")).flat();
  expect(atStart).toEqual(["34", "17", "", "90", "44", "48", "25", "54", "24", "39"]);
  const atEntry = (await column(path.join(to, "Enrollment.csv"), "AgeAtEntry")).flat();
  expect(atEntry).toEqual(["33", "17", "", "90", "42", "44", "48", "25", "24", "54", "24", "38"]);
});

test("what was left out is reported, and rows stay in their order", async () => {
  const to = folder();
  const { files, rows, dropped } = await deidentify({ from: fixture, to, key, keyId: "test" });
  expect({ files, rows }).toEqual({ files: 11, rows: 51 });
  expect(dropped).toContainEqual({ file: "Client.csv", column: "DOB", identifier: "a date of birth" });
  expect(dropped).toContainEqual({
    file: "CurrentLivingSituation.csv",
    column: "LocationDetails",
    identifier: "free text",
  });
  expect((await column(path.join(to, "Exit.csv"), "Destination")).flat().slice(0, 3)).toEqual(["10", "10", "24"]);
  expect(await column(path.join(to, "Export.csv"), "HashStatus", "DeidentifiedBy")).toEqual([
    ["1", "common-measure deidentify 1"],
  ]);
});

test.each([
  ["2024", "2024 v1.4", ["AdditionalRaceEthnicity", "DifferentIdentityText", "DOB", "FirstName", "LastName"]],
  ["2026", "2026 v1", ["AdditionalRaceEthnicity", "DOB", "FirstName", "LastName"]],
])("of FY%s every column is known: codes stay, also those of the version, and texts go", async (year, says, gone) => {
  const to = folder();
  const { files, dropped } = await deidentify({ from: later(year), to, key, keyId: "test" });
  expect(files).toBe(14);
  expect(dropped.filter(({ identifier }) => /format does not have|other than a code/.test(identifier))).toEqual([]);
  const client = dropped.filter(({ file }) => file === "Client.csv").map(({ column: name }) => name);
  expect(client).toEqual(expect.arrayContaining(gone));
  expect(client).toHaveLength(gone.length + ["MiddleName", "NameSuffix", "SSN", "DateCreated", "DateUpdated"].length);
  expect(await column(path.join(to, "Export.csv"), "CSVVersion", "ImplementationID")).toEqual([[says, "ZZ-501-A"]]);
  expect(await column(path.join(to, "HMISParticipation.csv"), "HMISParticipationID", "ProjectID")).toEqual([
    ["32", "808"],
  ]);
});

async function changed(file: string, change: (text: string) => string): Promise<string> {
  const copy = folder();
  await cp(fixture, copy, { recursive: true });
  const at = path.join(copy, file);
  writeFileSync(at, change(readFileSync(at, "latin1")), "latin1");
  return copy;
}

test("a cell that is no code, number, day or id does not leave, and neither does a column nobody knows", async () => {
  const from = await changed("Exit.csv", (text) =>
    text.replace(",10,,", ",went to his sister Ana,,").replace("CMExitReason", "Remarks"),
  );
  const to = folder();
  const { dropped } = await deidentify({ from, to, key, keyId: "test" });
  expect(readFileSync(path.join(to, "Exit.csv"), "utf8")).not.toMatch(/sister|Remarks/);
  expect(dropped).toContainEqual({
    file: "Exit.csv",
    column: "Remarks",
    identifier: "something the format does not have",
  });
  expect(dropped.map(({ identifier }) => identifier)).toContain(
    "1 cell with something other than a code, number, day or id",
  );
});

test.each<[string, string, (text: string) => string, RegExp]>([
  [
    "another version",
    "Export.csv",
    (text) => text.replace("FY2022", "2028 v1"),
    /no CSVVersion of HMIS CSV FY2022, FY2024 or FY2026/,
  ],
  [
    "a date of birth in another form",
    "Client.csv",
    (text) => text.replace("1990-03-10", "3/10/1990"),
    /1 DOB not in the form YYYY-MM-DD/,
  ],
  [
    "a victim service provider",
    "Organization.csv",
    (text) => text.replace("Fixtures,0", "Fixtures,1"),
    /victim service provider/,
  ],
  ["an unclosed quote", "Exit.csv", (text) => `${text}"X`, /Exit.csv: record \d+ .* never closed/],
  [
    "a short record",
    "Client.csv",
    (text) => `${text}C-1,Ana\r\n`,
    /Client.csv: record 12 .* has 2 cells, the header 41/,
  ],
  ["a NUL byte", "User.csv", (text) => `${text}\0`, /User.csv is not a text file/],
])("refuses %s and leaves nothing behind", async (_, file, change, message) => {
  const from = await changed(file, change);
  const parent = folder();
  await mkdir(parent);
  await expect(deidentify({ from, to: path.join(parent, "out"), key, keyId: "test" })).rejects.toThrow(message);
  expect(readdirSync(parent)).toEqual([]);
});

test("refuses a folder that holds something, and an export that is de-identified already", async () => {
  const to = await written(fixture);
  await expect(deidentify({ from: fixture, to, key, keyId: "test" })).rejects.toThrow(/is not empty/);
  await expect(deidentify({ from: to, to: folder(), key, keyId: "test" })).rejects.toThrow(/de-identified already/);
});
