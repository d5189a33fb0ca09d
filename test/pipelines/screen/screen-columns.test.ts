import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { judgeColumns } from "../../../pipelines/screen/judge-columns.ts";
import { screenColumns } from "../../../pipelines/screen/screen-columns.ts";
import { tallyColumn } from "../../../pipelines/screen/tally-column.ts";
import { tallySql } from "../../../pipelines/screen/tally-sql.ts";
import { type Door, openWarehouse } from "../../../pipelines/warehouse.ts";

let door: Door;
beforeAll(async () => {
  door = await openWarehouse(":memory:");
});
afterAll(() => door.close());

const STATES = ["TN", "MS"];

async function stage(columns: Readonly<Record<string, readonly string[]>>): Promise<string[]> {
  const names = Object.keys(columns);
  const rows = Object.values(columns)[0]!.map((_, row) =>
    Object.fromEntries(names.map((name) => [name, columns[name]![row] ?? ""])),
  );
  await door.run(`create or replace table sent (${names.map((name) => `"${name}" varchar`).join(", ")})`);
  await door.append("sent", Object.fromEntries(names.map((name) => [name, "varchar" as const])), rows);
  return names;
}

/** What is found in columns by a query, which is also what is found in them cell by cell. */
async function found(columns: Readonly<Record<string, readonly string[]>>, states = STATES) {
  const names = await stage(columns);
  const findings = await screenColumns(door, "sent", "people.csv", names, states);
  const tallied = names.map((column) => {
    const counting = tallyColumn();
    for (const cell of columns[column]!) counting.add(cell);
    return { column, filled: columns[column]!.filter((cell) => cell !== "").length, tallies: counting.tallies() };
  });
  const facts = findings.map((finding) => finding.facts);
  expect(judgeColumns(tallied, states)).toEqual(facts.map(({ file: _, ...judged }) => judged));
  return facts.map(({ column, identifier, rows }) => [column, identifier, rows]);
}

const times = (count: number, value: (at: number) => string) => Array.from({ length: count }, (_, at) => value(at));
const two = (number: number) => String(number).padStart(2, "0");
/** A day of a year that is `at` places from the first one. */
const day = (first: number, years: number) => (at: number) =>
  `${first + (at % years)}-${two(1 + (at % 12))}-${two(1 + ((at * 11) % 28))}`;
const american = (iso: string) => `${Number(iso.slice(5, 7))}/${Number(iso.slice(8))}/${iso.slice(0, 4)}`;

const SURNAMES = "smith garcia nguyen patel robinson rivera obrien kelly flores castillo vargas simmons".split(" ");
const GIVEN = "maria james linda jose ashley michael angela brenda carlos donna eric frances".split(" ");
const pick = (list: readonly string[]) => (at: number) => list[at % list.length]!;
const person = (at: number) => `${pick(GIVEN)(at)} ${pick(SURNAMES)(at * 5 + Math.floor(at / 12))}`;
const MANY_GIVEN =
  "mary patricia linda barbara elizabeth jennifer maria susan margaret dorothy lisa nancy karen betty helen sandra donna carol ruth sharon michelle laura sarah kimberly deborah jessica shirley cynthia angela melissa".split(
    " ",
  );

describe("guilty", () => {
  test.each<[string, string, Record<string, string[]>]>([
    ["births in four digits of the year", "a date of birth", { x: times(60, day(1950, 55)) }],
    ["births as Americans write them", "a date of birth", { x: times(60, (at) => american(day(1950, 55)(at))) }],
    [
      "births with two digits of the year",
      "a date of birth",
      { x: times(60, (at) => `4/${1 + (at % 28)}/${40 + (at % 59)}`) },
    ],
    ["births without hyphens", "a date of birth", { x: times(60, (at) => day(1960, 40)(at).replaceAll("-", "")) }],
    ["births in words", "a date of birth", { x: times(60, (at) => `${1 + (at % 28)}-Mar-${1950 + (at % 50)}`) }],
    ["births with points", "a date of birth", { x: times(60, (at) => day(1950, 55)(at).replaceAll("-", ".")) }],
    [
      "births with a time and a zone",
      "a date of birth",
      { x: times(60, (at) => `${day(1950, 55)(at)}T00:00:00+00:00`) },
    ],
    [
      "births with the day of the week",
      "a date of birth",
      { x: times(60, (at) => `Monday, March ${1 + (at % 28)}, ${1950 + (at % 50)}`) },
    ],
    ["births as ordinals", "a date of birth", { x: times(60, (at) => `${4 + (at % 16)}th March ${1950 + (at % 50)}`) }],
    ["four births in a file", "a date of birth", { x: times(4, (at) => `19${60 + at}-02-0${1 + at}`) }],
    [
      "children's births beside their assessments",
      "a date of birth",
      { x: times(60, day(2008, 12)), seen: times(60, day(2025, 1)) },
    ],
    ["given names with surnames", "a person's name", { x: times(40, person) }],
    [
      "in capitals and with an initial",
      "a person's name",
      { x: times(40, (at) => person(at).toUpperCase().replace(" ", " Q. ")) },
    ],
    ["the other way round", "a person's name", { x: times(40, (at) => person(at).split(" ").reverse().join(", ")) }],
    [
      "with accents",
      "a person's name",
      { x: times(40, (at) => `José ${["García", "Nuñez", "Peña", "Muñoz"][at % 4]}`) },
    ],
    [
      "with a title",
      "a person's name",
      { x: times(40, (at) => `${["Mr.", "Mrs", "Dr.", "Sra."][at % 4]} ${person(at)}`) },
    ],
    [
      "with a suffix",
      "a person's name",
      { x: times(40, (at) => `${person(at)}${[" Jr.", ", MD", " III", " 3rd"][at % 4]}`) },
    ],
    [
      "surname first, with no space behind the comma and an initial",
      "a person's name",
      { x: times(40, (at) => `${person(at).split(" ").reverse().join(",").toUpperCase()} M.`) },
    ],
    [
      "surname first without a comma",
      "a person's name",
      { x: times(40, (at) => person(at).split(" ").reverse().join(" ")) },
    ],
    ["numbered and in brackets", "a person's name", { x: times(40, (at) => `${at % 9}. (${person(at)})`) }],
    ["with a nickname", "a person's name", { x: times(40, (at) => person(at).replace(" ", ' "Lu" ')) }],
    ["joined as in a login", "a person's name", { x: times(40, (at) => person(at).replace(" ", "_")) }],
    ["said to be a client's", "a person's name", { x: times(40, (at) => `Client - ${person(at)}`) }],
    ["with a word behind", "a person's name", { x: times(40, (at) => `${person(at)} - closed`) }],
    ["with a word before", "a person's name", { x: times(40, (at) => `seen by ${person(at)}`) }],
    ["with a number", "a person's name", { x: times(40, (at) => `${person(at)} ${1000 + at}`) }],
    [
      "a letter and a surname",
      "a person's name",
      { x: times(40, (at) => `${"ABCD"[Math.floor(at / 12)]}. ${pick(SURNAMES)(at)}`) },
    ],
    [
      "a given name and a letter",
      "a person's name",
      { x: times(40, (at) => `${pick(MANY_GIVEN)(at)} ${"ABCD"[at % 4]}.`) },
    ],
    [
      "numbers of houses with streets",
      "a street address",
      {
        x: times(
          30,
          (at) =>
            `${100 + at * 13} ${["Vance", "Poplar", "Union", "N Belvedere", "Cooper", "Madison", "Airways"][at % 7]}`,
        ),
      },
    ],
    [
      "a tenth of a column of codes",
      "a person's name",
      { x: [...times(6, person), ...times(40, (at) => `code ${at % 5}`)] },
    ],
    ["given names alone", "a person's name", { x: times(120, pick(MANY_GIVEN)) }],
    [
      "surnames alone, most of them rare",
      "a person's name",
      {
        x: [
          ...times(
            30,
            pick([
              "reyes",
              "soto",
              "vega",
              "luna",
              "rios",
              "cruz",
              "diaz",
              "ortiz",
              "ramos",
              "lopez",
              "perez",
              "gomez",
              "torres",
              "sanchez",
            ]),
          ),
          ...times(70, (at) => `Xy${"abcdefghij"[at % 10]}${"klmnopqrst"[Math.floor(at / 10)]}`),
        ],
      },
    ],
    ["five given names, each once", "a person's name", { x: GIVEN.slice(0, 5) }],
    ["ZIP codes of the network's states", "a ZIP code", { x: times(60, (at) => String(38_104 + (at % 9))) }],
  ])("%s", async (_, kind, columns) => {
    const all = await found(columns);
    expect(all.map(([column, identifier]) => [column, identifier])).toEqual([["x", kind]]);
  });

  test("two halves of a place, in columns that do not say so", async () => {
    const columns = {
      a: times(30, (at) => `35.${14_950 + at}`),
      b: times(30, (at) => `-90.${10_490 + at}`),
    };
    expect(await found(columns)).toEqual([
      ["a", "an exact place", 30],
      ["b", "an exact place", 30],
    ]);
  });
});

describe("innocent", () => {
  test.each<[string, Record<string, string[]>]>([
    ["days of service over twenty years", { x: times(60, day(2005, 20)), y: times(60, day(2024, 2)) }],
    ["days of service with two digits of the year", { x: times(60, (at) => `4/${1 + (at % 28)}/${10 + (at % 16)}`) }],
    ["one day for an unknown one", { x: [...times(20, () => "1900-01-01"), ...times(20, day(2020, 5))] }],
    ["enrollments of long ago beside recent assessments", { x: times(60, day(2012, 13)), y: times(60, day(2025, 2)) }],
    ["months that are also names", { x: times(60, pick(["April", "May", "June", "August"])) }],
    ["program codes that are also names", { x: times(60, pick(["Grace", "Hope", "Faith", "Joy", "Charity", "June"])) }],
    ["races", { x: times(60, pick(["White", "Black", "Asian", "Hispanic", "Brown"])) }],
    [
      "houses that are also people's",
      { x: times(60, pick(["Grace House", "Jordan Center", "Mary's Place", "James Hall"])) },
    ],
    [
      "counties",
      {
        x: times(
          60,
          pick(
            "Shelby Tipton Fayette Marshall Benton Tate Tunica DeSoto Crittenden Madison Henry Clay Jackson Carroll Franklin Hamilton".split(
              " ",
            ),
          ),
        ),
      },
    ],
    ["five workers who see everybody", { x: [...times(995, (at) => `w${at % 7}`), ...times(5, () => "Ana Lopez")] }],
    ["amounts with a unit", { x: times(60, (at) => `${100 + at} ${pick(["hours", "days", "weeks"])(at)}`) }],
    [
      "courses with their numbers",
      { x: times(60, (at) => `${101 + (at % 8)} ${pick("Welding Carpentry Nursing Driving".split(" "))(at % 8)}`) },
    ],
    ["rooms of a hall", { x: times(60, (at) => `Hall ${"ABCD"[at % 4]}`) }],
    ["codes of letters and numbers", { x: times(60, (at) => `Grace-${100 + at}`) }],
    ["codes of counties", { x: times(60, pick(["47157", "47167", "47047", "28033", "28093"])) }],
    ["round amounts", { x: times(60, (at) => String(37_000 + 500 * (at % 20))) }],
    ["amounts", { x: times(60, (at) => String(20_000 + 317 * at)) }],
    ["numbers of projects", { x: times(60, (at) => String(10_234 + (at % 6))) }],
    [
      "an amount with many decimals, and its negative",
      { x: times(30, (at) => `35.${14_950 + at}`), y: times(30, (at) => `-3.${1000 + at}`) },
    ],
    ["one half of a place alone", { x: times(30, (at) => `35.${14_950 + at}`) }],
    ["nothing", { x: ["", "", ""] }],
  ])("%s", async (_, columns) => {
    expect(await found(columns)).toEqual([]);
  });

  test("five digits of a state the network does not serve", async () => {
    const columns = { x: times(60, (at) => String(99_213 - (at % 9))) };
    expect(await found(columns)).toEqual([]);
    expect(await found(columns, ["WA"])).toEqual([["x", "a ZIP code", 60]]);
  });
});

test("a column is tallied the same in a query and cell by cell", async () => {
  const piece = fc.constantFrom(
    ..."Maria|garcia|Mr.|Jr|MD|365|12 |a|_|(|O'Brien|Shelby|José|ana-maria|Lopez|,|, | |  |.|2024-07-01|7/4/1985|7/4/85|19850704|12-Mar-1990|Mar 3, 1990|38104|38100|35.1495|-90.0490|١٩٨٥-٠٧-٠٤|\u200b|\t|K|İ|ﬁ|v1:k1:a|😀".split(
      "|",
    ),
  );
  const cells = fc
    .sample(fc.array(piece, { minLength: 1, maxLength: 3 }), { numRuns: 3000, seed: 3 })
    .map((pieces) => pieces.join(""));
  await stage({ x: cells });
  const tallies = await door.rows<{ shape: string; key: string; rows: number; distinct: number }>(
    tallySql("select '0' as col, x as cell from sent"),
  );
  const counting = tallyColumn();
  for (const cell of cells) counting.add(cell);
  const named = ({ shape, key, rows, distinct }: (typeof tallies)[number]) => `${shape} ${key} ${rows} ${distinct}`;
  expect(counting.tallies().map(named).sort()).toEqual(tallies.map(named).sort());
  expect(tallies.length).toBeGreaterThan(8);
});

test("a file of 5,000 columns is tallied in a few seconds", async () => {
  const columns = Array.from({ length: 5000 }, (_, at) => `c${at}`);
  await door.run(
    `create or replace table sent as select ${columns.map((name) => `'some code' as ${name}`).join(", ")} from range(3)`,
  );
  const began = performance.now();
  expect(await screenColumns(door, "sent", "people.csv", columns, STATES)).toEqual([]);
  // Alone on two cores it takes about one; other tests run beside it.
  expect(performance.now() - began).toBeLessThan(15_000);
});
