import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { type Finding, outcome, sentence, what } from "../../../pipelines/findings.ts";
import { readNetwork } from "../../../pipelines/read-network.ts";
import { screenDelivery } from "../../../pipelines/receive/screen-delivery.ts";
import { underShownNames } from "../../../pipelines/receive/shown-names.ts";
import { openWarehouse } from "../../../pipelines/warehouse.ts";
import { peopleFile, SmallNetwork } from "../../support/small-network.ts";

const cases = path.join(import.meta.dirname, "../../cases");
const network = readNetwork(path.join(cases, "a full snapshot deletes what it leaves out", "network/network.yaml"));
const [partner] = network.partners;
const feed = partner!.feeds.find(({ id }) => id === "people")!;

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), "common-measure-screened-"));
  mkdirSync(path.join(folder, "work"));
});
afterEach(() => rmSync(folder, { recursive: true }));

/** What is found in one file with a column that the network agreed to ignore. */
async function findings(
  name: string,
  rows: readonly string[],
  header = "Person,Gender,Worker",
  ignore = ["Worker"],
): Promise<Finding[]> {
  writeFileSync(path.join(folder, name), [header, ...rows, ""].join("\n"));
  const ignoring = { ...feed, ignore } as typeof feed;
  const files = [{ name, path: path.join(folder, name) }];
  const [delivery] = await underShownNames([{ partner: partner!, feed: ignoring, name, files }]);
  const work = path.join(folder, "work");
  const door = await openWarehouse(":memory:", { folders: [work] });
  try {
    return (await screenDelivery(door, delivery!, work)).findings;
  } finally {
    await door.close();
  }
}

const row = (at: number, worker: string) => `v1:hub:${"abcd"[at % 4]}${"a".repeat(24)},F,${worker}`;

test.each([
  ["a Social Security number", "412.65.0001"],
  ["a Social Security number", "٤١٢-٦٥-٠٠٠١"],
  ["an e-mail address", "ana@example.org"],
  ["a telephone number", "901-555-0143"],
])("%s in a column the network ignores refuses the file", async (identifier, value) => {
  const found = await findings("people.csv", [row(0, "w1"), row(1, value), row(2, "w2")]);
  expect(found).toEqual([
    {
      code: "identifier-values",
      partner: "hub",
      feed: "people",
      facts: { file: "people.csv", column: "Worker", identifier, rows: 1 },
    },
  ]);
});

test("a file named for a person is refused by its content's hash, whatever else is wrong with it", async () => {
  for (const rows of [[row(0, "w1")], [row(0, "412-65-0001")], ["\0"]]) {
    const found = await findings("people-412-65-0001.csv", rows);
    expect(found.map(({ code }) => code)).toEqual(["identifying-file-name"]);
    expect(JSON.stringify(found)).not.toContain("0001");
    expect(what(found[0]!)).toMatch(
      /^sha256-[0-9a-f]{8}: a file is called so here because its own name holds what looks like a Social Security number\.$/,
    );
  }
});

test("a file named for the day of its export is not", async () => {
  expect(await findings("people-2025-06-30.csv", [row(0, "w1")])).toEqual([]);
});

test.each([
  ["Person,Gender,Worker,worker", "duplicate-column", "Worker", row(1, "412-65-0001,x")],
  ["Person,Gender,Worker,worker", "duplicate-column", "worker", row(1, "w2,412-65-0001")],
  ["Person,Gender,", "unnamed-column", "column 3", row(1, "412-65-0001")],
  ["Person,Gender,_row", "reserved-column", "_row", row(1, "412-65-0001")],
])("what stands under the header %s is screened although its file is stopped", async (header, fault, column, bad) => {
  const found = await findings("people.csv", [bad], header);
  expect(found.map((finding) => [finding.code, outcome(finding)])).toEqual([
    [fault, "stopped"],
    ["identifier-values", "refused"],
  ]);
  const facts = { file: "people.csv", column, identifier: "a Social Security number", rows: 1 };
  expect(found[1]!.facts).toEqual(facts);
});

const FITTING = [row(0, "w1"), row(1, "w2")];
const LONG = "x".repeat(2_100_000);
test.each([
  ["a surplus cell", "a Social Security number", [...FITTING, row(2, "w3,536-22-1234")]],
  ["a quoted surplus cell", "a Social Security number", [...FITTING, row(2, 'w3,"x\n536-22-1234"')]],
  ["a short row", "a telephone number", ["901-555-0143", ...FITTING]],
  ["a comment line", "an e-mail address", ["# ask ana@example.org", ...FITTING]],
  ["an unclosed quote in the last row", "an e-mail address", [...FITTING, row(2, '"ana@example.org')]],
  ["an unclosed quote in row 4", "an e-mail address", [...FITTING, row(2, '"ana@example.org'), ...FITTING]],
  ["what an unclosed quote swallows", "an e-mail address", [...FITTING, row(2, '"x'), row(3, "ana@example.org")]],
  ["text after a quote", "an e-mail address", [...FITTING, row(2, '"x"ana@example.org')]],
  ["the beginning of a long line", "a Social Security number", [row(0, `536-22-1234 ${LONG}`), ...FITTING]],
  ["the end of a long line", "a Social Security number", [row(0, `${LONG} 536-22-1234`), ...FITTING]],
  ["a long quoted line", "a Social Security number", [row(0, `"${LONG}\n 536-22-1234"`), ...FITTING]],
  ["a long surplus line", "a Social Security number", [...FITTING, row(0, `${"wwwwwwwww,".repeat(1200)}536-22-1234`)]],
  [
    "what an unclosed quote swallows far on",
    "an e-mail address",
    [row(2, '"x'), ...Array(100_000).fill(row(1, "w")), row(3, "ana@example.org")],
  ],
])("an identifier in %s refuses the file", async (_, identifier, rows) => {
  const found = await findings("people.csv", rows);
  const refused = found.filter((finding) => outcome(finding) === "refused");
  expect(refused.map(what)).toEqual([
    `people.csv: 1 row that does not fit the header holds what looks like ${identifier}.`,
  ]);
  expect(JSON.stringify(found)).not.toMatch(/536-22-1234|901-555-0143|ana@/);
});

test("rows that do not fit the header and identify nobody refuse nothing, however long", async () => {
  const rows = [...FITTING, row(2, "w3,w4,2024-07-01"), "# exported 2024-07-01", row(3, LONG), row(0, '"open')];
  expect(await findings("people.csv", rows)).toEqual([]);
});

test.each([
  [100, "identifier-in-misfits"],
  [400_000, "overlong-cell"],
])("what a header's unclosed quote swallows, %i rows on, refuses the file", async (rows, code) => {
  const found = await findings(
    "people.csv",
    [...Array(rows).fill(row(1, "w")), row(3, "ana@example.org")],
    'Person,"Sex',
  );
  expect(found.map((finding) => finding.code)).toContain(code);
});

test("what a header's unclosed quote swallows is repeated in no finding", async () => {
  const found = await findings("people.csv", Array(100).fill(row(1, "w")), 'Person,"Sex');
  expect(found.map(what)).toContain('people.csv: nobody has agreed what the column "column 2" means.');
  expect(JSON.stringify(found)).not.toContain("v1:hub");
});

const BLANKS = "\n".repeat(1_200_000);
test.each([
  ["Person,Gender,Worker", row(1, "412-65-0001"), "identifier-values"],
  ["Person,Gender,Worker,SSN", row(1, "w1,x"), "identifier-column"],
  ["Person,Gender,Worker", row(1, "w1,412-65-0001"), "identifier-in-misfits"],
  ["Nobody,knows", "these,columns", "no-agreed-column"],
])("what stands under more than a megabyte of blanks is screened: %s", async (header, line, code) => {
  const found = await findings("people.csv", [line], `${BLANKS}${header}`);
  expect(found.map((finding) => [finding.code, outcome(finding)])).toEqual(
    expect.arrayContaining([
      ["blank-beginning", "stopped"],
      [code, "refused"],
    ]),
  );
});

test("a file that is only blanks is empty, whatever its size", async () => {
  expect((await findings("people.csv", [], BLANKS)).map(({ code }) => code)).toEqual(["no-header"]);
});

test("a header that does not end within a megabyte is screened to its end", async () => {
  const found = await findings(
    "people.csv",
    [row(0, "w1")],
    `Person,Gender,Worker,${" ".repeat(1_200_000)}412-65-0001`,
  );
  expect(found.map(({ code }) => code)).toContain("identifier-in-misfits");
});

test.each([
  [";", "semicolons (;)"],
  ["\t", "tabs"],
  ["|", "vertical bars (|)"],
])("a file whose cells are separated by %j says so, and is screened as it is", async (sign, named) => {
  const as = (line: string) => line.replaceAll(",", sign);
  const [found, ...others] = await findings("people.csv", [as(row(0, "w1"))], as("Person,Gender,Worker"));
  expect([outcome(found!), sentence(found!), others]).toEqual([
    "stopped",
    `people.csv: the cells seem to be separated by ${named}, while the mapping says commas (,). Either save it with commas (,) between its cells or set delimiter to ${JSON.stringify(sign)} for this feed in the partner's YAML.`,
    [],
  ]);
  const worse = await findings("people.csv", [as(row(0, "412-65-0001"))], as("Person,Gender,Worker"));
  expect(worse.map(({ code }) => code)).toEqual(["wrong-delimiter", "identifier-values"]);
});

test("a line for spreadsheets before the header that says what the mapping says is passed over, and named where it does not", async () => {
  const as = (sign: string) => findings("people.csv", [], `sep=${sign}\n${["Person", "Gender"].join(sign)}`);
  const [[other], [same]] = [await as(";"), await as(",")];
  expect([outcome(other!), what(other!)]).toEqual([
    "refused",
    "people.csv: the first line (sep=) says to a spreadsheet that semicolons (;) separate the cells, where the header row belongs; the mapping says commas (,).",
  ]);
  expect(sentence(other!)).toContain('set delimiter to ";" for this feed');
  expect(same).toBeUndefined();
});

test("a cell that is too long to be read refuses its file and is named by row, column and limit", async () => {
  const long = "x\n".repeat(4_000_001);
  const found = await findings("people.csv", [row(0, "w1"), row(1, `"${long}"`), row(2, "w2")]);
  expect(found.map((finding) => [outcome(finding), sentence(finding)])).toEqual([
    [
      "refused",
      'people.csv: the cell in row 3, column "Worker", is longer than 8,000,000 bytes, more than can be read and screened. Nothing of the file was kept. Close the quotation mark that is open there, or shorten the cell, and send the file again.',
    ],
  ]);
});

test.each([
  ["a surplus cell", `${row(0, "").split(",")[0]},536-22-1234\n`],
  ["a comment line", "# 536-22-1234,x\n"],
  ["an unclosed quote", '"536-22-1234\n'],
  ["a long line", `${LONG} 536-22-1234\n`],
])("nothing of a file with an identifier in %s is sealed", async (_, line) => {
  const small = new SmallNetwork(folder);
  small.send("hub/people.csv", `${peopleFile(1, 2, 3)}${line}`);
  const { fresh } = await small.take();
  expect(fresh.map(({ outcome }) => outcome)).toEqual(["refused"]);
  expect(readdirSync(small.path("inbox"))).toEqual(["receipts.json"]);
  expect(readFileSync(small.path("inbox/receipts.json"), "utf8")).not.toContain("536-22-1234");
});

test("a quotation mark that the header leaves open draws no row into a sentence, and an agreed name of two lines is a name", async () => {
  const drawn = await findings("people.csv", [row(0, 'w",secret-1,secret-2'), row(1, "w2")], 'Person,Gender,"Worker');
  expect(drawn.map(({ code, facts }) => [code, "column" in facts && facts.column])).toEqual([
    ["unknown-column", "column 3"],
    ["unknown-column", "column 4"],
    ["unknown-column", "column 5"],
  ]);
  expect(
    await findings("people.csv", [row(0, "w1")], 'Person,Gender,"Worker\nof the person"', ["Worker\nof the person"]),
  ).toEqual([]);
});
