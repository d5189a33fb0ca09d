import { createHash } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { screenValues } from "../../../pipelines/screen/screen-values.ts";
import { type Door, openWarehouse, quoteText } from "../../../pipelines/warehouse.ts";

let door: Door;
beforeAll(async () => {
  door = await openWarehouse(":memory:");
});
afterAll(() => door.close());

async function found(values: readonly (string | null)[]): Promise<[string, number][]> {
  const rows = values.map((value) => `(${value === null ? "null" : quoteText(value)})`).join(", ");
  await door.run(`create or replace table sent as select * from (values ${rows}) as t("Some ""column""")`);
  const findings = await screenValues(door, "sent", "people.csv", ['Some "column"']);
  return findings.map(({ facts }) => [facts.identifier, "rows" in facts ? facts.rows : 0]);
}

const times = (count: number, value: (index: number) => string) => Array.from({ length: count }, (_, at) => value(at));
const plain = (count: number) => times(count, (at) => `code ${at}`);
const token = (at: number) => `v1:k1:${"abcdefgh234567".repeat(2).slice(0, 24)}${"ab"[at % 2]}${"cd"[(at >> 1) % 2]}`;
const arabic = (text: string) => text.replaceAll(/\d/g, (digit) => "٠١٢٣٤٥٦٧٨٩"[Number(digit)]!);
const digest = (at: number) => createHash("sha256").update(String(at)).digest();
const hex = (at: number) => (at * 7919 + 1e9).toString(16).padStart(64, "0c1d2e3f");

describe("one in a thousand is enough", () => {
  test.each([
    ["a Social Security number", "412-65-0001"],
    ["a Social Security number", "412 65 0001"],
    ["a Social Security number", "４１２‑６５‑０００１"],
    ["a Social Security number", "ssn 412-65-0001, see file"],
    ["a Social Security number", "912-70-1234"],
    ["a Social Security number", "412.65.0001"],
    ["a Social Security number", "412/65/0001"],
    ["a Social Security number", "ID-412-65-0001"],
    ["a Social Security number", "412_65_0001"],
    ["a Social Security number", "412 - 65 - 0001"],
    ["a Social Security number", "912.70.1234"],
    ["a Social Security number", "her number is 412.65.0001."],
    ["a Social Security number", "٤١٢-٦٥-٠٠٠١"],
    ["a Social Security number", "۴۱۲ ۶۵ ۰۰۰۱"],
    ["a Social Security number", "４１２．６５．０００１"],
    ["a Social Security number", "४१२-६५-०००१"],
    ["a Social Security number", "𝟒𝟏𝟐-𝟔𝟓-𝟎𝟎𝟎𝟏"],
    ["a Social Security number", "412\u200b-65\u00ad-0001"],
    ["a Social Security number", "412--65--0001"],
    ["a Social Security number", "412-65 0001"],
    ["a Social Security number", "412 65-0001"],
    ["a Social Security number", "-412-65-0001-"],
    ["a Social Security number", "412..65..0001"],
    ["a Social Security number", "(412) 65-0001"],
    ["a Social Security number", "412\u30fc65\u2e3a0001"],
    ["a Social Security number", "4\u20e31\u20e32-65-0001"],
    ["a Social Security number", "①②③-④⑤-⑥⑦⑧⑨"],
    ["a Social Security number", "꘤꘡꘢\u205f꘦꘥\u200a꘠꘠꘠꘡"],
    ["a Social Security number", "SSN: 412650001"],
    ["a Social Security number", "her social sec. 412 650001"],
    ["a telephone number", "901 - 555 - 0143"],
    ["a telephone number", "(901)5550143"],
    ["a telephone number", "901/555-0143"],
    ["a telephone number", "tel:901-555-0143"],
    ["an e-mail address", "josé@ejemplo.mx"],
    ["an e-mail address", "ana @ example . org"],
    ["an e-mail address", "ana [at] example [dot] org"],
    ["a street address", "Apt 4, 365 Apple Road"],
    ["a street address", "365-B Apple Rd."],
    ["a street address", "RR 2 Box 14"],
    ["a telephone number", "٩٠١-٥٥٥-٠١٤٣"],
    ["a telephone number", "（９０１） ５５５-０１４３"],
    ["a telephone number", "(901) 555-0143"],
    ["a telephone number", "901-555-0143"],
    ["a telephone number", "+1 901.555.0143"],
    ["an e-mail address", "ana@example.org"],
    ["a street address", "365 Apple Road"],
    ["a street address", "12 N. Main St, Apt 4"],
    ["a street address", "P.O. Box 112"],
    ["an exact place", "35.1495, -90.0490"],
    ["free text", "a b ".repeat(51)],
    ["a photograph", "ana_lopez.jpg"],
    ["a photograph", "IMG_2031.HEIC"],
    ["a photograph", "data:image/png;base64,iVBORw0KGgo="],
    ["a photograph", `/9j/4AAQSkZJRg${"A".repeat(300)}`],
    ["a social media account", "https://www.facebook.com/ana.lopez"],
    ["a social media account", "instagram.com/ana"],
  ])("%s: %s", async (kind, value) => {
    expect(await found([value, ...plain(999)])).toEqual([[kind, 1]]);
  });
});

describe("more than chance makes", () => {
  test.each<[string, number, (at: number) => string]>([
    ["a Social Security number", 10, (at) => String(412_650_001 + at * 1013)],
    ["a Social Security number", 10, (at) => `0${41_265_001 + at * 1013}`],
    ["a Social Security number", 10, (at) => arabic(String(412_650_001 + at * 1013))],
    ["a Social Security number", 10, (at) => ` ${412_650_001 + at * 1013} `],
    ["a telephone number", 10, (at) => String(9_015_550_143 + at)],
    ["an IP address", 10, (at) => `192.168.0.${at}`],
    ["an IP address", 10, (at) => `2001:db8::${at}`],
    ["a card number", 10, () => "4111 1111 1111 1111"],
    ["a web address", 10, (at) => `https://example.org/people/${at}`],
    ["a web address", 10, (at) => `www.example${at}.org`],
    ["a device number", 10, (at) => `00:1A:2B:3C:4D:${10 + at}`],
    ["a device number", 10, (at) => `001a.2b3c.4d${10 + at}`],
    ["a device number", 10, () => "352099001761481"],
    ["a device number", 10, () => "35-209900-176148-1"],
    ["a vehicle number", 10, () => "1M8GDM9AXKP042788"],
    ["a vehicle number", 10, () => "11111111111111111"],
    ["a health plan number", 11, (at) => `1EG4-TE5-MK${60 + at}`],
    ["a health plan number", 11, (at) => `AB${12_345 + at}C`],
    ["a health plan number", 11, (at) => `9${1_234_567 + at}A`],
    ["a driving licence number", 11, (at) => `S123-456-78-${910 + at}-0`],
    ["a driving licence number", 11, (at) => `D${123_456_789_012 + at}`],
    ["a driving licence number", 11, (at) => `WDLABCD${12_345 + at}`],
    ["a nine-digit ZIP code", 10, (at) => `38104-${1000 + at}`],
    ["an unsalted hash", 10, hex],
    ["an unsalted hash", 10, (at) => hex(at).slice(-32).toUpperCase()],
    ["an unsalted hash", 10, (at) => hex(at).slice(-40)],
    ["an unsalted hash", 10, (at) => digest(at).toString("hex").slice(0, 16)],
    ["an unsalted hash", 10, (at) => digest(at).toString("hex").slice(0, 24).toUpperCase()],
    ["an unsalted hash", 11, (at) => `a0b1${digest(at).toString("hex").slice(0, 8)}`],
    ["an unsalted hash", 10, (at) => digest(at).toString("base64")],
    ["an unsalted hash", 11, (at) => digest(at).toString("base64url")],
    ["an unsalted hash", 10, (at) => digest(at).subarray(0, 16).toString("base64")],
    ["an unsalted hash", 10, (at) => `sha256:${digest(at).toString("hex")}`],
    ["an unsalted hash", 10, (at) => `{SHA}${digest(at).subarray(0, 20).toString("base64")}`],
    ["an unsalted hash", 10, (at) => `\\x${digest(at).toString("hex")}`],
    ["an unsalted hash", 10, (at) => `id ${digest(at).toString("hex")}`],
    [
      "an unsalted hash",
      10,
      (at) =>
        digest(at)
          .toString("hex")
          .replaceAll(/(..)(?=.)/g, "$1:"),
    ],
    [
      "an unsalted hash",
      10,
      (at) =>
        digest(at)
          .toString("hex")
          .replaceAll(/(.{8})(?=.)/g, "$1-"),
    ],
    [
      "an unsalted hash",
      10,
      (at) =>
        hex(at)
          .slice(-32)
          .replace(/^(.{8})(.{4}).(.{3})(.{4})(.{12})/, "$1-$2-0$3-$4-$5"),
    ],
    ["a Social Security number", 10, (at) => `412.65-00${10 + at}`],
    ["a Social Security number", 10, (at) => `412,65,00${10 + at}`],
    ["a Social Security number", 11, (at) => `412-6500${10 + at}`],
    ["a Social Security number", 11, (at) => [...`4126500${10 + at}`].join(" ")],
    ["a Social Security number", 10, (at) => `#4126500${10 + at}-`],
    ["a Social Security number", 10, (at) => `4126500${10 + at}.00`],
    ["a Social Security number", 11, (at) => `4.126500${10 + at}E8`],
    ["a Social Security number", 11, (at) => `client ${412_650_010 + at}`],
    ["a Social Security number", 11, (at) => `-${412_650_010 + at}`],
    ["a Social Security number", 11, (at) => `412-650-0${10 + at}`],
    ["a telephone number", 10, (at) => `90155501${10 + at} x12`],
    ["an e-mail address", 10, (at) => `ana${at}@office`],
    ["an e-mail address", 10, (at) => `ana${at}%40example.org`],
    ["a street address", 11, (at) => `Apple Road ${100 + at}`],
    ["a street address", 10, (at) => `${100 + at} Highway 61`],
    ["an unsalted hash", 10, (at) => `P${digest(at).toString("hex")}`],
    ["an unsalted hash", 10, (at) => `$5$${digest(at).toString("base64url")}`],
    ["a telephone number", 11, (at) => `901-55501${10 + at}`],
    ["a telephone number", 10, (at) => `+44 20 7946 09${10 + at}`],
    ["a street address", 11, (at) => `Calle de la Luna ${100 + at}`],
    ["a street address", 11, (at) => `${100 + at} Apple Ridge`],
    ["a street address", 11, (at) => `Apt. ${at}B`],
    ["free text", 20, (at) => `met with the family again on the matter number ${at}`],
  ])("%s in %i rows", async (kind, count, value) => {
    expect(await found([...times(count, value), ...plain(10)])).toEqual([[kind, count]]);
  });

  test("nine digits among ids are found where numbers are rare", async () => {
    expect(await found([...times(5, (at) => String(412_650_001 + at)), ...plain(995)])).toEqual([
      ["a Social Security number", 5],
    ]);
  });
});

test("three bare numbers are enough where they are the whole column", async () => {
  const numbers = times(3, (at) => String(412_650_001 + at * 1013));
  expect(await found([...numbers, null])).toEqual([["a Social Security number", 3]]);
  expect(await found([...numbers, "7"])).toEqual([]);
  expect(await found(times(3, () => numbers[0]!))).toEqual([]);
  expect(await found(numbers.slice(1))).toEqual([]);
});

describe("innocent", () => {
  test.each<[string, (string | null)[]]>([
    ["empty", [null, "", " "]],
    ["keyed tokens", times(50, token)],
    ["ISO dates", times(50, (at) => `2024-07-${10 + (at % 20)}`)],
    ["timestamps", times(50, (at) => `2024-07-${10 + (at % 20)} 15:37:37`)],
    ["American dates", times(50, (at) => `7/${1 + (at % 28)}/2024`)],
    ["money", times(50, (at) => `${1000 + at}.50`)],
    [
      "amounts, a few of nine and ten digits",
      [...times(20, (at) => String(412_650_001 + at)), ...times(80, (at) => String(at * 997))],
    ],
    ["HMIS codes", ["1", "8", "99", "116", "XX-500", "528A5", "_3u9yq_4770529"]],
    [
      "numbers nobody was given",
      ["000-12-3456", "666-12-3456", "123-00-4567", "123-45-0000", "900-12-3456", "000000000"],
    ],
    ["not telephone numbers", ["123-456-7890", "112-555-0143", "234567.1234", "2125.551234"]],
    ["long numbers that fail Luhn's check", times(50, (at) => String(4_111_111_111_111_112 + at * 10))],
    ["an agency's address on the web", times(50, () => "https://example.org/programs")],
    ["words with signs", times(50, (at) => `Black/African American${"/".repeat(at % 2)}`)],
    ["times of day", times(50, (at) => `${10 + (at % 10)}:30:0${at % 10}`)],
    ["program codes with letters", times(50, (at) => `AB1234${at % 4}C`)],
    ["case numbers of an agency's own", times(50, (at) => `C${1_000_000 + at}`)],
    ["17 letters and digits that are no vehicle's", times(50, (at) => `1M8GDM9A${at % 10}KP0427${10 + (at % 11)}`)],
    ["procedure codes", times(50, (at) => `H00${10 + at}`)],
    ["occupation codes", times(50, (at) => `${11 + at}-1011.00`)],
    ["versions", ["1.2.3.4", "22.0.1.3", "10.412.65.0001", "2412.65.0001"]],
    ["dates in other digits", times(20, (at) => arabic(`${10 + at}/07/2024`))],
    ["two numbers in one cell", ["412.65 2024", "412-65.2024", "120/80 2024"]],
    ["county codes and words", ["TN-157", "Shelby", "3 months or more", "24 hours"]],
    ["a few bare hashes, which the contract sets aside", [...times(4, hex), ...times(396, token)]],
    ["random numbers for records", times(50, (at) => `0f8fad5b-d9cb-469f-a165-7086772${89_500 + at}`)],
    ["decimals of many places", times(50, (at) => `412.65${1000 + at}`)],
    ["numbers of cases with a year", times(50, (at) => `2024-${1000 + at}`)],
    ["units of time", times(50, (at) => `${100 + at} hours`)],
    ["one hash all the way down", times(50, () => "0477D2FF9011E58A5BFE1F9FD31D0E31")],
    ["level words", times(60, (at) => `Not applicable due to crisis situation; in "survival" mode ${at % 12}`)],
    ["a long word", times(60, (at) => `${"long".repeat(12)}${at}`)],
  ])("%s", async (_, values) => {
    expect(await found(values)).toEqual([]);
  });
});

test("many columns at once, each with its own finding", async () => {
  await door.run(
    `create or replace table sent as select 'code' as a, 'x@example.org' as b, null::varchar as c, '412-65-0001' as "d;--"`,
  );
  const findings = await screenValues(door, "sent", "people.csv", ["a", "b", "c", "d;--"]);
  expect(findings).toEqual([
    { code: "identifier-values", facts: { file: "people.csv", column: "b", identifier: "an e-mail address", rows: 1 } },
    {
      code: "identifier-values",
      facts: { file: "people.csv", column: "d;--", identifier: "a Social Security number", rows: 1 },
    },
  ]);
});

test("a file of 5,000 columns is screened in a few seconds, and a column in its midst is found", async () => {
  const columns = times(5000, (at) => `c${at}`);
  const cell = (at: number) => (at === 3210 ? "'412.65.0001'" : "'some code'");
  await door.run(
    `create or replace table sent as select ${columns.map((name, at) => `${cell(at)} as ${name}`).join(", ")}`,
  );
  await door.run("insert into sent select * from sent");
  const began = performance.now();
  const findings = await screenValues(door, "sent", "people.csv", columns);
  expect(findings.map(({ facts }) => facts.column)).toEqual(["c3210"]);
  // Alone on two cores it takes well under one; other tests run beside it.
  expect(performance.now() - began).toBeLessThan(5000);
});
