import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { tokenMaker } from "../../pipelines/deidentify/token.ts";
import { deidentifyMapped } from "../../pipelines/deidentify-mapped.ts";
import { Partner } from "../../pipelines/network.ts";
import { SmallNetwork, said } from "../support/small-network.ts";

const feeds = [
  {
    ...{ id: "people", record: "person", files: "people*.csv", delimiter: ";" },
    columns: {
      person_token: "Client",
      linkage_token: "Social",
      gender: { from: "Sex", words: { F: "woman", M: "man" } },
    },
    ignore: ["Worker"],
  },
  {
    ...{ id: "stays", record: "enrollment", files: "stays*.csv", dates: "MM/DD/YYYY" },
    columns: {
      enrollment_token: "Stay",
      person_token: "Client",
      program_id: { constant: "hub-core" },
      entered_on: "In",
      age_at_entry: "Age at entry",
    },
  },
];
const settings = { id: "hub", name: "hub", kind: "other", folder: "exports/hub", links_people: true };
const partner = Partner.parse({ ...settings, programs: [{ id: "hub-core", name: "Core", tier: "tier-1" }], feeds });
const own = { key: Buffer.alloc(32, 1), keyId: "own" };
const shared = { key: Buffer.alloc(32, 2), keyId: "net" };
const token = tokenMaker(own.key, own.keyId);

let work: string;
beforeEach(() => {
  work = mkdtempSync(path.join(tmpdir(), "common-measure-mapped-"));
  for (const name of ["raw", "scratch"]) mkdirSync(path.join(work, name));
  raw(
    "people.csv",
    'Client;Name;Social;Sex;Worker\n C1;Ana Lopez;412-65-0001;F;w1\nC2;"Lee; James";412 65 0002;412-65-0002;w2\n',
  );
  raw(
    "stays.csv",
    "Stay,Client,In,DOB,Notes\nS1,C1,7/1/2024,06/30/1990,told me\nS2,C2,7/1/2024,07/02/1930,\nS3,C2,7/2/2024,,\n",
  );
});
afterEach(() => rmSync(work, { recursive: true }));

const raw = (name: string, text: string) => writeFileSync(path.join(work, "raw", name), text);
const out = () => path.join(work, "out");
const lines = (name: string) => readFileSync(path.join(out(), name), "utf8").trimEnd().split("\n");
const deidentify = (more: object = {}) =>
  deidentifyMapped({
    from: path.join(work, "raw"),
    to: out(),
    partner,
    key: own,
    scratch: path.join(work, "scratch"),
    ...more,
  });

test("ids become tokens, dates of birth ages, and what the mapping gives no meaning is left out by its kind", async () => {
  const done = await deidentify({ linkage: shared });
  expect([done.files, done.rows]).toEqual([2, 5]);
  expect(lines("stays.csv")).toEqual([
    "Stay,Client,In,Age at entry",
    `${token("enrollment", "S1")},${token("person", "C1")},7/1/2024,34`,
    `${token("enrollment", "S2")},${token("person", "C2")},7/1/2024,90`,
    `${token("enrollment", "S3")},${token("person", "C2")},7/2/2024,`,
  ]);
  expect(lines("people.csv")[1]!.split(";")[0]).toBe(token("person", "C1"));
  expect(done.dropped.map(({ file, column, identifier }) => `${file} ${column}: ${identifier}`)).toEqual([
    "people.csv Name: a person's name",
    "people.csv Social: its tokens are in the column linkage_token: map that one",
    "people.csv Worker: something the mapping gives no meaning",
    "people.csv Sex: 1 cell that would identify a person",
    "stays.csv DOB: a date of birth",
    "stays.csv Notes: free text",
  ]);
  expect(statSync(path.join(out(), "people.csv")).mode & 0o777).toBe(0o600);
});

const GIVEN = ["Ana", "James", "Linda", "Carlos", "Donna", "Eric"];
const FAMILY = ["Lopez", "Smith", "Garcia", "Nguyen", "Kelly"];
test.each<[string, (at: number) => string]>([
  ["a person's name", (at) => (at % 5 === 4 ? `Xyqua Zzyrkle${at}` : `${GIVEN[at % 6]} ${FAMILY[at % 5]}`)],
  ["a Social Security number", (at) => String(412_650_001 + at)],
  ["a date of birth", (at) => `${1950 + at}-03-11`],
  ["an unsalted hash", (at) => (0xabcdef + at).toString(16).padStart(64, "c0ffee77")],
])("a column that holds %s under the name of a code leaves with no cell of it", async (kind, value) => {
  const cells = Array.from({ length: 20 }, (_, at) => value(at));
  raw("people.csv", ["Client;Sex", ...cells.map((cell, at) => `C${at};${cell}`), ""].join("\n"));
  rmSync(path.join(work, "raw/stays.csv"));
  const done = await deidentify();
  expect(done.dropped).toEqual([
    { file: "people.csv", column: "Sex", identifier: `all its cells, which together look like ${kind}` },
  ]);
  expect(lines("people.csv")).toEqual(["Client;Sex", ...cells.map((_, at) => `${token("person", `C${at}`)};`)]);
});

test("codes, words and days of service leave as they are, be there many of them", async () => {
  const cells = Array.from({ length: 40 }, (_, at) => ["F", "M", "Non-binary", "Prefer not to say"][at % 4]!);
  raw("people.csv", ["Client;Sex", ...cells.map((cell, at) => `C${at};${cell}`), ""].join("\n"));
  const days = cells.map((_, at) => `S${at},C${at},${1 + (at % 12)}/${1 + (at % 28)}/202${at % 6},${at % 90}`);
  raw("stays.csv", ["Stay,Client,In,Age at entry", ...days, ""].join("\n"));
  expect((await deidentify()).dropped).toEqual([]);
  expect(
    lines("people.csv")
      .slice(1)
      .map((line) => line.split(";")[1]),
  ).toEqual(cells);
});

test("nothing of the identities is written, and the pipeline takes in what is, by the same mapping", async () => {
  await deidentify({ linkage: shared });
  const written = readdirSync(out()).map((name) => readFileSync(path.join(out(), name), "utf8"));
  for (const identity of ["Ana", "Lee", "412", "0001", "1990", "told me", "C1", "S1"])
    expect(written.join("\n").includes(identity)).toBe(false);
  const small = new SmallNetwork(work);
  const [people, stays] = feeds;
  const columns = { ...people!.columns, linkage_token: "linkage_token" };
  small.partner("hub", [{ ...people, columns }, stays!], { links_people: true });
  for (const name of readdirSync(out())) small.send(`hub/${name}`, readFileSync(path.join(out(), name), "utf8"));
  const { fresh } = await small.take();
  const broken = fresh.flatMap(({ converted }) =>
    converted.map(({ record, accepted, broken }) => [record, accepted, broken]),
  );
  expect([said(fresh).map(([outcome]) => outcome), broken]).toEqual([
    ["hub/people.csv accepted", "hub/stays.csv accepted"],
    [
      ["person", 2, 0],
      ["enrollment", 3, 0],
    ],
  ]);
});

test("of a ZIP code its area is written, and of a small area 000", async () => {
  raw("people.csv", "Client;ZIP\nC1;38103\nC2;03601-1234\nC3;\n");
  const columns = { person_token: "Client", zip_area: "ZIP" };
  const feed = { ...feeds[0], columns, ignore: [] };
  await deidentify({ partner: Partner.parse({ ...settings, programs: partner.programs, feeds: [feed] }) });
  expect(lines("people.csv").map((line) => line.split(";")[1])).toEqual(["ZIP", "381", "000", ""]);
});

describe("a linkage token", () => {
  const linkage = () => lines("people.csv").map((line) => line.split(";")[1]);
  test("is made with the key that partners share, of the identity however it is written", async () => {
    await deidentify({ linkage: shared });
    const made = tokenMaker(shared.key, shared.keyId);
    expect(linkage()).toEqual(["linkage_token", made("linkage", "412650001"), made("linkage", "412650002")]);
  });
  test("is left out without that key", async () => {
    const { dropped } = await deidentify();
    expect(lines("people.csv")[0]).toBe("Client;Sex");
    expect(dropped[1]).toMatchObject({ column: "Social", identifier: "linkage, for which there is no --linkage-key" });
  });
});

test("the same key gives the same bytes, one file is enough, and tokens made before stay", async () => {
  await deidentify();
  const first = lines("stays.csv");
  const again = path.join(work, "again");
  await deidentify({ from: path.join(out(), "stays.csv"), to: again });
  expect(readFileSync(path.join(again, "stays.csv"), "utf8").trimEnd().split("\n")).toEqual(first);
});

describe("nothing is written", () => {
  test.each<[string, () => void, RegExp]>([
    ["where no file fits a feed", () => rmSync(path.join(work, "raw"), { recursive: true }), /no such file/],
    [
      "of a file that is named for a person",
      () => raw("people-412-65-0001.csv", "Client\n"),
      /named for a Social Security number/,
    ],
    ["of an empty file", () => raw("people-2.csv", ""), /people-2\.csv: the file is empty/],
    [
      "of a broken file",
      () => raw("stays-2.csv", 'Stay,Client\n"x\n'),
      /stays-2\.csv, row 2: a quotation mark in the row is not closed/,
    ],
  ])("%s", async (_, prepare, says) => {
    prepare();
    await expect(deidentify()).rejects.toThrow(says);
    expect(existsSync(out())).toBe(false);
    expect(readdirSync(work).filter((name) => name.startsWith("out"))).toEqual([]);
  });
});
