import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { readXlsx, writeXlsx } from "hucre/xlsx";
import { afterAll, beforeAll, expect, test } from "vitest";
import { recordKinds } from "../../../models/contract/catalogue.ts";
import { checkExport } from "../../../pipelines/check/check-export.ts";
import type { TableFeed } from "../../../pipelines/network.ts";
import { readPartner } from "../../../pipelines/read-network.ts";
import { writeTemplates } from "../../../pipelines/templates/write-templates.ts";
import { testNetwork } from "../../support/network.ts";
import { token } from "../../support/small-network.ts";

let folder: string;
let files: string[];
beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), "common-measure-templates-"));
  files = await writeTemplates(folder, "# a schema");
});
afterAll(() => rmSync(folder, { recursive: true }));
const read = (name: string) => readFileSync(path.join(folder, name), "utf8");

test("there is a CSV template for each record kind: its fields as header, and no row", () => {
  expect(readdirSync(folder).sort()).toEqual([...files].sort());
  for (const { kind, fields } of recordKinds) expect(read(`${kind}.csv`)).toBe(`${Object.keys(fields).join(",")}\r\n`);
});

test("a template filled in is accepted as it is under the YAML that comes with it", async () => {
  const partner = readPartner(path.join(folder, "template-partner.yaml"));
  expect(partner.feeds.map(({ id }) => id)).toEqual(recordKinds.map(({ kind }) => kind.replaceAll("_", "-")));
  const sent = path.join(folder, "sent");
  mkdirSync(sent);
  const rows = {
    person: `${token(1)},,woman,,,,,,,,`,
    enrollment: `${token(2)},${token(1)},,template-partner-program,2025-01-02,,,,,,,,`,
  };
  for (const [kind, row] of Object.entries(rows))
    writeFileSync(path.join(sent, `${kind}.csv`), `${read(`${kind}.csv`)}${row}\r\n`);
  const scratch = path.join(folder, "scratch");
  const network = { ...testNetwork, partners: [partner] };
  const report = await checkExport({
    file: sent,
    partner,
    network,
    networkKnown: false,
    scratch,
    now: new Date("2026-01-01"),
  });
  expect(report.deliveries.map(({ name, outcome, records }) => [name, outcome, records[0]!.accepted])).toEqual([
    ["person.csv", "accepted", 1],
    ["enrollment.csv", "accepted", 1],
  ]);
});

test("the workbook of templates is accepted as it is, beside a row filled in", async () => {
  const book = await readXlsx(readFileSync(path.join(folder, "templates.xlsx")), { readStyles: true });
  const sheet = book.sheets.find(({ name }) => name === "person")!;
  sheet.rows[1] = [token(1), null, "woman"];
  const sent = path.join(folder, "people.xlsx");
  writeFileSync(sent, await writeXlsx({ sheets: book.sheets as never }));
  const { feeds, ...settings } = readPartner(path.join(folder, "template-partner.yaml"));
  const people = feeds.find(({ id }) => id === "person")! as TableFeed;
  const feed: TableFeed = { ...people, format: "xlsx", sheet: "person", files: "*.xlsx" };
  const partner = { ...settings, feeds: [feed] };
  const network = { ...testNetwork, partners: [partner] };
  const asked = { file: sent, partner, network, networkKnown: false, now: new Date("2026-01-01") };
  const { deliveries } = await checkExport({ ...asked, scratch: path.join(folder, "scratch") });
  expect(deliveries.map(({ outcome, says, records }) => [outcome, says, records[0]?.accepted])).toEqual([
    ["accepted", [], 1],
  ]);
});

test("the dictionary has a line for every field, with its codes, limits, and the version that brought it", () => {
  const lines = read("data-dictionary.csv").trimEnd().split("\r\n");
  expect(lines.length).toBe(1 + recordKinds.reduce((sum, { fields }) => sum + Object.keys(fields).length, 0));
  expect(lines).toContain(
    '"person","age","no","no","whole number","","0 to 90","Age in whole years on `age_on`; 90 stands for 90 and over.","1"',
  );
  expect(lines.find((line) => line.startsWith('"skill_gain","type"'))).toContain(
    '"yes","yes","code","transcript (Transcript or report card); milestone (Training milestone); progression (Skills progression)"',
  );
  expect(lines.find((line) => line.startsWith('"skill_gain","type"'))).toMatch(/"3"$/);
  expect(lines.find((line) => line.includes('"prior_living"'))).toMatch(/"4"$/);
});

test("the dictionary reads as Markdown: a section a record kind, tables of fields and codes, rules as sentences", () => {
  const text = read("data-dictionary.md");
  expect(text.match(/^## /gm)!.length).toBe(recordKinds.length);
  expect(text).toContain(
    "## Person (`person`)\n\nOne row per person at one partner. No two rows have the same `person_token`.\n",
  );
  expect(text).toContain("| `woman` | Woman |");
  expect(text).toContain("- The exit date must not be before the entry date.");
  expect(text).toContain("token: v1:&lt;key id>:&lt;26 letters and digits>");
});
