import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { Feed } from "../../../../pipelines/network.ts";
import { BothChecks } from "../../../support/both-checks.ts";
import { rawRow, rawWorkbook, workbookOf, zipOf } from "../../../support/container-files.ts";
import { token } from "../../../support/small-network.ts";

vi.setConfig({ testTimeout: 60_000 });
let both: BothChecks;
beforeAll(() => {
  both = new BothChecks();
});
afterAll(() => both.close());

const columns = { person_token: "Person", age: "Age", age_on: "Aged on" };
const people = (settings: object = {}) =>
  Feed.parse({ id: "people", record: "person", files: "*", format: "xlsx", stop_above: 0.9, columns, ...settings });
const HEADER = ["Person", "Age", "Aged on"];
const header = (row: number) => rawRow(row, ...HEADER);
const dated = (row: number, serial: number) => `<c r="C${row}" s="1"><v>${serial}</v></c>`;
const person = (row: number, age: string, on: string) =>
  rawRow(row, token(row), `<c r="B${row}"><v>${age}</v></c>`, on);
const good = () => header(1) + person(2, "31", "2024-07-01");
const plain = [HEADER, [token(1), 31, "2024-07-01"]];
const stray = [token(2), ...Array.from({ length: 16_382 }, () => null), "x"];

type Content = () => Promise<Uint8Array> | Uint8Array;
const part =
  (name: string, content: string): Content =>
  () =>
    rawWorkbook(good(), { parts: { [name]: content } });
const lying: Content = async () => {
  const book = Buffer.from(await rawWorkbook(good()));
  const named = book.lastIndexOf("xl/worksheets/sheet1.xml");
  book.writeUInt32LE(book.readUInt32LE(named - 22) + 1, named - 22);
  return book;
};
const wrongSum: Content = async () => {
  const book = Buffer.from(await rawWorkbook(good()));
  const named = book.lastIndexOf("xl/styles.xml");
  book.writeUInt8(book.readUInt8(named - 30) ^ 1, named - 30);
  return book;
};

test.each<[string, "accepted" | "stopped" | "refused", Content, object?]>([
  [
    "days as a spreadsheet stores them, with times and as text",
    "accepted",
    () =>
      rawWorkbook(
        header(1) +
          person(2, "31.0", dated(2, 45474)) +
          person(3, "32", dated(3, 45474.5)) +
          person(4, "33", "2024-07-01") +
          person(5, "34", dated(5, -1)) +
          person(6, "34", "7/1/2024"),
      ),
  ],
  [
    "days from 1904",
    "accepted",
    () => rawWorkbook(header(1) + person(2, "31", dated(2, 44012)), { properties: 'date1904="1"' }),
  ],
  [
    "merged titles, blank rows and a table further down",
    "accepted",
    () =>
      rawWorkbook(
        rawRow(1, "People of the hub") +
          rawRow(4, "", ...HEADER) +
          rawRow(6, "", token(1), "31", "2024-07-01") +
          rawRow(9, "", "", ""),
        { tail: '<mergeCells count="1"><mergeCell ref="A1:C2"/></mergeCells>' },
      ),
  ],
  ["a title with an address", "refused", () => rawWorkbook(rawRow(1, "ask ana@example.org") + header(3))],
  ["cells beside the table", "accepted", () => rawWorkbook(good() + rawRow(3, token(3), "31", "2024-07-01", "x"))],
  [
    "an identifier beside the table",
    "refused",
    () => rawWorkbook(good() + rawRow(3, token(3), "31", "2024-07-01", "412-65-0001")),
  ],
  [
    "a filled column without a name",
    "stopped",
    () => rawWorkbook(rawRow(1, "Person", "", "Age", "Aged on") + rawRow(2, token(2), "x", "31", "2024-07-01")),
  ],
  [
    "an unknown column",
    "stopped",
    () =>
      workbookOf({
        People: [
          [...HEADER, "Shoe"],
          [token(1), 31, "2024-07-01", 9],
        ],
      }),
  ],
  ["no header", "refused", () => workbookOf({ People: [[token(1), 31, "2024-07-01"]] })],
  ["nothing", "stopped", () => workbookOf({ People: [] })],
  [
    "a formula with a result and one without",
    "stopped",
    () =>
      rawWorkbook(
        header(1) +
          rawRow(2, token(1), `<c r="B2"><f>30+1</f><v>31</v></c>`, "2024-07-01") +
          rawRow(3, token(2), `<c r="B3"><f>30+1</f></c>`, "2024-07-01"),
      ),
  ],
  ["several visible sheets", "accepted", () => workbookOf({ People: plain, Codes: [["Code"], ["F"]] })],
  ["a sheet that is agreed", "accepted", () => workbookOf({ Codes: [["Code"]], People: plain }), { sheet: "people" }],
  ["a sheet that is missing", "stopped", () => workbookOf({ Codes: [["Code"], ["F"]] }), { sheet: "People" }],
  ["a number on another sheet", "refused", () => workbookOf({ People: plain, Old: [["Code"], ["412-65-0001"]] })],
  ["a sheet called like a number", "refused", () => workbookOf({ People: plain, "412-65-0001": [["Code"], ["x"]] })],
  [
    "a comment",
    "refused",
    part("xl/comments1.xml", "<comments><comment><t>call 901-555-0143</t></comment></comments>"),
  ],
  ["a text no cell uses", "refused", part("xl/sharedStrings.xml", "<sst><si><t>412-65-0001</t></si></sst>")],
  ["macros", "refused", part("xl/vbaProject.bin", "x")],
  ["links to other files", "refused", part("xl/externalLinks/externalLink1.xml", "<a/>")],
  ["entities", "refused", part("xl/extra.xml", '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>')],
  ["a bomb", "refused", part("xl/extra.xml", " ".repeat(20_000_000))],
  [
    "a cell longer than a spreadsheet allows",
    "refused",
    () => rawWorkbook(header(1) + rawRow(2, token(1), "31", "x".repeat(32_768))),
  ],
  ["a sheet shorter than its directory says", "refused", lying],
  ["a part with another checksum", "refused", wrongSum],
  ["no workbook in it", "refused", () => zipOf({ "a.txt": "x" })],
  ["CSV", "stopped", () => Buffer.from("Person,Age\n")],
  ["an old workbook", "stopped", () => Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 1, 2, 3, 4])],
  ["the beginning of a workbook", "refused", async () => Buffer.from(await rawWorkbook(good())).subarray(0, 700)],
  ["a cell in the last column", "refused", () => workbookOf({ People: [HEADER, stray] })],
])("of a workbook with %s both say the same", async (_, outcome, content, settings) => {
  expect((await both.say("people.xlsx", await content(), people(settings))).outcome).toBe(outcome);
});

const SERVICES = ["Service ID", "Client ID", "Date", "Type", "Case ID", "Opened", "Closed case"];
const episode = (from: string) => ({
  sheet: "Services",
  record: "enrollment",
  distinct: true,
  only_with: from,
  columns: {
    enrollment_token: from,
    person_token: "Client ID",
    program_id: { constant: "hub-core" },
    entered_on: "Opened",
  },
});
const cases = Feed.parse({
  id: "cases",
  files: "*",
  format: "xlsx",
  stop_above: 1,
  tables: [
    { sheet: "Clients", record: "person", columns: { person_token: "Client ID" } },
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
    episode("Case ID"),
    episode("Closed case"),
  ],
});

test("of several records out of the same lines, of one kind too, the same are kept, counted and set aside", async () => {
  const line = (service: number, client: string, opened: string | null, closed: string | null) => [
    token(service),
    client,
    "2024-07-02",
    "other",
    opened,
    opened || closed ? "2024-07-01" : null,
    closed,
  ];
  const book = await workbookOf({
    Clients: [["Client ID"], [token(1)], [token(1)], ["x"]],
    Services: [
      SERVICES,
      line(11, token(1), null, token(21)),
      line(12, token(1), token(21), token(22)),
      line(12, token(1), token(21), token(22)),
      [...line(13, token(1), null, null), "beside"],
      line(14, "x", token(23), token(23)),
    ],
  });
  const { records, reasons } = await both.say("cases.xlsx", book, cases);
  expect(records).toEqual([
    { record: "person", file: "cases.xlsx/Clients", accepted: 1, broken: 2, rows: 3 },
    { record: "service", file: "cases.xlsx/Services", accepted: 2, broken: 3, rows: 5 },
    { record: "enrollment", file: "cases.xlsx/Services", accepted: 2, broken: 4, rows: 5 },
  ]);
  // The closed case of row 2 is the open one of row 3, which comes first: the table of open cases is the first of the two.
  expect(reasons.filter(({ column }) => column === "Closed case")).toEqual([
    expect.objectContaining({ row: 2, rule: "repeated_key" }),
  ]);
});
