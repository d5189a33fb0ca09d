import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { makeSample } from "../../../data/sample/make-sample.ts";
import { deidentify } from "../../../pipelines/deidentify/deidentify.ts";
import { readRecords } from "../../../pipelines/deidentify/read-records.ts";
import { matchesPattern } from "../../../pipelines/file-pattern.ts";
import type { TableFeed } from "../../../pipelines/network.ts";
import { readNetwork } from "../../../pipelines/read-network.ts";
import { screenColumns } from "../../../pipelines/screen/screen-columns.ts";
import { screenHeader } from "../../../pipelines/screen/screen-header.ts";
import { screenValues } from "../../../pipelines/screen/screen-values.ts";
import { type Door, openWarehouse } from "../../../pipelines/warehouse.ts";

const root = path.resolve(import.meta.dirname, "../../..");
const HMIS = path.join(root, "test/fixtures/hmis/export");
const STATES = ["TN", "MS", "AR"];

let door: Door;
let folder: string;
beforeAll(async () => {
  door = await openWarehouse(":memory:");
  folder = mkdtempSync(path.join(tmpdir(), "common-measure-legitimate-"));
});
afterAll(async () => {
  await door.close();
  rmSync(folder, { recursive: true });
});

/** Columns of a table of text and what the whole screen says of them; names the network agreed to are agreed. */
async function screen(
  file: string,
  header: readonly string[],
  rows: readonly (readonly string[])[],
  agreed: readonly string[] = [],
) {
  const columns = header.map((_, at) => `c${at}`);
  await door.run(`create or replace table sent (${columns.map((name) => `${name} varchar`).join(", ")})`);
  const cells = rows.map((row) => Object.fromEntries(columns.map((name, at) => [name, row[at] ?? ""])));
  await door.append("sent", Object.fromEntries(columns.map((name) => [name, "varchar" as const])), cells);
  const found = [
    ...screenHeader(file, header, new Set(agreed)),
    ...(await screenValues(door, "sent", file, columns)),
    ...(await screenColumns(door, "sent", file, columns, STATES)),
  ];
  const nameOf = (column: string) => header[columns.indexOf(column)] ?? column;
  return {
    columns: header.length,
    alarms: found.map(({ facts }) => `${file}: ${nameOf(facts.column)} ${facts.identifier}`),
  };
}

/** Cells of a file as lines, for separators that a real reader of CSV in this project does not take. */
const split = (text: string, sign: string) =>
  text
    .replace("\ufeff", "")
    .trimEnd()
    .split(/\r?\n/)
    .map((line) => line.split(sign).map((cell) => cell.replace(/^"(.*)"$/, "$1")));

test("no column of the sample's good files is taken for an identifier", async () => {
  const { refused } = await makeSample({ out: folder, people: 120, seed: 2 });
  let columns = 0;
  const alarms: string[] = [];
  for (const partner of readNetwork(path.join(root, "data/network.yaml")).partners) {
    const sent = path.join(folder, path.basename(partner.folder));
    const files = readdirSync(sent).filter((name) => `${partner.id}/${name}` !== refused);
    for (const feed of partner.feeds.filter(({ format }) => format === "csv") as TableFeed[]) {
      const tables = files
        .filter((name) => matchesPattern(name, feed.files))
        .map((name) => split(decoded(path.join(sent, name), feed.encoding), feed.delimiter));
      const screened = await screen(
        feed.id,
        tables[0]![0]!,
        tables.flatMap(([, ...rows]) => rows),
      );
      columns += screened.columns;
      alarms.push(...screened.alarms);
    }
  }
  expect(alarms).toEqual([]);
  expect(columns).toBe(606);
}, 60_000);

const decoded = (file: string, encoding: TableFeed["encoding"]) =>
  new TextDecoder(encoding === "utf-8" ? "utf-8" : "windows-1252").decode(readFileSync(file));

test("no column of a de-identified HMIS export is", async () => {
  const to = path.join(folder, "hmis");
  await deidentify({ from: HMIS, to, key: Buffer.alloc(32, 5), keyId: "a1" });
  let columns = 0;
  const alarms: string[] = [];
  for (const file of readdirSync(to)) {
    const records: string[][] = [];
    for await (const record of readRecords(path.join(to, file))) records.push(record);
    const [header, ...rows] = records;
    const screened = await screen(file, header!, rows);
    columns += screened.columns;
    alarms.push(...screened.alarms);
  }
  expect(alarms).toEqual([]);
  expect(columns).toBe(282);
});

const token = (at: number) => `v1:k1:${at.toString(2).replaceAll("0", "a").replaceAll("1", "b").padStart(26, "q")}`;
const pick = (words: string) => (at: number) => words.split("|")[at % words.split("|").length]!;
const two = (number: number) => String(number).padStart(2, "0");

/** Columns as agencies send them, cell by cell: nothing in them identifies anybody. */
const LEGITIMATE: Readonly<Record<string, (at: number) => string>> = {
  "Client token": token,
  "Household token": (at) => token(at >> 2),
  "Case ID": (at) => token(at + 5000),
  "Export number": () => "0477D2FF9011E58A5BFE1F9FD31D0E31",
  "Internal record": (at) => `C-${100_000 + at}`,
  "Row number": (at) => String(1 + at),
  "Program code": pick("RRH-01|PSH-02|ES-NBN|TH-14"),
  "Program id": (at) => String(10_230 + (at % 7)),
  "Service code": pick("H0004|T1016|90837|99213|97165"),
  "Occupation code": pick("31-1121.00|53-3032.00|29-1141.00"),
  "Industry code": pick("623110|722511|561320"),
  "Certificate type": pick("CNA|CDL Class A|GED|OSHA 10|ServSafe"),
  "Entry date": (at) => `202${at % 6}-${two(1 + (at % 12))}-${two(1 + (at % 28))}`,
  "Exit date": (at) => `${1 + (at % 12)}/${1 + (at % 28)}/202${at % 6}`,
  "Assessed at": (at) => `202${at % 6}-${two(1 + (at % 12))}-11 10:${two(at % 60)}:00`,
  "Benefit month": (at) => `202${at % 6}-${two(1 + (at % 12))}`,
  Quarter: (at) => `202${at % 6} Q${1 + (at % 4)}`,
  "Program year": (at) => `PY202${at % 6}`,
  Age: (at) => String(at % 91),
  "Age band": pick("0-17|18-24|25-34|35-44|45-54|55+"),
  "Hourly wage": (at) => (12 + at / 100).toFixed(2),
  "Quarterly earnings": (at) => (3000 + at * 13.37).toFixed(2),
  "Annual income": (at) => String(9000 + at * 97),
  "Monthly amount": (at) => `$${(at * 3.5).toFixed(2)}`,
  "Risk score": (at) => (at / 997).toFixed(15),
  "Change of score": (at) => (at / 997 - 0.3).toFixed(9),
  "Hours of class": (at) => (at % 40).toFixed(4),
  "Percent AMI": (at) => `${at % 100}%`,
  County: pick(
    "Shelby|Tipton|Fayette|DeSoto|Marshall|Crittenden|Madison|Henry|Clay|Benton|Jackson|Carroll|Franklin|Lee",
  ),
  "County code": pick("TN-157|TN-167|MS-033|AR-035"),
  "County FIPS": pick("47157|47167|47047|28033|28093|05035"),
  State: pick("TN|MS|AR"),
  ZIP3: pick("381|380|386|387"),
  Race: pick("White|Black or African American|Asian|American Indian/Alaska Native|Multiple"),
  Gender: pick("Woman|Man|Non-binary|Unknown"),
  Idioma: pick("Español|Inglés|Árabe|Vietnamita|Otro"),
  Motivo: pick("Completó el programa|Se mudó|No se pudo contactar|Ya no es elegible"),
  Langue: pick("Français|Kinyarwanda|Swahili|Créole haïtien"),
  Schul: pick("keine|Grundschule|Hauptschule|Abitur/Matura"),
  Level: pick("1 - In crisis|2 - Vulnerable|3 - Safe|4 - Building capacity|5 - Empowered"),
  "Level words": pick(
    "No or low income, cannot meet basic needs|Adequate income to meet most needs with help|Income is sufficient, well managed; saves",
  ),
  "Exit reason": pick("Completed|Moved out of area|Unable to contact|Needs could not be met"),
  Destination: pick("410|435|421|411|116|99"),
  "School grade": pick("K|1st|2nd|9th|12th|GED"),
  Month: pick("January|February|March|April|May|June|July|August"),
  Weekday: pick("Monday|Tuesday|Wednesday|Thursday|Friday"),
  "Program word": pick("Hope|Grace|Faith|Joy|June|Mercy|Charity"),
  Site: pick("Grace House|Jordan Center|Martin Hall|Lee Street Annex|Hope Works"),
  Colour: pick("Black|White|Brown|Green|Gray"),
  Veteran: pick("yes|no|unknown"),
  Consent: pick("Y|N"),
  Version: pick("1.0.3.2|22.0.1.3|2.4.0.0"),
  Times: (at) => `${8 + (at % 9)}:${two(at % 60)}`,
  "Phone contacts": (at) => String(at % 14),
  "Agency website": () => "https://agency.example/programs",
  Blank: () => "",
};

test("no legitimate column is, be there 30 rows of it or 2,000", async () => {
  const names = Object.keys(LEGITIMATE);
  for (const count of [30, 2000]) {
    const rows = Array.from({ length: count }, (_, at) => Object.values(LEGITIMATE).map((cell) => cell(at)));
    const { alarms } = await screen(`${count} rows`, names, rows, names);
    expect(alarms).toEqual([]);
  }
  expect(names.length).toBe(56);
});
