import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { tableFromArrays, tableToIPC } from "apache-arrow";
import { afterAll, beforeAll, expect, test } from "vitest";
import { checkExport } from "../../../pipelines/check/check-export.ts";
import { deidentify } from "../../../pipelines/deidentify/deidentify.ts";
import { mapFiles } from "../../../pipelines/map/map-files.ts";
import { readPartner } from "../../../pipelines/read-network.ts";
import { openWarehouse } from "../../../pipelines/warehouse.ts";
import { workbookOf, zipOf } from "../../support/container-files.ts";
import { SmallNetwork, token } from "../../support/small-network.ts";

const fixtures = path.resolve(import.meta.dirname, "../../fixtures");
let small: SmallNetwork;
beforeAll(() => {
  small = new SmallNetwork();
});
afterAll(() => small.remove());

const HEADER = ["Episode", "Client", "Start Date", "End Date"];
const days = Array.from(
  { length: 12 },
  (_, at) => [`2025-01-${at + 10}`, at % 3 ? null : `2025-06-${at + 10}`] as const,
);
const rows = days.map((day, at) => [token(100 + at), token(at), ...day]);
const records = rows.map((row) => Object.fromEntries(HEADER.map((name, at) => [name, row[at]])));
const lines = (header: readonly string[], of: readonly (readonly (string | null)[])[], delimiter = ",") =>
  [header, ...of].map((row) => `${row.join(delimiter)}\n`).join("");
const csv = lines(HEADER, rows);
const stored = rows.map(([episode, client, start, end]) => [
  episode!,
  client!,
  new Date(`${start}T00:00:00Z`),
  end ? new Date(`${end}T00:00:00Z`) : null,
]);
const book = () => workbookOf({ Sheet1: [["Episodes of the hub"], [], HEADER, ...stored] });
const arrow = tableFromArrays({
  Episode: rows.map(([episode]) => episode!),
  Client: rows.map(([, client]) => client!),
  "Start Date": days.map(([start]) => new Date(`${start}T00:00:00Z`)),
  "End Date": days.map(([, end]) => end),
});

async function parquet(): Promise<Buffer> {
  const file = small.path("made.parquet");
  const door = await openWarehouse(":memory:", { folders: [small.folder] });
  const values = rows.map(
    ([episode, client, start]) => `('${episode}', '${client}', timestamp '${start} 09:30:00', null::date)`,
  );
  await door.run(`copy (select * from (values ${values.join(", ")}) as t("Episode", "Client", "Start Date", "End Date"))
    to '${file}' (format parquet)`);
  await door.close();
  return readFileSync(file);
}

/** Where the files of a test are. */
function put(name: string, content: string | Uint8Array): string {
  const file = small.path(name);
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, content);
  return file;
}

/** What is proposed for files of the hub, which has one program; its sentences where nothing is. */
async function proposal(...files: string[]): Promise<string> {
  const { network } = small;
  const mapped = await mapFiles({ files, partner: "hub", network, scratch: small.path("scratch"), schema: "s.json" });
  return "held" in mapped ? mapped.held.join("\n") : mapped.yaml;
}

/** What `check` says of a file under a proposal: the outcome of each delivery with the records accepted. */
async function checked(file: string, yaml: string): Promise<string[]> {
  const partner = readPartner(put("hub.yaml", yaml));
  const scratch = small.path("scratch-of-check");
  const now = new Date("2026-01-05T10:00:00Z");
  const report = await checkExport({ file, partner, network: small.network, networkKnown: true, scratch, now });
  return report.deliveries.map(({ outcome, records: made, says }) =>
    [outcome, ...made.map(({ kind, accepted }) => `${accepted} ${kind}`), ...says].join(", "),
  );
}

test.each([
  ["episodes.csv", "delimiter: ;", async () => `Episodes of the hub\n\n${lines(HEADER, rows, ";")}`],
  ["episodes.txt", "encoding: utf-16", async () => Buffer.from(lines(HEADER, rows, "\t"), "utf16le")],
  ["episodes.xlsx", "format: xlsx", book],
  ["episodes.json", "format: json", async () => JSON.stringify({ made: "2025-07-01", data: records })],
  ["lines.json", "format: jsonl", async () => records.map((each) => JSON.stringify(each)).join("\n")],
  ["episodes.parquet", "format: parquet", parquet],
  ["episodes.feather", "format: arrow", async () => tableToIPC(arrow, "file")],
  ["episodes.zip", "inside: episodes-*.csv", async () => zipOf({ "out/episodes-2025.csv": csv, "__MACOSX/._x": "\0" })],
  ["books.zip", "inside: book.xlsx", async () => zipOf({ "book.xlsx": await book() })],
])("%s is proposed with %s, everything decided, and accepted under the proposal", async (name, setting, content) => {
  const file = put(`one/${name}`, await content());
  const yaml = await proposal(file);
  expect(yaml.replaceAll('"', "")).toContain(`    ${setting}\n`);
  expect(yaml).toContain("# Everything was decided.");
  expect(yaml).toMatch(/ program_id: \{ constant: hub-core \}/);
  expect(await checked(file, yaml)).toEqual(["accepted, 12 enrollment"]);
});

const visits = rows.map(([, client], at) => [
  token(200 + at),
  client!,
  days[at]![0],
  ["Workshop", "Coaching"][at % 2]!,
]);
const VISITS = ["Visit", "Client", "Visit Date", "Service Type"];

test("a workbook of several sheets is one feed with a table for each visible sheet that is a table", async () => {
  const of = {
    "Read me": [["How to fill this in"], ["One line for each person."]],
    Enrollments: [HEADER, ...stored],
    Services: [["Services of the year"], VISITS, ...visits],
  };
  const file = put("several/cases-2025.xlsx", await workbookOf(of));
  const yaml = await proposal(file);
  expect(yaml).toContain('    files: "cases-*.xlsx"\n');
  expect(yaml).toContain("    tables:\n      - sheet: Enrollments\n        record: enrollment ");
  expect(yaml).toContain("\n      - sheet: Services\n        record: service ");
  expect(yaml).toContain("# TODO nothing of the contract was recognised in cases-2025.xlsx/sheet 1");
  expect(await checked(file, yaml)).toEqual(["accepted, 12 enrollment, 12 service"]);
});

test("a sheet that a run would stop if it were mapped is left out, and said to be", async () => {
  const broken = [["Client", "", "Gender"], ...rows.map(([, client]) => [client!, "x", "F"])];
  const file = put("stopped/cases.xlsx", await workbookOf({ Enrollments: [HEADER, ...stored], People: broken }));
  const yaml = await proposal(file);
  expect(yaml).toMatch(/# TODO a sheet is left out here\. cases\.xlsx\/People: .*column 2/i);
  expect(yaml).toMatch(/ {4}sheet: Enrollments\n {4}record: enrollment/);
  expect(await checked(file, yaml)).toEqual(["accepted, 12 enrollment"]);
});

test("a workbook that would be stopped as a whole is held, whatever sheets are mapped", async () => {
  const formula = { formula: "A1" };
  const broken = [["Client", "Gender"], ...rows.map(([, client]) => [client!, "F"])];
  const book = { Enrollments: [HEADER, ...stored], People: broken };
  const cells = new Map([["2,1", formula]]);
  const file = put("held/cases.xlsx", await workbookOf(book, { cells }));
  expect(await proposal(file)).toMatch(/^cases\.xlsx: .*formula/);
});

test("the files of a zip folder are tables by their names, those of two years one table with the words of both", async () => {
  const people = (word: string, from: number) =>
    lines(
      ["Client", "Gender"],
      rows.map((_, at) => [token(from + at), word]),
    );
  const zip = await zipOf({
    "people-2024.csv": people("F", 0),
    "people-2025.csv": people("Male", 50),
    "visits.csv": lines(VISITS, visits),
  });
  const file = put("zip/export.zip", zip);
  const yaml = await proposal(file);
  expect(yaml).toContain("tables:\n      - inside: people-*.csv\n");
  expect(yaml).toContain("      - inside: visits.csv\n");
  expect(yaml).toMatch(/F: woman[\s\S]*Male: man|Male: man[\s\S]*F: woman/);
  expect(await checked(file, yaml)).toEqual(["accepted, 24 person, 12 service"]);
});

test("a pattern that would take in the file of another table is not proposed: both keep their names", async () => {
  const people = lines(
    ["Client", "Gender"],
    rows.map(([, client]) => [client!, "F"]),
  );
  const zip = await zipOf({ "hub-2025.csv": people, "hub-2025-visits.csv": lines(VISITS, visits) });
  const file = put("clash/export.zip", zip);
  const yaml = await proposal(file);
  expect([...yaml.matchAll(/inside: (.*)/g)].map(([, inside]) => inside)).toEqual([
    "hub-2025-visits.csv",
    "hub-2025.csv",
  ]);
  expect(await checked(file, yaml)).toEqual(["accepted, 12 service, 12 person"]);
});

test("a zip folder of files in several formats is said to be what no feed reads", async () => {
  const zip = await zipOf({ "a.csv": csv, "b.json": JSON.stringify(records) });
  expect(await proposal(put("mixed/export.zip", zip))).toBe(
    "export.zip: its files are of several formats (csv, json), and a feed has one. Send each format in a zip folder of its own.",
  );
});

test("an HMIS export, as a folder or zipped, is known by Export.csv, and its projects are to be decided", async () => {
  const to = small.path("hmis/export");
  await deidentify({ from: path.join(fixtures, "hmis/export"), to, key: Buffer.alloc(32, 7), keyId: "test" });
  const names = ["Client", "Enrollment", "Exit", "Export", "IncomeBenefits", "Project", "Services"].map(
    (name) => `${name}.csv`,
  );
  const zip = await zipOf(
    Object.fromEntries(names.map((name) => [`export/${name}`, readFileSync(path.join(to, name))])),
  );
  for (const [from, files] of [
    [to, '"*.csv"'],
    [put("zipped/hmis-2025.zip", zip), '"hmis-*.zip"'],
  ] as const) {
    const yaml = await proposal(from);
    expect(yaml).toContain(`    files: ${files}\n`);
    expect(yaml).toMatch(
      / {4}format: hmis_csv\n {4}projects:\n {6}"808": hub-core {2}# TODO say which program it is; leave/,
    );
    if (from !== to)
      expect(await checked(from, yaml)).toEqual([
        expect.stringMatching(/^accepted, \d+ person, .*[1-9]\d* enrollment/),
      ]);
  }
});

test("of an HMIS export that is not de-identified nothing is proposed", async () => {
  const said = await proposal(path.join(fixtures, "hmis/export"));
  expect(said).toContain('Client.csv: the column "SSN" is for a Social Security number');
  expect(said).not.toContain("projects");
});

test("participant records, zipped or not, are known by their header, with the programs somebody took part in", async () => {
  const record = readFileSync(path.join(fixtures, "pirl/participants.csv"), "utf8");
  const piped = record.replaceAll(",", "|");
  for (const [name, content, setting] of [
    ["participants-2025.csv", piped, '    delimiter: "|"\n'],
    ["participants.zip", await zipOf({ "q1/participants-2025.csv": record }), "    inside: participants-*.csv\n"],
  ] as const) {
    const file = put(`pirl/${name}`, content);
    const yaml = await proposal(file);
    expect(yaml).toContain("# Everything was decided.");
    expect(yaml).toContain("    format: wioa_pirl\n");
    expect(yaml).toContain(setting);
    expect(yaml).toMatch(/ {4}programs:\n {6}youth: hub-core\n {6}adult: hub-core\n {6}dislocated_worker: hub-core\n/);
    expect(await checked(file, yaml)).toEqual([expect.stringMatching(/^accepted, \d+ person, [1-9]\d* enrollment/)]);
  }
});

test("whatever holds what identifies people, a hidden sheet included, is refused whole and nothing of it is repeated", async () => {
  const guilty = [["Client", "Zorblax"], ...rows.map(([, client], at) => [client!, `ana${at}@example.org`])];
  const hidden = await workbookOf({ Guests: guilty }, { hidden: true });
  const found = lines(guilty[0]!, guilty.slice(1));
  for (const [name, content] of [
    ["book.xlsx", await workbookOf({ Enrollments: [HEADER, ...stored], Guests: guilty })],
    ["hidden.xlsx", hidden],
    ["guests.json", JSON.stringify(guilty.slice(1).map(([client, mail]) => ({ client, mail })))],
    ["guests.zip", await zipOf({ "enrollments.csv": csv, "guests.csv": found })],
    ["named.zip", await zipOf({ "ana@example.org.csv": csv })],
  ] as const) {
    const said = await proposal(put(`guilty/${name}`, content));
    expect([name, said]).toEqual([name, expect.stringContaining("an e-mail address")]);
    expect(said).not.toMatch(/@example|columns:/);
  }
});

test("a zip folder or a workbook that cannot be opened is said to be, in the words of a run", async () => {
  expect(await proposal(put("broken/x.zip", "no zip"))).toMatch(/^x\.zip: /);
  expect(await proposal(put("broken/old.xls", Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0])))).toMatch(
    /^old\.xls: .*an old Excel file/,
  );
  expect(await proposal(put("broken/x.parquet", "PAR1"))).toMatch(/^x\.parquet: .*Parquet/);
  expect(await proposal(put("broken/x.json", "[1, 2]"))).toMatch(/^x\.json: /);
});

test("a folder is each of its files, and one without files has nothing to map", async () => {
  put(
    "folder/people.csv",
    lines(
      ["Client", "Gender"],
      rows.map(([, client]) => [client!, "F"]),
    ),
  );
  put("folder/episodes.json", JSON.stringify(records));
  put("folder/.hidden", "x");
  const yaml = await proposal(small.path("folder"));
  expect([...yaml.matchAll(/ - id: (.*)/g)].map(([, id]) => id)).toEqual(["episodes", "people"]);
  rmSync(small.path("folder"), { recursive: true });
  mkdirSync(small.path("folder"));
  expect(await proposal(small.path("folder"))).toBe("There is no file to map.");
});
