import { readdirSync } from "node:fs";
import { afterEach, beforeEach, expect, test } from "vitest";
import { openWarehouse } from "../../../pipelines/warehouse.ts";
import { rawRow, rawWorkbook, workbookOf } from "../../support/container-files.ts";
import { SmallNetwork, said, token } from "../../support/small-network.ts";

let small: SmallNetwork;
beforeEach(() => {
  small = new SmallNetwork();
});
afterEach(() => small.remove());

const columns = { person_token: "Person", age: "Age", age_on: "Aged on" };
const PEOPLE = { id: "people", record: "person", files: "people*.xlsx", format: "xlsx", columns };
const HEADER = ["Person", "Age", "Aged on"];

async function taken(content: Uint8Array, settings: object = {}) {
  small.partner("hub", [{ ...PEOPLE, ...settings }]);
  small.send("hub/people.xlsx", content);
  const taken = await small.take();
  return { said: said(taken.fresh)[0]!, taken };
}

async function rows(taken: Awaited<ReturnType<SmallNetwork["take"]>>, record = "person") {
  const door = await openWarehouse(":memory:", { folders: [small.places.intake] });
  try {
    const file = small.path(`intake/${taken.inUse[0]!.intake}/${record}.parquet`);
    return await door.rows<Record<string, unknown>>(`select * from read_parquet('${file}') order by row_number`);
  } finally {
    await door.close();
  }
}

const person = (row: number, age: string, on: string, number = row) =>
  rawRow(row, token(number), `<c r="B${row}"><v>${age}</v></c>`, on);
const header = (row: number) => rawRow(row, ...HEADER);
const dated = (row: number, serial: number | string) => `<c r="C${row}" s="1"><v>${serial}</v></c>`;

test("days are read as a spreadsheet stores them, from 1900 or from 1904, and text for a day stays text", async () => {
  const cells =
    header(1) + person(2, "31.0", dated(2, 45474)) + person(3, "32", dated(3, 45474.5)) + person(4, "33", "2024-07-01");
  const from1900 = await taken(await rawWorkbook(cells));
  expect((await rows(from1900.taken)).map(({ age, age_on }) => [age, age_on])).toEqual([
    [31, "2024-07-01"],
    [32, "2024-07-01"],
    [33, "2024-07-01"],
  ]);
  small.remove();
  small = new SmallNetwork();
  const cells1904 = header(1) + person(2, "31", dated(2, 44012));
  const from1904 = await taken(await rawWorkbook(cells1904, { properties: 'date1904="1"' }));
  expect((await rows(from1904.taken)).map(({ age_on }) => age_on)).toEqual(["2024-07-01"]);
});

test("a number that is an id keeps no point, however it is stored", async () => {
  const cells =
    header(1) +
    rawRow(2, token(1), "31", "2024-07-01") +
    rawRow(3, `<c r="A3"><v>1234567.0</v></c>`, "31", "2024-07-01");
  const { taken: made } = await taken(await rawWorkbook(cells), {
    stop_above: 1,
    columns: { ...columns, person_token: "Person" },
  });
  expect((await rows(made)).length).toBe(1);
  expect((await small.load(made)).aside).toEqual(["people.xlsx 3 Person not_a_token"]);
});

test("titles merged above the header are passed over, wherever the table begins, and rows go by the spreadsheet's numbers", async () => {
  const cells =
    rawRow(1, "People of the hub, July 2024") +
    rawRow(4, ...HEADER) +
    person(6, "31", dated(6, 45474)) +
    rawRow(9, "", "", "");
  const { said, taken: made } = await taken(
    await rawWorkbook(cells, { tail: '<mergeCells count="1"><mergeCell ref="A1:C2"/></mergeCells>' }),
  );
  expect(said).toEqual(["hub/people.xlsx accepted"]);
  expect((await rows(made)).map(({ row_number }) => row_number)).toEqual([6]);
});

test("cells beside the table are a broken row, and a column without a name stops the file", async () => {
  const beside = header(1) + person(2, "31", "2024-07-01") + rawRow(3, token(3), "31", "2024-07-01", "x");
  const broken = await taken(await rawWorkbook(beside), { stop_above: 1 });
  expect((await small.load(broken.taken)).aside).toEqual(["people.xlsx 3  too_many_cells"]);
  small.remove();
  small = new SmallNetwork();
  const nameless = rawRow(1, "Person", "", "Age", "Aged on") + rawRow(2, token(2), "x", "31", "2024-07-01");
  expect((await taken(await rawWorkbook(nameless))).said[1]).toBe(
    "people.xlsx: column 2 has no name in the header row. Name it or leave it out.",
  );
});

test("a formula counts for its stored result; one that was never computed stops the file", async () => {
  const computed = header(1) + rawRow(2, token(1), `<c r="B2"><f>30+1</f><v>31</v></c>`, "2024-07-01");
  const good = await taken(await rawWorkbook(computed));
  expect((await rows(good.taken)).map(({ age }) => age)).toEqual([31]);
  small.remove();
  small = new SmallNetwork();
  const not = header(1) + rawRow(2, token(1), `<c r="B2"><f>30+1</f></c>`, "2024-07-01");
  expect((await taken(await rawWorkbook(not))).said).toEqual([
    "hub/people.xlsx stopped",
    "people.xlsx: a cell holds a formula whose result was never stored (B2). Open the file in a spreadsheet program and save it, or replace formulas by their values, and send it again.",
  ]);
});

const plain = [HEADER, [token(1), 31, "2024-07-01"]];

test("the first visible sheet is read, and that there are others is said; a named one is found whatever its case", async () => {
  const several = await taken(await workbookOf({ People: plain, Codes: [["Code"], ["F"]] }));
  expect(several.said).toEqual([
    "hub/people.xlsx accepted",
    "people.xlsx: the workbook has 2 visible sheets and no sheet is agreed, so the first one is read. Say which one is meant with sheet for this feed in the partner's YAML.",
  ]);
  small.remove();
  small = new SmallNetwork();
  const named = await taken(await workbookOf({ Codes: [["Code"], ["F"]], People: plain }), { sheet: "people" });
  expect(named.said).toEqual(["hub/people.xlsx accepted"]);
  small.remove();
  small = new SmallNetwork();
  const missing = await taken(await workbookOf({ Codes: [["Code"], ["F"]] }), { sheet: "People" });
  expect(missing.said[1]).toMatch(/^people\.xlsx: there is no sheet "People" in the workbook\./);
});

test.each([
  [
    "a value of another sheet",
    { Old: [["Code"], ["412-65-0001"]] },
    'people.xlsx/sheet 2: the column "Code" holds what looks like a Social Security number',
  ],
  [
    "the header of another sheet",
    { Old: [["Client name"], ["x"]] },
    'people.xlsx/sheet 2: the column "Client name" is for a person\'s name',
  ],
  ["the name of another sheet", { "412-65-0001": [["Code"], ["x"]] }, "people.xlsx: outside the cells of the workbook"],
])("an identifier in %s refuses the workbook", async (_, sheets, says) => {
  const { said } = await taken(await workbookOf({ People: plain, ...sheets }));
  expect(said[0]).toBe("hub/people.xlsx refused");
  expect(said.join(" ")).toContain(says);
  expect(said.join(" ")).not.toContain("0001");
});

const good = () => header(1) + person(2, "31", "2024-07-01");
test.each([
  [
    "a comment",
    { parts: { "xl/comments1.xml": "<comments><comment><t>call 901-555-0143</t></comment></comments>" } },
    "a telephone number",
  ],
  ["a link", { tail: '<hyperlinks><hyperlink ref="A1" display="ana@example.org"/></hyperlinks>' }, "an e-mail address"],
  [
    "a link's target",
    {
      parts: {
        "xl/worksheets/_rels/sheet1.xml.rels":
          '<Relationships><Relationship Id="a" Target="mailto:ana@example.org"/></Relationships>',
      },
    },
    "an e-mail address",
  ],
  [
    "a heading for paper",
    { tail: "<headerFooter><oddHeader>412-65-0001</oddHeader></headerFooter>" },
    "a Social Security number",
  ],
  [
    "a text no cell uses",
    { parts: { "xl/sharedStrings.xml": "<sst><si><t>412-65-0001</t></si></sst>" } },
    "a Social Security number",
  ],
  [
    "the title of the file",
    { parts: { "docProps/core.xml": "<p><dc:title>Record of 412-65-0001</dc:title></p>" } },
    "a Social Security number",
  ],
  [
    "the texts of a drawing, four by name",
    {
      parts: {
        "xl/drawings/drawing1.xml": `<d>${["Ana Lopez", "James Smith", "Linda Garcia", "Carlos Nguyen"].map((name) => `<a:t>${name}</a:t>`).join("")}</d>`,
      },
    },
    "a person's name",
  ],
  [
    "the rows of a pivot table",
    { parts: { "xl/pivotCache/pivotCacheRecords1.xml": '<r><s v="412-65-0001"/></r>' } },
    "a Social Security number",
  ],
])("an identifier in %s refuses the workbook", async (_, more, identifier) => {
  const { said } = await taken(await rawWorkbook(good(), more));
  expect(said).toEqual([
    "hub/people.xlsx refused",
    `people.xlsx: outside the cells of the workbook (in the name of a sheet, a comment, a link, a heading, a formula, a list to choose from, a text kept for later or the properties of the file) there is what looks like ${identifier}. Nothing of the file was kept. Take it out (in Excel by File, Info, Inspect Document) or copy the data into a new workbook, and send that.`,
  ]);
  expect(readdirSync(small.path("inbox"))).toEqual(["receipts.json"]);
});

test("an identifier in a formula refuses the workbook, though the cell shows another", async () => {
  const cells =
    header(1) +
    rawRow(2, token(1), `<c r="B2"><f>IF(C2="412-65-0001",31,&quot;x&quot;)</f><v>31</v></c>`, "2024-07-01");
  expect((await taken(await rawWorkbook(cells))).said[1]).toContain(
    "there is what looks like a Social Security number.",
  );
});

test.each([
  ["xl/vbaProject.bin", "x", "it holds macros"],
  ["xl/externalLinks/externalLink1.xml", "<a/>", "it is linked to other files"],
  ["xl/media/image1.png", "x", "it holds pictures, which nobody can screen"],
  ["xl/embeddings/oleObject1.bin", "x", "it holds embedded objects, which nobody can screen"],
  ["xl/extra.xml", '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>', "it declares entities, which no spreadsheet needs"],
])("a workbook with %s is not opened", async (name, content, because) => {
  const { said } = await taken(await rawWorkbook(good(), { parts: { [name]: content } }));
  expect(said[0]).toBe("hub/people.xlsx refused");
  expect(said[1]).toContain(`people.xlsx: the file is not opened, because ${because}.`);
});

test("a cell that is longer than a spreadsheet allows refuses the workbook, and so does a sheet shorter than its directory says", async () => {
  const long = header(1) + rawRow(2, token(1), "31", "x".repeat(32_768));
  expect((await taken(await rawWorkbook(long))).said[1]).toContain(
    "a cell or a row in it is longer than any spreadsheet allows",
  );
  const lying = Buffer.from(await rawWorkbook(good()));
  const named = lying.lastIndexOf("xl/worksheets/sheet1.xml");
  lying.writeUInt32LE(lying.readUInt32LE(named - 22) + 1, named - 22);
  expect((await taken(lying)).said[1]).toContain("because it is damaged, or is not made as such files are");
});

const BOOK = {
  id: "cases",
  files: "people*.xlsx",
  format: "xlsx",
  tables: [
    {
      sheet: "Clients",
      record: "person",
      columns: { person_token: "Client ID", gender: { from: "Gender", words: { F: "woman", M: "man" } } },
    },
    {
      sheet: "Services",
      record: "service",
      columns: {
        service_token: "Service ID",
        person_token: "Client ID",
        provided_on: "Date",
        program_id: { constant: "hub-core" },
        type: "Type",
      },
    },
    {
      sheet: "Services",
      record: "enrollment",
      distinct: true,
      only_with: "Case ID",
      columns: {
        enrollment_token: "Case ID",
        person_token: "Client ID",
        program_id: { constant: "hub-core" },
        entered_on: "Opened",
      },
    },
  ],
};
const SERVICES = ["Service ID", "Client ID", "Date", "Type", "Case ID", "Opened"];

test("a workbook makes several records, of a sheet each or of the same lines, and lines that repeat a record make one", async () => {
  const line = (service: number, caseId: string | null) => [
    token(service),
    token(1),
    "2024-07-02",
    "other",
    caseId,
    caseId && "2024-07-01",
  ];
  small.partner("hub", [BOOK]);
  const book = await workbookOf({
    Clients: [
      ["Client ID", "Gender"],
      [token(1), "F"],
    ],
    Services: [SERVICES, line(11, token(21)), line(12, token(21)), line(13, null)],
  });
  small.send("hub/people.xlsx", book);
  const taken = await small.take();
  expect(said(taken.fresh)).toEqual([["hub/people.xlsx accepted"]]);
  expect(
    taken.fresh[0]!.converted.map(({ record, file, accepted, broken }) => [record, file, accepted, broken]),
  ).toEqual([
    ["person", "people.xlsx/Clients", 1, 0],
    ["service", "people.xlsx/Services", 3, 0],
    ["enrollment", "people.xlsx/Services", 1, 0],
  ]);
  expect((await rows(taken, "enrollment")).map(({ row_number }) => row_number)).toEqual([2]);
  expect((await small.load(taken, "enrollment")).records).toBe(1);
});

test("a column that no table of a sheet agreed to stops the workbook, and a column of one of them does not", async () => {
  small.partner("hub", [BOOK]);
  const clients = [
    ["Client ID", "Gender", "Shoe"],
    [token(1), "F", "41"],
  ];
  small.send("hub/people.xlsx", await workbookOf({ Clients: clients, Services: [SERVICES] }));
  const [says] = said((await small.take()).fresh);
  expect(says!.slice(1).map((each) => each.split(".")[1])).toHaveLength(1);
  expect(says![1]).toContain('people.xlsx/Clients: nobody has agreed what the column "Shoe" means');
});

test("a cell that strays to a sheet's last column, shown or not, refuses the workbook", async () => {
  const stray = [token(2), ...Array.from({ length: 16_382 }, () => null), "x"];
  const { said: shown } = await taken(await workbookOf({ People: [HEADER, stray] }));
  expect(shown[0]).toBe("hub/people.xlsx refused");
  expect(shown[1]).toContain("people.xlsx: the table has 16,384 columns, more than the 5,000 that can be screened");
  const { said: beside } = await taken(await workbookOf({ People: [HEADER], Notes: [stray] }), { sheet: "People" });
  expect(beside[0]).toBe("hub/people.xlsx refused");
  expect(beside[1]).toContain("people.xlsx/sheet 2: the table has 16,384 columns");
});
