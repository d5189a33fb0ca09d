import { readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { inflateRawSync } from "node:zlib";
import { makeBuilder, Table, tableToIPC, Utf8 } from "apache-arrow";
import { afterEach, beforeEach, expect, test } from "vitest";
import * as yauzl from "yauzl";
import type { ReceivedFile } from "../../../pipelines/receive/receipt.ts";
import { openWarehouse } from "../../../pipelines/warehouse.ts";
import { rawRow, rawWorkbook, zipOf } from "../../support/container-files.ts";
import { SmallNetwork, said, token } from "../../support/small-network.ts";

let small: SmallNetwork;
beforeEach(() => {
  small = new SmallNetwork();
});
afterEach(() => small.remove());

const columns = { person_token: "Person", age: "Age", age_on: "Aged on" };
const feed = (format: string, settings: object = {}) => ({
  id: "people",
  record: "person",
  files: "people*",
  format,
  columns,
  ignore: ["Word"],
  ...settings,
});
/** What stands where nobody screens it, and may be in no file that is kept. */
const CANARY = "Canary Quillfeather";

/** The bytes of the one file in the inbox, and of every file in it where it is a zip folder. */
async function sealed(): Promise<{ name: string; bytes: Buffer }> {
  const names = readdirSync(small.path("inbox")).filter((name) => /^[0-9a-f]{64}$/.test(name));
  expect(names.length).toBe(1);
  const file = small.path(`inbox/${names[0]}`);
  const bytes = readFileSync(file);
  if (!bytes.subarray(0, 2).equals(Buffer.from("PK"))) return { name: names[0]!, bytes };
  const zip = await yauzl.openPromise(file, { lazyEntries: true });
  const parts = [bytes];
  for await (const entry of zip.eachEntry())
    for await (const part of await zip.openReadStreamPromise(entry)) parts.push(Buffer.from(part));
  return { name: names[0]!, bytes: Buffer.concat(parts) };
}

/** Takes a file in, takes it away, and makes everything again of what is sealed: with the same rows. */
async function takenTwice(name: string, content: Uint8Array, format: string, settings: object = {}) {
  small.partner("hub", [feed(format, settings)]);
  small.send(`hub/${name}`, content);
  const first = await small.take();
  expect(said(first.fresh)).toEqual([[`hub/${name} accepted`]]);
  const before = await rows(first.inUse[0]!.intake);
  const copy = await sealed();
  expect(copy.bytes.includes(CANARY)).toBe(false);
  expect(copy.bytes.includes(Buffer.from(CANARY).toString("base64").slice(0, 20))).toBe(false);
  expect(first.fresh[0]!.files[0]!.sealed).toBe(copy.name);
  rmSync(small.path(`exports/hub/${name}`));
  small.partner("hub", [feed(format, { ...settings, stop_above: 0.5 })]);
  const again = await small.take();
  expect(said(again.fresh)).toEqual([[`hub/${name} accepted`]]);
  expect(await rows(again.inUse[0]!.intake)).toEqual(before);
  expect(again.fresh[0]!.files).toEqual(first.fresh[0]!.files);
  expect((await sealed()).name).toBe(copy.name);
  return { before, copy };
}

async function rows(intake: string) {
  const door = await openWarehouse(":memory:", { folders: [small.places.intake] });
  try {
    const file = small.path(`intake/${intake}/person.parquet`);
    return await door.rows<Record<string, unknown>>(`select * from read_parquet('${file}') order by row_number`);
  } finally {
    await door.close();
  }
}

const people = (start: number) =>
  rawRow(start, "Person", "Age", "Aged on", "Word") +
  rawRow(
    start + 1,
    token(1),
    `<c r="B${start + 1}"><f>30+1</f><v>31</v></c>`,
    `<c r="C${start + 1}" s="1"><v>45474</v></c>`,
    "a &lt; b &amp; _x0041_ &quot;c&quot;",
  ) +
  rawRow(start + 4, token(2), `<c r="B${start + 4}"><v>32.0</v></c>`, "2024-07-02", "x");

test("of a workbook the cells are kept, whoever made it, printed it or wrote beside it", async () => {
  const content = await rawWorkbook(rawRow(1, "A title") + people(3), {
    tail: `<legacyDrawing r:id="a"/><extLst><ext uri="{x}">${CANARY}</ext></extLst>`,
    parts: {
      "docProps/core.xml": `<p><dc:creator>${CANARY}</dc:creator><cp:lastModifiedBy>${CANARY}</cp:lastModifiedBy></p>`,
      "docProps/thumbnail.jpeg": CANARY,
      "xl/printerSettings/printerSettings1.bin": CANARY,
      "xl/persons/person.xml": `<personList><person displayName="${CANARY}" userId="S::canary@example.org::1"/></personList>`,
      "xl/comments1.xml": `<comments><authors><author>${CANARY}</author></authors></comments>`,
      "xl/extra.txt": CANARY,
      "people.csv": CANARY,
    },
  });
  const { before } = await takenTwice("people.xlsx", content, "xlsx");
  expect(before.map(({ row_number, age, age_on }) => [row_number, age, age_on])).toEqual([
    [4, 31, "2024-07-01"],
    [7, 32, "2024-07-02"],
  ]);
});

test("a sheet that nobody agreed to keeps no name, and one that is agreed does", async () => {
  const sheets = (name: string) =>
    `<workbook xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="${name}" sheetId="1" r:id="rId1"/></sheets></workbook>`;
  const content = await rawWorkbook(people(1), { parts: { "xl/workbook.xml": sheets(CANARY) } });
  await takenTwice("people.xlsx", content, "xlsx");
  small.remove();
  small = new SmallNetwork();
  const agreed = await rawWorkbook(people(1), { parts: { "xl/workbook.xml": sheets("Clients") } });
  await takenTwice("people.xlsx", agreed, "xlsx", { sheet: "clients" });
});

const CSV = `Person,Age,Aged on,Word\n${token(1)},31,2024-07-01,x\n`;

test("of a zip folder the files that are read are kept, without comments, dates and what systems put beside them", async () => {
  const plain = await zipOf({
    "out/people.csv": CSV,
    "__MACOSX/out/._people.csv": CANARY,
    "out/.DS_Store": CANARY,
    "out/Thumbs.db": CANARY,
  });
  const end = plain.lastIndexOf(Buffer.from("PK\x05\x06", "latin1"));
  plain.writeUInt16LE(CANARY.length, end + 20);
  const content = Buffer.concat([plain, Buffer.from(CANARY)]);
  const { copy } = await takenTwice("people.zip", content, "csv");
  expect(copy.bytes.includes("__MACOSX") || copy.bytes.includes("Thumbs")).toBe(false);
  expect(copy.bytes.includes("out/people.csv")).toBe(true);
  expect(inflateRawSync(inflatable(copy.bytes)).toString()).toBe(CSV);
});

/** The packed bytes of the first file of a zip folder. */
function inflatable(zip: Buffer): Buffer {
  const at = 30 + zip.readUInt16LE(26) + zip.readUInt16LE(28);
  return zip.subarray(at, at + zip.readUInt32LE(18));
}

test("a workbook in a zip folder is kept as its cells too", async () => {
  const book = await rawWorkbook(people(1), { parts: { "xl/extra.txt": CANARY } });
  await takenTwice("people.zip", await zipOf({ "people.xlsx": book }), "xlsx");
});

const text = (cells: readonly string[]) => {
  const builder = makeBuilder({ type: new Utf8(), nullValues: [null] });
  for (const cell of cells) builder.append(cell);
  return builder.finish().toVector();
};

test("of an Arrow file the cells and the names of columns are kept, and nothing it says of itself or of a column", async () => {
  const table = new Table({
    Person: text([token(1), token(2)]),
    Age: text(["31", "32"]),
    "Aged on": text(["2024-07-01", "2024-07-02"]),
    Word: text(["x", "y"]),
  });
  table.schema.metadata.set("made by", CANARY);
  table.schema.fields[3]!.metadata.set("about", CANARY);
  const bytes = tableToIPC(table, "file");
  expect(Buffer.from(bytes).includes(CANARY)).toBe(true);
  await takenTwice("people.arrow", bytes, "arrow");
});

test("of a Parquet file the same", async () => {
  const file = small.path("made.parquet");
  const door = await openWarehouse(":memory:", { folders: [small.folder] });
  await door.run(
    `copy (select '${token(1)}' as "Person", 31 as "Age", date '2024-07-01' as "Aged on", 'x' as "Word") to '${file}' (format parquet, kv_metadata {note: '${CANARY}'})`,
  );
  await door.close();
  expect(readFileSync(file).includes(CANARY)).toBe(true);
  await takenTwice("people.parquet", readFileSync(file), "parquet");
});

test("a file that was sealed as it arrived is replaced by its cleaned copy when it is converted again", async () => {
  small.partner("hub", [feed("csv")]);
  small.send("hub/people.zip", await zipOf({ "people.csv": CSV, ".DS_Store": CANARY }));
  const [receipt] = (await small.take()).fresh;
  const copy = receipt!.files[0]!.sealed!;
  const [{ sealed: _, ...file }] = receipt!.files as [ReceivedFile];
  writeFileSync(small.path("inbox/receipts.json"), JSON.stringify([{ ...receipt, files: [file] }]));
  rmSync(small.path(`inbox/${copy}`));
  writeFileSync(small.path(`inbox/${file.hash}`), readFileSync(small.path("exports/hub/people.zip")));
  rmSync(small.path("exports/hub/people.zip"));
  small.partner("hub", [feed("csv", { stop_above: 0.5 })]);
  await small.take();
  expect((await sealed()).name).toBe(copy);
});

test("a sealed copy that is not what it was is lost, and says so by the name it has", async () => {
  small.partner("hub", [feed("csv")]);
  small.send("hub/people.zip", await zipOf({ "people.csv": CSV }));
  const copy = (await small.take()).fresh[0]!.files[0]!.sealed!;
  rmSync(small.path("exports/hub/people.zip"));
  rmSync(small.path(`inbox/${copy}`));
  writeFileSync(small.path(`inbox/${copy}`), await zipOf({ "people.csv": `${CSV}${token(5)},1,,\n` }));
  small.partner("hub", [feed("csv", { stop_above: 0.5 })]);
  expect(said((await small.take()).fresh)[0]![1]).toContain(`its sealed copy inbox/${copy} cannot be read`);
});

test("of a file that is refused later no cleaned copy is left", async () => {
  const own = feed("csv", { columns: { person_token: "Person" }, ignore: ["Age", "Aged on", "Word"] });
  small.partner("hub", [own]);
  small.send("hub/people.zip", await zipOf({ "people.csv": CSV }));
  expect(said((await small.take()).fresh)[0]![0]).toBe("hub/people.zip accepted");
  await sealed();
  small.partner("hub", [own], { profile: "safe_harbor" });
  expect(said((await small.take()).fresh)[0]![0]).toBe("hub/people.zip refused");
  expect(readdirSync(small.path("inbox"))).toEqual(["receipts.json"]);
});
