import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { tableFromArrays, tableToIPC } from "apache-arrow";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { tokenMaker } from "../../pipelines/deidentify/token.ts";
import { deidentifyMapped } from "../../pipelines/deidentify-mapped.ts";
import { archiveMembers } from "../../pipelines/intake/archive/members.ts";
import { unpackEntry } from "../../pipelines/intake/archive/unpack-entry.ts";
import { Partner } from "../../pipelines/network.ts";
import { openWarehouse, quoteText } from "../../pipelines/warehouse.ts";
import { workbookOf, zipOf } from "../support/container-files.ts";
import { SmallNetwork, said } from "../support/small-network.ts";

const stays = {
  record: "enrollment",
  columns: {
    enrollment_token: "Stay",
    person_token: "Client",
    program_id: { constant: "hub-core" },
    entered_on: "In",
    age_at_entry: "Age at entry",
  },
};
const clients = { record: "person", columns: { person_token: "Client" } };
const HEADER = ["Stay", "Client", "Name", "SSN", "DOB", "In", "Note"] as const;
const rows = [
  ["S-1001", "C-2001", "Ana Lopez", "412-65-0001", "1990-06-30", "2024-07-01", "she told me"],
  ["S-1002", "C-2002", "James Lee", "412-65-0002", "1930-07-02", "2024-07-02", null],
  ["S-1003", "C-2002", "James Lee", "412-65-0002", null, "2024-07-03", "=1+1"],
];
/** What must be nowhere in what is written. */
const IDENTITIES = [
  "Ana",
  "Lopez",
  "James",
  "412-65",
  "1990-06-30",
  "1930-07-02",
  "told me",
  "S-100",
  "C-200",
  "Secret",
];
const records = rows.map((row) => Object.fromEntries(HEADER.map((name, at) => [name, row[at]])));
const csv = [HEADER, ...rows].map((row) => row.join(",")).join("\n");
const columnOf = (at: number) => rows.map((row) => row[at] ?? null);
const day = (text: string | null | undefined) => (text ? new Date(`${text}T00:00:00Z`) : null);

const own = { key: Buffer.alloc(32, 1), keyId: "own" };
const token = tokenMaker(own.key, own.keyId);

let work: string;
let small: SmallNetwork;
beforeEach(() => {
  work = mkdtempSync(path.join(tmpdir(), "common-measure-formats-"));
  for (const name of ["raw", "scratch"]) mkdirSync(path.join(work, name));
  small = new SmallNetwork(work);
});
afterEach(() => rmSync(work, { recursive: true }));

const raw = (name: string, content: string | Uint8Array) => writeFileSync(path.join(work, "raw", name), content);
const out = (name = "") => path.join(work, "out", name);
const partnerOf = (...feeds: object[]) =>
  Partner.parse({
    ...{ id: "hub", name: "hub", kind: "other", folder: "exports/hub", feeds },
    programs: [{ id: "hub-core", name: "Core", tier: "tier-1" }],
  });
const deidentify = (...feeds: object[]) =>
  deidentifyMapped({
    ...{ from: path.join(work, "raw"), to: out(), key: own, scratch: path.join(work, "scratch") },
    partner: partnerOf(...feeds),
  });

/** Everything in the files of a folder as bytes, what is packed in them besides. */
async function bytesIn(folder: string): Promise<string> {
  const all: string[] = [];
  for (const name of readdirSync(folder)) {
    const file = path.join(folder, name);
    all.push(readFileSync(file).toString("latin1"));
    if (/\.(?:zip|xlsx)$/.test(name)) all.push(await unpacked(file));
    if (name.endsWith(".parquet")) all.push(await cellsOf(file));
  }
  return all.join("\n");
}

async function unpacked(file: string): Promise<string> {
  const members = await archiveMembers(file);
  if (members.unsafe) throw new Error(members.unsafe);
  const folder = mkdtempSync(path.join(work, "unpacked-"));
  for (const [index, member] of members.names.entries())
    await unpackEntry(file, member, path.join(folder, `${index}${path.extname(member)}`));
  return `${members.names.join("\n")}\n${await bytesIn(folder)}`;
}

async function cellsOf(file: string): Promise<string> {
  const door = await openWarehouse(":memory:", { folders: [path.dirname(file)] });
  const cells = await door.rows(`select * from read_parquet(${quoteText(file)})`);
  await door.close();
  return JSON.stringify(cells);
}

async function parquet(): Promise<Buffer> {
  const file = path.join(work, "made.parquet");
  const door = await openWarehouse(":memory:", { folders: [work] });
  const values = rows.map((row) => `(${row.map((cell) => (cell === null ? "null" : quoteText(cell))).join(", ")})`);
  await door.run(`copy (select * replace (cast("DOB" as date) as "DOB", cast("In" as timestamp) as "In")
    from (values ${values.join(", ")}) as t(${HEADER.join(", ").replace("In", '"In"')})) to ${quoteText(file)} (format parquet)`);
  await door.close();
  return readFileSync(file);
}

const arrow = (form: "file" | "stream") =>
  tableToIPC(
    tableFromArrays(
      Object.fromEntries(
        HEADER.map((name, at) => [name, name === "DOB" || name === "In" ? columnOf(at).map(day) : columnOf(at)]),
      ),
    ),
    form,
  );

const workbook = () =>
  workbookOf({
    Stays: [
      ["Stays of Ana Lopez and others"],
      [],
      [...HEADER],
      ...rows.map((row) => row.map((cell, at) => (at === 4 || at === 5 ? day(cell) : cell))),
    ],
    Secret: [["Name"], ["Ana Lopez"]],
  });

/** What the door makes of what was written: what it says, and the records of each kind. */
async function taken(...feeds: object[]) {
  small.partner("hub", feeds);
  for (const name of readdirSync(out())) small.send(`hub/${name}`, readFileSync(out(name)));
  const taken = await small.take();
  const door = await openWarehouse(":memory:", { folders: [small.places.intake] });
  const [enrollment] = taken.inUse;
  const ages = await door.rows<{ entered_on: string; age_at_entry: number | null }>(
    `select entered_on, age_at_entry from read_parquet(${quoteText(small.path(`intake/${enrollment!.intake}/enrollment.parquet`))}) order by entered_on`,
  );
  await door.close();
  const broken = taken.fresh.flatMap(({ converted }) =>
    converted.map(({ record, accepted, broken }) => [record, accepted, broken]),
  );
  return { said: said(taken.fresh), broken, ages };
}

describe("a file is written again in its own format, without the identities, and the same mapping reads it", () => {
  test.each<[string, object, () => Promise<string | Uint8Array> | string | Uint8Array]>([
    ["stays.csv", {}, () => `Stays of Ana Lopez\n\n${csv}\n`],
    ["stays.txt", { delimiter: "\t", encoding: "utf-16" }, () => Buffer.from(csv.replaceAll(",", "\t"), "utf16le")],
    ["stays.xlsx", { format: "xlsx" }, workbook],
    ["stays.xlsx", { format: "xlsx", sheet: "stays" }, workbook],
    ["stays.json", { format: "json" }, () => JSON.stringify({ made_by: "Ana Lopez", data: records })],
    ["stays.jsonl", { format: "jsonl" }, () => records.map((each) => JSON.stringify(each)).join("\n")],
    ["stays.parquet", { format: "parquet" }, parquet],
    ["stays.feather", { format: "arrow" }, () => arrow("file")],
    ["stays.arrows", { format: "arrow" }, () => arrow("stream")],
    ["stays.zip", {}, () => zipOf({ "of/2024/stays.csv": csv, "Secret.pdf": "Ana Lopez" })],
    ["stays.zip", { format: "xlsx" }, async () => zipOf({ "stays.xlsx": await workbook() })],
    ["stays.zip", { format: "parquet", inside: "st*" }, async () => zipOf({ "stays.parquet": await parquet() })],
    ["stays.zip", { format: "arrow" }, () => zipOf({ "a/stays.arrow": arrow("file") })],
  ])("%s as %j", async (name, settings, content) => {
    raw(name, await content());
    const feed = { id: "stays", files: "stays*", ...stays, ...settings };
    const done = await deidentify(feed);
    expect([done.files, done.rows, readdirSync(out())]).toEqual([1, 3, [name]]);
    const kinds = done.dropped.map(({ identifier }) => identifier);
    expect(kinds).toEqual(
      expect.arrayContaining(["a person's name", "a Social Security number", "a date of birth", "free text"]),
    );
    const written = await bytesIn(out());
    expect(IDENTITIES.filter((identity) => written.includes(identity))).toEqual([]);
    expect(statSync(out(name)).mode & 0o777).toBe(0o600);
    const { said, broken, ages } = await taken(feed);
    expect(said).toEqual([[`hub/${name} accepted`]]);
    expect(broken).toEqual([["enrollment", 3, 0]]);
    expect(ages).toEqual([
      { entered_on: "2024-07-01", age_at_entry: 34 },
      { entered_on: "2024-07-02", age_at_entry: 90 },
      { entered_on: "2024-07-03", age_at_entry: null },
    ]);
  });
});

describe("a feed of several tables", () => {
  const tables = { id: "all", files: "all*", dates: "MM/DD/YYYY" };
  const outcome = async (feed: object) => {
    const { said, broken } = await taken(feed);
    return [said, broken];
  };
  test("in a workbook: each sheet is written under its name, the one without a name first, and sheets of no table are left out", async () => {
    const sheets = {
      Stays: [["Stay", "Client", "In", "DOB"], ...rows.map((row) => [row[0], row[1], "7/1/2024", row[4]])],
      Secret: [["Name"], ["Ana Lopez"]],
      Clients: [
        ["Client", "Name"],
        ["C-2001", "Ana Lopez"],
        ["C-2002", "James Lee"],
      ],
    };
    raw("all.xlsx", await workbookOf(sheets as never));
    const feed = { ...tables, format: "xlsx", tables: [{ ...clients, sheet: "clients" }, { ...stays }] };
    const { rows: count, dropped } = await deidentify(feed);
    expect(count).toBe(5);
    expect(dropped.map(({ file, column }) => `${file} ${column}`)).toEqual([
      "all.xlsx DOB",
      "all.xlsx/clients Name",
      "all.xlsx/sheet 2 (all of it)",
    ]);
    const written = await bytesIn(out());
    expect(IDENTITIES.filter((identity) => written.includes(identity))).toEqual([]);
    expect(written.indexOf('name="Sheet1"')).toBeLessThan(written.indexOf('name="clients"'));
    expect(await outcome(feed)).toEqual([
      [expect.arrayContaining(["hub/all.xlsx accepted"])],
      [
        ["enrollment", 3, 0],
        ["person", 2, 0],
      ],
    ]);
  });
  test("out of the same lines: a column has the meanings of all tables, and one that decides tells only whether it is filled", async () => {
    raw(
      "all.csv",
      "Client,Stay,In,Moved out,DOB\nC-2001,S-1001,07/01/2024,to her sister Ana,06/30/1990\nC-2002,S-1002,07/02/2024,,\n",
    );
    const { age_at_entry: _, ...columns } = stays.columns;
    const feed = {
      ...tables,
      tables: [
        { ...clients, distinct: true, ignore: ["Moved out"] },
        { ...stays, columns: { ...columns, age_at_entry: "Age" }, only_with: "Moved out", ignore: ["Moved out"] },
      ],
    };
    await deidentify(feed);
    expect(readFileSync(out("all.csv"), "utf8").split("\n")).toEqual([
      "Client,Stay,In,Moved out,Age",
      `${token("person", "C-2001")},${token("enrollment", "S-1001")},07/01/2024,1,34`,
      `${token("person", "C-2002")},${token("enrollment", "S-1002")},07/02/2024,,`,
      "",
    ]);
    expect(await outcome(feed)).toEqual([
      [["hub/all.csv accepted"]],
      [
        ["person", 2, 0],
        ["enrollment", 1, 0],
      ],
    ]);
  });
  test("in a zip folder: each file is written under its own name, as its own table", async () => {
    raw(
      "all.zip",
      await zipOf({
        "a/stays.csv": csv.replaceAll(/(\d{4})-(\d\d)-(\d\d)/g, "$2/$3/$1"),
        "people.csv": "Client,Name\nC-2001,Ana\n",
      }),
    );
    const feed = {
      ...tables,
      tables: [
        { ...clients, inside: "people*" },
        { ...stays, inside: "stays*" },
      ],
    };
    await deidentify(feed);
    expect(await archiveMembers(out("all.zip"))).toEqual({ names: ["a/stays.csv", "people.csv"] });
    expect(await unpacked(out("all.zip"))).toContain(`Client\n${token("person", "C-2001")}\n`);
    expect((await outcome(feed))[1]).toEqual([
      ["enrollment", 3, 0],
      ["person", 1, 0],
    ]);
  });
});

test("one id has one token in every format, and the same file is the same bytes", async () => {
  const feeds = [
    { id: "a", files: "a*", format: "json", ...stays },
    { id: "b", files: "b*", format: "xlsx", ...stays },
    { id: "c", files: "c*", ...stays },
  ];
  raw("a.json", JSON.stringify(records));
  raw("b.xlsx", await workbook());
  raw("c.zip", await zipOf({ "c.csv": csv }));
  await deidentify(...feeds);
  const made = token("enrollment", "S-1001");
  for (const name of ["b.xlsx", "c.zip"]) expect(await unpacked(out(name))).toContain(made);
  const first = readdirSync(out()).map((name) => readFileSync(out(name)));
  expect(String(first[0])).toContain(made);
  rmSync(out(), { recursive: true });
  await deidentify(...feeds);
  expect(readdirSync(out()).map((name, at) => readFileSync(out(name)).equals(first[at]!))).toEqual([true, true, true]);
});

describe("nothing is written, and nothing raw is left in the scratch folder", () => {
  test.each<[string, string, object, () => Promise<string | Uint8Array> | string, RegExp]>([
    ["of what is not of the format", "stays.parquet", { format: "parquet" }, () => csv, /cannot be read as Parquet/],
    [
      "of values in values",
      "stays.json",
      { format: "json" },
      () => '[{"Stay":{"a":1}}]',
      /the column "Stay" holds lists/,
    ],
    [
      "of a table with no column of the mapping",
      "stays.json",
      { format: "json" },
      () => '[{"x":1}]',
      /stays\.json: none of the/,
    ],
    [
      "of a sheet with a formula that was never worked out",
      "stays.xlsx",
      { format: "xlsx" },
      async () =>
        workbookOf({ Stays: [["Stay", "Client"]] }, { cells: new Map([["1,0", { formula: "A1" }]]) } as never),
      /formula/,
    ],
    [
      "of a cell beside the table",
      "stays.xlsx",
      { format: "xlsx" },
      () => workbookOf({ Stays: [["Stay"], ["S", "Ana"]] }) as never,
      /stays\.xlsx, row 2: the row has more cells/,
    ],
    [
      "of a file in a zip folder that is named for a person",
      "stays.zip",
      {},
      () => zipOf({ "412-65-0001/a.csv": csv }) as never,
      /named for a Social Security number/,
    ],
    [
      "of a zip folder with nothing to read",
      "stays.zip",
      {},
      () => zipOf({ "a.pdf": "x" }) as never,
      /stays\.zip holds nothing/,
    ],
    [
      "of a zip folder in a zip folder",
      "stays.zip",
      {},
      async () => zipOf({ "a.zip": await zipOf({ "a.csv": csv }) }),
      /stays\.zip is no zip folder that is opened/,
    ],
    [
      "where two columns would have one name",
      "stays.json",
      { format: "json", columns: { enrollment_token: "SSN", person_token: "enrollment_token" } },
      () => '[{"SSN":"1","enrollment_token":"2"}]',
      /would have the column enrollment_token twice/,
    ],
  ])("%s", async (_, name, settings, content, says) => {
    raw(name, await content());
    await expect(deidentify({ id: "stays", files: "stays*", ...stays, ...settings })).rejects.toThrow(says);
    expect(readdirSync(work).filter((each) => each.startsWith("out"))).toEqual([]);
    const left = readdirSync(path.join(work, "scratch"), { recursive: true, withFileTypes: true });
    expect(left.filter((each) => each.isFile()).map(({ name: file }) => file)).toEqual([]);
  });
});
