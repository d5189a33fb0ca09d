import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { barredNames } from "../../../pipelines/screen/barred.ts";
import type { Screening } from "../../../pipelines/screen/profile.ts";
import { screenColumns } from "../../../pipelines/screen/screen-columns.ts";
import { screenHeader } from "../../../pipelines/screen/screen-header.ts";
import { screenProfile } from "../../../pipelines/screen/screen-profile.ts";
import { screenValues } from "../../../pipelines/screen/screen-values.ts";
import { type Door, openWarehouse } from "../../../pipelines/warehouse.ts";

let door: Door;
beforeAll(async () => {
  door = await openWarehouse(":memory:");
});
afterAll(() => door.close());

const screening: Screening = {
  safe_harbor: true,
  refuses_ages: true,
  zips: [],
  generalises_zips: false,
  ages: [],
  states: ["TN"],
};

/** Kinds found in a column by its name, and by twelve of its values. */
const byName = (column: string) =>
  [...screenHeader("f.csv", [column], new Set()), ...barredNames("f.csv", [column], screening)].map(
    ({ facts }) => facts.identifier,
  );
async function byValue(value: (at: number) => string, column = "x") {
  await door.run(`create or replace table sent ("${column}" varchar)`);
  const rows = Array.from({ length: 12 }, (_, at) => ({ [column]: value(at) }));
  await door.append("sent", { [column]: "varchar" }, rows);
  const found = [
    ...(await screenValues(door, "sent", "f.csv", [column])),
    ...(await screenColumns(door, "sent", "f.csv", [column], screening.states)),
    ...(await screenProfile(door, "sent", "f.csv", [column], screening)),
  ];
  return found.map(({ facts }) => facts.identifier);
}

/** The eighteen of 45 CFR 164.514(b)(2)(i), each with names of columns and, where values have a shape, a value for each of twelve rows. */
const EIGHTEEN: readonly [letter: string, kind: string, names: readonly string[], value?: (at: number) => string][] = [
  [
    "A",
    "a person's name",
    ["First Name", "Apellidos"],
    (at) => `${["Ana", "Carlos", "Donna"][at % 3]} ${["Lopez", "Nguyen", "Kelly", "Vargas"][at % 4]}`,
  ],
  ["B", "a street address", ["Street", "Domicilio"], (at) => `${10 + at} Main Street`],
  ["B", "a city or town", ["City", "Ciudad"]],
  ["B", "a place smaller than a state", ["County", "Condado"]],
  ["B", "a ZIP code", ["ZIP", "Código postal"], (at) => String(38_104 + (at % 4))],
  ["B", "a ZIP code area of 20,000 people or fewer", []],
  ["C", "a date of birth", ["DOB", "Fecha de nacimiento"], (at) => `${1950 + at}-03-0${1 + (at % 9)}`],
  ["C", "a date of death", ["Date of Death"]],
  ["C", "a date more exact than its year", [], (at) => `2024-03-0${1 + (at % 9)}`],
  ["C", "an age above 89", []],
  ["D", "a telephone number", ["Phone", "Celular"], (at) => `901-555-01${10 + at}`],
  ["E", "a fax number", ["Fax No"]],
  ["F", "an e-mail address", ["E-mail", "Correo"], (at) => `a${at}@example.org`],
  ["G", "a Social Security number", ["SSN", "Seguro Social"], (at) => `412-65-00${10 + at}`],
  ["H", "a medical record number", ["MRN", "Expediente clínico"]],
  ["I", "a health plan number", ["Medicaid ID", "Número de póliza"], (at) => `1EG4-TE5-MK${60 + at}`],
  ["J", "an account or card number", ["Account Number", "Número de cuenta"]],
  ["J", "a card number", [], () => "4111 1111 1111 1111"],
  ["K", "a certificate number", ["Certificate No"]],
  ["K", "a driving licence or passport number", ["Driver License", "Passport No"]],
  ["K", "a driving licence number", [], (at) => `S123-456-78-${910 + at}-0`],
  ["L", "a vehicle number", ["VIN", "License Plate"], () => "1M8GDM9AXKP042788"],
  ["M", "a device number", ["IMEI", "Serial Number"], () => "352099001761481"],
  ["N", "a web address", ["URL", "Website"], (at) => `https://example.org/${at}`],
  ["O", "an IP address", ["IP Address"], (at) => `10.1.2.${at}`],
  ["P", "a biometric mark", ["Fingerprint", "Huella"]],
  ["Q", "a photograph", ["Photo", "Foto"], (at) => `face${at}.jpg`],
  ["R", "a number or code of one person", []],
  ["R", "an unsalted hash", [], (at) => (0xabcdef + at).toString(16).padStart(64, "a1")],
  ["R", "a national identity number", ["CURP", "Tribal ID"]],
];

test("all eighteen are there", () => {
  expect([...new Set(EIGHTEEN.map(([letter]) => letter))]).toEqual([..."ABCDEFGHIJKLMNOPQR"]);
});

describe("each of the eighteen identifiers is known", () => {
  test.each(EIGHTEEN.filter(([, , names]) => names.length > 0))(
    "(%s) %s by the name of its column",
    (_, kind, names) => {
      for (const name of names) expect(byName(name)).toContain(kind);
    },
  );
  test.each(EIGHTEEN.filter(([, , , value]) => value))("(%s) %s by its values", async (_, kind, _names, value) => {
    expect(await byValue(value!)).toContain(kind);
  });
  test.each<[string, string, (at: number) => string]>([
    ["ZIP3", "a ZIP code area of 20,000 people or fewer", (at) => (at === 5 ? "821" : "381")],
    ["Age", "an age above 89", (at) => String(85 + at)],
    ["Chart key", "a number or code of one person", (at) => `K${at}`],
  ])("in a column %s: %s by its values", async (column, kind, value) => {
    expect(await byValue(value, column)).toContain(kind);
  });
});
