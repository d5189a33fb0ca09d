import { readdirSync, readFileSync, rmSync } from "node:fs";
import path from "node:path";
import { tableFromArrays, tableToIPC } from "apache-arrow";
import { afterEach, beforeEach, expect, test } from "vitest";
import { deidentify } from "../../../pipelines/deidentify/deidentify.ts";
import { openWarehouse } from "../../../pipelines/warehouse.ts";
import { workbookOf, zipOf } from "../../support/container-files.ts";
import { SmallNetwork, said, token } from "../../support/small-network.ts";

let small: SmallNetwork;
beforeEach(() => {
  small = new SmallNetwork();
});
afterEach(() => small.remove());

const PEOPLE = {
  id: "people",
  record: "person",
  files: "people*",
  columns: { person_token: "Person", age: "Age", age_on: "Aged on", veteran: "Veteran" },
};
const HEADER = ["Person", "Age", "Aged on", "Veteran"] as const;
const records = [
  { Person: token(1), Age: 31, "Aged on": "2024-07-01", Veteran: true },
  { Person: token(2), Age: 58, "Aged on": "2024-07-02", Veteran: false },
];
const rows = records.map((record) => HEADER.map((name) => record[name]));
const day = (text: string) => new Date(`${text}T00:00:00Z`);
const csv = [HEADER, ...rows].map((row) => row.join(",")).join("\n");
const arrow = tableFromArrays({
  Person: records.map(({ Person }) => Person),
  Age: Float64Array.from(records, ({ Age }) => Age),
  "Aged on": records.map((record) => day(record["Aged on"])),
  Veteran: records.map(({ Veteran }) => Veteran),
});

async function parquet(select: string): Promise<Buffer> {
  const file = small.path("made.parquet");
  const door = await openWarehouse(":memory:", { folders: [small.folder] });
  await door.run(`copy (${select}) to '${file}' (format parquet)`);
  await door.close();
  return readFileSync(file);
}

const parquetRows = () =>
  parquet(
    `select * from (values ${records
      .map(
        (record) =>
          `('${record.Person}', ${record.Age}::double, timestamp '${record["Aged on"]} 09:30:00', ${record.Veteran})`,
      )
      .join(", ")}) as t("Person", "Age", "Aged on", "Veteran")`,
  );

/** What comes of a file, and the records that it makes. */
async function taken(name: string, content: string | Uint8Array, settings: object = {}) {
  small.partner("hub", [{ ...PEOPLE, ...settings }]);
  small.send(`hub/${name}`, content);
  const taken = await small.take();
  return { said: said(taken.fresh)[0]!, taken };
}

async function people(taken: Awaited<ReturnType<SmallNetwork["take"]>>) {
  const door = await openWarehouse(":memory:", { folders: [small.places.intake] });
  try {
    return await door.rows(
      `select age, age_on, veteran, row_number from read_parquet('${small.path(`intake/${taken.inUse[0]!.intake}/person.parquet`)}') order by age`,
    );
  } finally {
    await door.close();
  }
}

const both = (first: number) => [
  { age: 31, age_on: "2024-07-01", veteran: true, row_number: first },
  { age: 58, age_on: "2024-07-02", veteran: false, row_number: first + 1 },
];

test.each([
  ["people.csv", {}, 2, async () => csv],
  ["people.xlsx", { format: "xlsx" }, 2, async () => workbookOf({ Sheet1: [HEADER, ...rows] })],
  ["people.json", { format: "json" }, 1, async () => JSON.stringify(records)],
  ["people.json", { format: "json" }, 1, async () => JSON.stringify({ made: "2024-07-03", count: 2, data: records })],
  ["people.jsonl", { format: "jsonl" }, 1, async () => records.map((each) => JSON.stringify(each)).join("\n")],
  ["people.parquet", { format: "parquet" }, 1, parquetRows],
  ["people.feather", { format: "arrow" }, 1, async () => tableToIPC(arrow, "file")],
  ["people.arrows", { format: "arrow" }, 1, async () => tableToIPC(arrow, "stream")],
  ["people.zip", {}, 2, async () => zipOf({ "export/people.csv": csv, "__MACOSX/export/._people.csv": "\0" })],
])("%s as %j makes the same records, with the row numbers of its own", async (name, settings, first, content) => {
  const of = await taken(name, await content(), settings);
  expect(of.said).toEqual([`hub/${name} accepted`]);
  expect(await people(of.taken)).toEqual(both(first));
});

test("text in UTF-16, as spreadsheets write it, is read by its byte-order mark", async () => {
  const tabs = csv.replaceAll(",", "\t").replaceAll("\n", "\r\n");
  for (const [mark, text] of [
    ["\ufeff", Buffer.from(`\ufeff${tabs}`, "utf16le")],
    ["swapped", Buffer.from(`\ufeff${tabs}`, "utf16le").swap16()],
  ] as const) {
    const of = await taken(`people-${mark.length}.txt`, text, { delimiter: "\t" });
    expect(of.said).toEqual([`hub/people-${mark.length}.txt accepted`]);
    expect(await people(of.taken)).toEqual(both(2));
    small.remove();
    small = new SmallNetwork();
  }
  const agreed = await taken("people.txt", Buffer.from(tabs, "utf16le"), { delimiter: "\t", encoding: "utf-16" });
  expect(agreed.said).toEqual(["hub/people.txt accepted"]);
});

test("titles, blank lines and an agreed sep= line above a header are passed over, and rows keep the numbers of the file", async () => {
  const titled = `sep=,\n\nPeople of the hub,,,\n"Made 2024-07-03\nby export",,,\n${csv}\nTotal,2,,\n`;
  const { said, taken: made } = await taken("people.csv", titled, { stop_above: 0.5 });
  expect(said).toEqual([
    "hub/people.csv accepted",
    "people.csv: 1 of 3 rows break their rules and are set aside; the rest is loaded. See the reasons and send the corrected rows.",
  ]);
  expect(await people(made)).toEqual(both(6));
  expect((await small.load(made)).aside).toEqual([
    "people.csv 8 Aged on age_has_day",
    "people.csv 8 Person not_a_token",
  ]);
});

test("blank lines before a row that does not fit are no broken rows", async () => {
  const rows = Array.from({ length: 18 }, (_, at) => `${token(10 + at)},40,2024-01-01,true`);
  const { said } = await taken("people.csv", `${[HEADER.join(","), ...rows].join("\n")}${"\n".repeat(11)}Total: 18\n`);
  expect(said).toEqual([
    "hub/people.csv accepted",
    "people.csv: 1 of 19 rows break their rules and are set aside; the rest is loaded. See the reasons and send the corrected rows.",
  ]);
});

test("a title that identifies a person refuses the file", async () => {
  const { said } = await taken("people.csv", `"Questions: ana@example.org"\n${csv}`);
  expect(said[0]).toBe("hub/people.csv refused");
  expect(said[1]).toContain("does not fit the header holds what looks like an e-mail address");
});

test.each([
  ["people.json", "json", "[1, 2]", "entry 1 is not a record with named fields"],
  ["people.json", "json", '[{"Person":"a","Person":"b"}]', "record 1 names a field twice"],
  ["people.json", "json", '[{"Person":{"first":"x"}}]', 'the column "Person" holds lists, objects or bytes'],
  ["people.json", "json", '{"Person": "a"', "cannot be read as JSON."],
  ["people.jsonl", "jsonl", '{"Person": "a"}\n{"Person"', "cannot be read as JSON lines."],
  ["people.json", "json", '[{"Per\\u0000son": "a"}]', "cannot be read as JSON."],
  ["people.json", "json", "[]", "the file is empty"],
  [
    "people.json",
    "json",
    JSON.stringify([{ ...records[0], SSN: "x" }]),
    'the column "SSN" is for a Social Security number',
  ],
  ["people.json", "json", JSON.stringify({ made: "ana@example.org", data: records }), "looks like an e-mail address"],
  ["people.json", "json", JSON.stringify({ "412-34-5678": 1, data: records }), "looks like a Social Security number"],
  ["people.json", "json", JSON.stringify({ "412-34-5678": records }), "looks like a Social Security number"],
  ["people.parquet", "parquet", "PAR1 nothing PAR1", "cannot be read as Parquet."],
  ["people.arrow", "arrow", csv, "cannot be read as Arrow."],
  ["people.arrow", "arrow", "ARROW1 nothing at all", "cannot be read as Arrow."],
  ["people.xlsx", "xlsx", csv, "cannot be read as a workbook (XLSX)."],
])("%s as %s that holds %s says so and is not kept", async (name, format, content, says) => {
  const { said } = await taken(name, content, { format });
  expect(said.join(" ")).toContain(says);
  expect(said[0]).toMatch(/ (?:stopped|refused)$/);
});

test("lists in Parquet and Arrow are no values", async () => {
  const list = await taken("people.parquet", await parquet(`select '${token(1)}' as "Person", [1, 2] as "Age"`), {
    format: "parquet",
  });
  expect(list.said[1]).toContain('the column "Age" holds lists, objects or bytes');
});

test("a file of a feed of several formats is sealed as it arrived, and converted again from there", async () => {
  const zip = await zipOf({ "people.csv": csv });
  await taken("people.zip", zip);
  expect(readdirSync(small.path("inbox")).length).toBe(2);
  rmSync(small.path("exports/hub/people.zip"));
  small.partner("hub", [{ ...PEOPLE, stop_above: 0.3 }]);
  const again = await small.take();
  expect(said(again.fresh)).toEqual([["hub/people.zip accepted"]]);
  expect((await small.load(again)).records).toBe(2);
});

test.each([
  [
    { "people.csv": csv, "notes.txt.bak": "x" },
    "people.zip: 1 file in the zip folder fits nothing agreed (*.csv, *.txt, *.tsv)",
  ],
  [{ "readme.md": "x" }, "people.zip: there is nothing in it for the feed, which reads *.csv, *.txt, *.tsv."],
  [{ "people.csv": csv, "more.zip": "x" }, "because there is another zip folder in it"],
  [
    { "people-412-65-0001.csv": csv },
    "people.zip/file-1: a file is called so here because its own name holds what looks like a Social Security number",
  ],
  [
    { "a/people.csv": `${csv}\n${token(3)},1,412-65-0001,` },
    'people.zip/a/people.csv: the column "Aged on" holds what looks like a Social Security number in 1 row',
  ],
])("of a zip folder with %j nothing is kept", async (files, says) => {
  const { said } = await taken("people.zip", await zipOf(files));
  expect(said.join(" ")).toContain(says);
  expect(said.join(" ")).not.toContain("0001");
  expect(readdirSync(small.path("inbox"))).toEqual(["receipts.json"]);
});

test("several files of one kind in a zip folder are one delivery; rows keep their own file and number", async () => {
  const files = { "a.csv": csv, "b.csv": `${HEADER.join(",")}\n${token(2)},58,2024-07-02,false\n${token(3)},200,,\n` };
  const { said, taken: made } = await taken("people.zip", await zipOf(files), { stop_above: 0.9 });
  expect(said).toEqual([
    "hub/people.zip accepted",
    "people.zip: 2 of 4 rows break their rules and are set aside; the rest is loaded. See the reasons and send the corrected rows.",
  ]);
  const loaded = await small.load(made);
  expect(loaded.records).toBe(2);
  expect(loaded.aside).toEqual([
    "people.zip/b.csv 2 Person repeated_key",
    "people.zip/b.csv 3 Age too_large",
    "people.zip/b.csv 3 Aged on age_has_day",
  ]);
});

test("a folder in a zip folder that is called like an identifier refuses it, and its name is nowhere", async () => {
  const { said } = await taken("people.zip", await zipOf({ "412-34-5678/a.csv": csv }), {});
  expect(said[0]).toBe("hub/people.zip refused");
  expect(said.join(" ")).toContain("people.zip/file-1: a file is called so here");
  expect(said.join(" ")).not.toContain("412-34");
});

test("a zipped HMIS export is one delivery, whatever folder its files are in", async () => {
  const export_ = path.join(import.meta.dirname, "../../fixtures/hmis/export");
  const clean = small.path("clean");
  await deidentify({ from: export_, to: clean, key: Buffer.alloc(32, 1), keyId: "hub-1" });
  const files = Object.fromEntries(
    readdirSync(clean).map((file) => [`export/${file}`, readFileSync(path.join(clean, file))]),
  );
  const hmis = { id: "hmis", files: "hmis-*.zip", format: "hmis_csv", projects: {}, stop_above: 1 };
  small.partner("hub", [hmis]);
  small.send("hub/hmis-1.zip", await zipOf(files));
  const [receipt] = (await small.take()).fresh;
  expect([receipt!.outcome, receipt!.name, receipt!.files.length]).toEqual(["accepted", "hmis-1.zip", 1]);
  expect(receipt!.converted.map(({ record, file }) => `${record} ${file}`)).toContain(
    "person hmis-1.zip/export/Client.csv",
  );
  small.send("hub/hmis-1.zip", await zipOf({ ...files, "other/Client.csv": "x" }));
  expect(said((await small.take()).fresh)[0]![1]).toContain("because two files in it have the same name");
});

test("the tables of a zip folder name their files, and one without a file stops it", async () => {
  const table = (inside: string, record: string, columns: object) => ({ inside, record, columns });
  const tables = [
    table("clients*.csv", "person", { person_token: "Person" }),
    table("homes*.csv", "household_member", {
      household_token: "Home",
      person_token: "Person",
      role: { constant: "head" },
    }),
  ];
  small.partner("hub", [{ id: "all", files: "*", tables }]);
  const homes = `Home,Person\n${token(9)},${token(1)}\n`;
  small.send("hub/a.zip", await zipOf({ "clients.csv": `Person\n${token(1)}\n`, "homes-2.csv": homes }));
  small.send("hub/b.zip", await zipOf({ "clients.csv": `Person\n${token(1)}\n` }));
  small.send("hub/clients-2.csv", `Person\n${token(2)}\n`);
  small.send("hub/others.csv", `Person\n${token(2)}\n`);
  const { fresh } = await small.take();
  expect(said(fresh).map(([outcome, says]) => [outcome, says?.split(". ")[0]])).toEqual([
    ["hub/a.zip accepted", undefined],
    ["hub/b.zip stopped", "b.zip/homes*.csv is not in the export"],
    ["hub/clients-2.csv accepted", undefined],
    ["hub/others.csv stopped", "others.csv: there is nothing in it for the feed, which reads clients*.csv, homes*.csv"],
  ]);
  expect(fresh[0]!.converted.map(({ record, file, accepted }) => [record, file, accepted])).toEqual([
    ["person", "a.zip/clients.csv", 1],
    ["household_member", "a.zip/homes-2.csv", 1],
  ]);
});
