import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { makeSample } from "../../../../data/sample/make-sample.ts";
import { feedTables, isTableFeed } from "../../../../pipelines/feed-tables.ts";
import { Feed, type Partner, type TableFeed } from "../../../../pipelines/network.ts";
import { findDeliveries } from "../../../../pipelines/pull/deliveries.ts";
import { readNetwork } from "../../../../pipelines/read-network.ts";
import { partnerOf, type SaidOfFile } from "../../../support/at-the-door.ts";
import { BothChecks, byRow } from "../../../support/both-checks.ts";
import { token } from "../../../support/small-network.ts";

vi.setConfig({ testTimeout: 600_000 });
const root = path.join(import.meta.dirname, "../../../..");
let both: BothChecks;
beforeAll(() => {
  both = new BothChecks();
});
afterAll(() => both.close());

const said = (...of: Parameters<BothChecks["say"]>) => both.say(...of);

/** How the files of a feed are written, and what they hold. */
const writtenAs = (feed: Feed) =>
  feedTables(feed).map(({ format, encoding, delimiter, dates, record }) => [
    format,
    encoding,
    delimiter,
    dates,
    record,
  ]);
/** What both read. */
const isRead = (feed: Feed): boolean => isTableFeed(feed) && feed.format !== "parquet";

describe("what the check in the browser says is what the pipeline says", () => {
  test("of a file of the sample network of each kind, however it is written and whatever comes of it", async () => {
    const room = mkdtempSync(path.join(tmpdir(), "common-measure-sample-"));
    await makeSample({
      out: path.join(room, "sample/out"),
      people: 150,
      seed: 20_260_701,
      onProgress: () => undefined,
    });
    const network = readNetwork(path.join(root, "data/network.yaml"));
    const all: SaidOfFile[] = [];
    const tried = new Set<string>();
    for (const { partner, feed, files } of findDeliveries({ ...network, folder: room }))
      for (const { name, path: from } of isRead(feed) ? files : []) {
        const { outcome, findings } = await byRow(name, readFileSync(from), feed, partner);
        const kind = JSON.stringify([writtenAs(feed), outcome, findings.map(({ code }) => code)]);
        if (!tried.has(kind)) all.push(await said(name, readFileSync(from), feed, 1 << 20, partner));
        tried.add(kind);
      }
    rmSync(room, { recursive: true });
    expect(all.length).toBeGreaterThanOrEqual(30);
    expect(new Set(all.map(({ outcome }) => outcome))).toEqual(new Set(["accepted", "stopped", "refused"]));
    expect(all.reduce((sum, { reasons }) => sum + reasons.length, 0)).toBeGreaterThan(20);
  });

  test("of every file of the whole-run cases", async () => {
    const cases = path.join(root, "test/cases");
    const all: SaidOfFile[] = [];
    for (const name of readdirSync(cases))
      for (const sends of readdirSync(path.join(cases, name)).filter((each) => each.startsWith("sends-"))) {
        const network = readNetwork(path.join(cases, name, "network/network.yaml"));
        const folder = path.join(cases, name, sends);
        const partners = network.partners.map((partner) => ({ ...partner, folder: partner.id }));
        for (const { partner, feed, files } of findDeliveries({ ...network, folder, partners }))
          for (const file of isRead(feed) ? files : [])
            all.push(await said(file.name, readFileSync(file.path), feed, 1 << 20, partner));
      }
    expect(all.length).toBeGreaterThan(20);
  });
});

const people = (settings: object = {}) =>
  Feed.parse({
    id: "people",
    record: "person",
    files: "*",
    stop_above: 0.9,
    columns: { person_token: "Person", gender: { from: "Gender", words: { F: "woman", M: "man" } } },
    ignore: ["Worker"],
    ...settings,
  });
const HEADER = "Person,Gender,Worker";
const row = (at: number, worker = "w") => `${token(at)},F,${worker}`;
const rows = (count: number, worker: (at: number) => string = () => "w") =>
  Array.from({ length: count }, (_, at) => row(at + 1, worker(at)));
const file = (...lines: string[]) => [HEADER, ...lines, ""].join("\n");

describe("of ugly files", () => {
  test.each<[string, string | Uint8Array, (object | undefined)?]>([
    ["nothing", ""],
    ["a header alone", HEADER],
    ["a header and its line end", file()],
    ["blanks", " \n\n \n"],
    ["a byte-order mark", `\ufeff${file(...rows(3))}`],
    ["two byte-order marks", `\ufeff\ufeff${file(...rows(3))}`],
    ["line ends of Windows", file(...rows(3)).replaceAll("\n", "\r\n")],
    ["line ends of old", file(...rows(3)).replaceAll("\n", "\r")],
    ["mixed line ends", `${HEADER}\r\n${row(1)}\n${row(2)}\r${row(3)}`],
    ["a NUL byte", file(row(1), `${row(2)}\0`, row(3))],
    ["another encoding", Buffer.from(file(...rows(3), row(9, "Peña")), "latin1")],
    ["another encoding over an identifying column", Buffer.from(file("x,y,Peña").replace("Worker", "SSN"), "latin1")],
    ["windows-1252", Buffer.from(file(row(1, "\u0080"), row(2, "é")), "latin1"), { encoding: "windows-1252" }],
    ["a truncated letter at the end", Buffer.concat([Buffer.from(file(row(1))), Buffer.from([0xc3])])],
    ["UTF-16 with its mark, whatever was agreed", Buffer.from(`\ufeff${file(row(1), "x,y,z")}`, "utf16le")],
    ["UTF-16 without a mark", Buffer.from(file(row(1), row(2, "é")), "utf16le"), { encoding: "utf-16" }],
    ["UTF-16 of the other order", Buffer.from(`\ufeff${file(row(1), row(2, "ñ"))}`, "utf16le").swap16()],
    ["half a letter of UTF-16", Buffer.from(`\ufeff${file(row(1))}`, "utf16le").subarray(0, 41)],
    ["half a pair of UTF-16", Buffer.from(`\ufeff${file(row(1), "x\ud800y,F,w")}`, "utf16le")],
    ["a NUL in UTF-16", Buffer.from(`\ufeff${file(row(1), "x\0y,F,w")}`, "utf16le")],
    ["a mark of UTF-8 over another encoding", Buffer.from(`\xef\xbb\xbf${file(row(1, "Pe\xf1a"))}`, "latin1")],
    ["UTF-8 with its mark where another was agreed", `\ufeff${file(row(1, "é"))}`, { encoding: "windows-1252" }],
    ["another separator line than agreed", `sep=;\n${file(...rows(2))}`],
    ["an agreeing separator line", `sep=,\n${file(row(1), "x,F,w", `${token(2)},F`)}`],
    ["an agreeing separator line in quotes over titles", `"sep=,"\nReport\n\n${file(row(1), "x,F,w")}`],
    ["a separator line over semicolons", `SEP=,\n${file(row(1)).replaceAll(",", ";")}`],
    ["a separator line and nothing else", "sep=,\n"],
    ["a separator line over blanks", `sep=,\n${" \n".repeat(700_000)}${file(row(1, "412-65-0001"))}`],
    [
      "titles and blank lines",
      `Agency report,,\n\n" May\n2024 "\n,,\n${file(row(1), "x,F,w", row(2, "y,z"), token(3))}`,
    ],
    ["titles with a person in them", `Prepared for ana@example.org,,\n${file(row(1))}`],
    ["titles with a number, over rows of fewer cells", `Case 412-65-0001\n${file(row(1), token(2), token(3))}`],
    ["titles with names", `James Smith\nMary Johnson\nRobert Brown\nLinda Jones\nPatricia Davis\n${file(row(1))}`],
    ["a title with some agreed columns", `Person,Gender\n${file(row(1))}`],
    ["a header twice", `${HEADER}\n${file(row(1))}`],
    ["fifty titles", `${"title\n\n".repeat(49)}${file(row(1), "x,F,w")}`],
    ["titles beyond where a header is looked for", `${"title\n".repeat(50)}${file(row(1))}`],
    ["titles over semicolons", `Report\n${file(row(1), "x,y,z").replaceAll(",", ";")}`],
    ["titles over a broken record", `Report\n\n${file(row(1), `${token(2)},"F"x,w`, row(3), "x,y")}`],
    ["a title that never closes", `"Report\n${file(...rows(4))}`],
    [
      "titles over an unknown and an identifying column",
      `Report\n${file(row(1)).replace("Worker", "Last name,Werker")}`,
    ],
    ["titles over a cell of nine million bytes", `Report\n\n${file(row(1), `x,${"x".repeat(9_000_000)},w`)}`],
    ["titles over a header that never closes", `Report\n${HEADER.replace("Worker", '"Worker')}\n${rows(4).join("\n")}`],
    [
      "a long title over a long header",
      `${"title ".repeat(100_000)}\n${HEADER},${"x".repeat(700_000)}\n${row(1)},412-65-0001\n`,
    ],
    ["titles over a header without an end", `Report\n${HEADER},${"412-65-0001 ".repeat(100_000)}`],
    ["more columns than can be screened", `${HEADER}${",".repeat(200_000)}\n${row(1)}\n`],
    ["empty cells and nothing else", ",,,\n,,,\n"],
    ["empty cells in quotes", `"",""\n" ",""\n`],
    ["empty cells before the header", `${",,\n".repeat(400_000)},Person,${HEADER}\n${row(1, "412-65-0001")}\n`],
    ["semicolons", file(...rows(3)).replaceAll(",", ";")],
    ["semicolons over an address", file(row(1, "ana@example.org")).replaceAll(",", ";")],
    ["no header", rows(3).join("\n")],
    ["a header with a person in it", file(row(1)).replace("Worker", "412-65-0001")],
    ["identifying columns", file(row(1)).replace("Worker", "Date of birth")],
    ["a column twice", file(row(1)).replace("Worker", "gender")],
    ["a column without a name", file(row(1, "412-65-0001")).replace("Worker", "")],
    ["a reserved column", file(row(1)).replace("Worker", "_row")],
    ["an unknown column", file(row(1)).replace("Worker", "Werker")],
    ["a missing column", file(row(1)).replace("Gender,", "").replaceAll(",F", "")],
    ["a long column", file(row(1)).replace("Worker", "W".repeat(600))],
    ["a header that never closes", `${HEADER.replace("Gender", '"Gender')}\n${rows(4).join("\n")}`],
    ["Social Security numbers", file(...rows(20), row(50, "412-65-0001"))],
    ["bare numbers", file(...rows(6, (at) => `41265000${at + 1}`))],
    ["three bare numbers alone", file(...rows(3, (at) => `41265000${at + 1}`))],
    ["cards", file(...rows(9, () => "4111 1111 1111 1111"))],
    ["hashes", file(...rows(9, (at) => String(at).repeat(32)))],
    ["long words", file(...rows(30, (at) => `${at} ${"word ".repeat(9)}`))],
    ["a letter", file(row(1, `"${"word ".repeat(50)}"`))],
    ["other digits", file(row(1, "٤١٢-٦٥-٠٠٠١"))],
    ["ragged rows", file(row(1), token(2), `${row(3)},more`, row(4), `${row(5)},`, `${row(6)},,x`)],
    ["blank lines", `${HEADER}\n\n\n${row(1)}\n\n${token(2)}\n\n${row(3)}\nx\n\n\n`],
    ["broken quotes", file(row(1), `${token(2)},"F"x,w`, row(3), `"${token(4)}"y,"F"z,412-65-0001`, row(5))],
    ["a quote that never closes", file(row(1), `${token(2)},"F,w`, row(3), row(4, "ana@example.org"))],
    ["quoted line ends", file(row(1), `${token(2)},F,"a\nb"`, token(3), row(4))],
    ["broken tokens, unknown words and repeated keys", file(row(1), row(1), "x,F,w", `${token(2)},Q,w`, ",,", row(3))],
    ["too many broken rows", file("x,y,z", row(1)), { stop_above: 0.1 }],
    ["a row too wide", file(row(1), row(2, "x".repeat(2_100_000)), row(3))],
    ["a wide row of many cells", file(row(1), row(2, "x,".repeat(8000)), row(3))],
    ["a long rejected row of letters beyond ASCII", file(row(1), `${"é".repeat(6000)} 412-65-0001`, row(2))],
    ["blanks before the header", `${"\n".repeat(1_200_000)}${file(row(1, "412-65-0001"))}`],
    ["blanks before no header", `${"\n".repeat(1_200_000)}x,y\n1,2`],
    ["a cell of nine million bytes", file(row(1), row(2, `"${"x\n".repeat(4_500_000)}"`), row(3))],
    ["more than a megabyte", file(...rows(40_000), row(7), `${row(8)},x`, row(40_002))],
    ["a fault behind a megabyte", Buffer.from(file(...rows(40_000), row(9, "ñ"), row(40_002)), "latin1")],
  ])("%s", async (_, content, settings) => {
    const feed = people(settings);
    expect((await said("people.csv", content, feed, 70_001)).name).toBe("people.csv");
  });

  const program = (settings: object) =>
    Feed.parse({
      id: "stays",
      record: "enrollment",
      files: "*",
      stop_above: 1,
      columns: {
        enrollment_token: "Stay",
        person_token: "Person",
        program_id: { constant: "hub-core" },
        entered_on: "In",
      },
      ...settings,
    });
  const STAYS = [
    "Stay,Person,In",
    `${token(1)},${token(9)},2024-01-01`,
    `${token(1)},${token(9)},2024-01-01`,
    ` ,${token(9)},`,
    `${token(1)},${token(9)},2024-02-01`,
    "x,y,2024-01-01",
    "x,y,2024-01-01",
    ",,2024-01-01",
    `${token(2)},${token(9)}`,
  ].join("\n");
  test.each<[string, object, { accepted: number; broken: number; rows: number }]>([
    ["rows as they are", {}, { accepted: 1, broken: 7, rows: 8 }],
    ["rows that say the same once", { distinct: true }, { accepted: 1, broken: 5, rows: 8 }],
    ["rows with a column alone", { only_with: "Stay" }, { accepted: 1, broken: 5, rows: 8 }],
    ["rows with a column, once", { only_with: "Stay", distinct: true }, { accepted: 1, broken: 3, rows: 8 }],
  ])("%s", async (_, settings, counts) => {
    expect((await said("stays.csv", STAYS, program(settings))).records).toEqual([
      { record: "enrollment", file: "stays.csv", ...counts },
    ]);
  });

  test("forms of which some say the same of a domain", async () => {
    const feed = Feed.parse({ id: "f", files: "*", stop_above: 1, distinct: true, only_with: "b", ...feeds.at(-1)! });
    const [one, two] = [`${token(1)},${token(2)},3,4`, `${token(1)},${token(2)},3,5`];
    await said("f.csv", ["a,b,c,d", one, one, two, `${token(1)},,3,4`, `${token(1)},${token(3)},0,`].join("\n"), feed);
  });

  test("a column twice beside what a profile does not take", async () => {
    const feed = people({ ignore: ["Worker", "Case number", "case number"] }) as TableFeed;
    const cells = rows(9, (at) => `n${at},m${at}`);
    const strict = { ...partnerOf(feed), profile: "safe_harbor" as const };
    const content = file(...cells).replace("Worker", "Case number,case number");
    const { findings } = await said("people.csv", content, feed, 999, strict);
    expect(findings.map(({ code }) => code)).toEqual(["identifier-values", "identifier-values"]);
  });

  const GIVEN = ["James", "Mary", "Robert", "Patricia", "John", "Linda", "Michael", "Barbara"];
  const FAMILY = ["Smith", "Johnson", "Williams", "Brown", "Jones", "Garcia", "Miller", "Davis"];
  test.each<[string, string, Partial<Partner>?]>([
    ["names", file(...rows(40, (at) => `${GIVEN[at % 8]} ${FAMILY[(at * 3) % 8]}`))],
    ["names in rows that fit nothing", file(row(1), ...GIVEN.map((name, at) => `${name} ${FAMILY[at]}`))],
    ["births", file(...rows(40, (at) => `${1950 + at}-0${1 + (at % 9)}-1${at % 9}`))],
    ["short births", file(...rows(40, (at) => `0${1 + (at % 9)}/1${at % 9}/${50 + at}`))],
    ["births in rows that fit nothing", file(row(1), ...rows(9, (at) => `x,${1950 + at}-01-01`))],
    ["ZIP codes", file(...rows(60, (at) => String(38103 + (at % 12))))],
    ["halves of places", file(...rows(30, (at) => `35.14${at + 10}`)).replaceAll(",F,", ",-90.04951,")],
    ["vehicles", file(...rows(9, () => "1M8GDM9AXKP042788"))],
    ["licences", file(...rows(30, (at) => `S5304${at}${at}90${at % 7}123`.slice(0, 13)))],
    ["web addresses", file(...rows(30, (at) => `https://example.org/${at}`))],
    ["a place under Safe Harbor", file(...rows(4)).replace("Worker", "County"), { profile: "safe_harbor" }],
    ["days under Safe Harbor", file(...rows(4, () => "2024-05-01")), { profile: "safe_harbor" }],
    [
      "numbers of one person under Safe Harbor",
      file(...rows(9, (at) => `n${at}`)).replace("Worker", "Case number"),
      { profile: "safe_harbor" },
    ],
    [
      "old ages refused",
      file(...rows(9, (at) => String(85 + at))).replace("Worker", "Age"),
      { ages_above_89: "refuse" },
    ],
  ])("%s", async (what, content, profile) => {
    const feed = people({ ignore: ["Worker", "County", "Age", "Case number"] }) as TableFeed;
    const header = content.slice(0, content.indexOf("\n")).split(",");
    const ignore = feed.ignore.filter((column) => header.includes(column));
    const own = { ...feed, ignore };
    const { outcome } = await said("people.csv", content, own, 999, { ...partnerOf(own), ...profile });
    if (!/^(licences|web)/.test(what)) expect(outcome).toBe("refused");
  });

  test("ages above the oldest of the contract are read as that one", async () => {
    const feed = Feed.parse({
      id: "e",
      record: "person",
      files: "*",
      columns: { person_token: "Person", age: "Age", age_on: { constant: "2024-01-01" } },
    });
    const { records } = await said("e.csv", `Person,Age\n${token(1)},97\n${token(2)},130\n`, feed);
    expect(records).toEqual([{ record: "person", file: "e.csv", accepted: 1, broken: 1, rows: 2 }]);
  });

  test("ZIP codes refuse their file, or are read as their areas", async () => {
    const columns = { person_token: "Person", zip_area: "Lives in" };
    const feed = Feed.parse({ id: "e", record: "person", files: "*", columns, stop_above: 0.9 }) as TableFeed;
    const zips = ["38103", "2139", "36-1", "03601-1234", "381"];
    const content = ["Person,Lives in", ...zips.map((zip, at) => `${token(at)},${zip}`), ""].join("\n");
    const generalised = { ...partnerOf(feed), zip_codes: "generalise" } as Partner;
    const { records } = await said("e.csv", content, feed, 999, generalised);
    expect(records).toEqual([{ record: "person", file: "e.csv", accepted: 4, broken: 1, rows: 5 }]);
    expect((await said("e.csv", content, feed)).outcome).toBe("refused");
  });

  test("a file named for a person goes by its hash", async () => {
    const { name, outcome } = await said("people-412-65-0001.csv", file(row(1)), people());
    expect([name.slice(0, 7), outcome]).toEqual(["sha256-", "refused"]);
  });

  test("two thousand columns", async () => {
    const columns = Array.from({ length: 2000 }, (_, at) => `c${at}`);
    const cells = columns.map((_, at) => (at === 1321 ? "412-65-0001" : String(at)));
    await said(
      "people.csv",
      `${HEADER},${columns.join(",")}\n${row(1)},${cells.join(",")}\n`,
      people({ ignore: ["Worker", ...columns] }),
    );
  });

  test("what the words of findings say is said here, and can be seen to differ", async () => {
    const { findings, records, reasons } = await said("people.csv", file(row(1), "x,F,w", row(1)), people());
    expect(records).toEqual([{ record: "person", file: "people.csv", accepted: 1, broken: 2, rows: 3 }]);
    expect(findings.map(({ code }) => code)).toEqual(["broken-rows"]);
    expect(reasons.map(({ row: at, column, rule }) => [at, column, rule])).toEqual([
      [3, "Person", "not_a_token"],
      [4, "Person", "repeated_key"],
    ]);
  });
});

const cell = fc.oneof(
  { weight: 4, arbitrary: fc.integer({ min: 1, max: 30 }).map(token) },
  fc.constantFrom(
    "",
    " ",
    "F",
    "woman",
    "WOMAN",
    "7",
    "07",
    "-1",
    "1.5",
    "$1,200.00",
    "1,2",
    "12.345",
    "yes",
    "N",
    "true",
    "İ",
    "x".repeat(70),
  ),
  fc.constantFrom(
    "2024-02-29",
    "2023-02-29",
    "02/29/2024",
    "2/3/2024",
    "31/12/2023",
    "29.02.2023",
    "1.2.0000",
    "20240229",
    "1-Feb-2024",
    "01-xxx-2024",
    "2024-01",
  ),
  fc.constantFrom(
    "hub-core",
    "0",
    "N/A",
    "Safe",
    "safe",
    "3",
    "6",
    "412650001",
    "412-65-0001",
    "901-555-0143",
    "a@b.org",
    "12 Main St",
    "10.0.0.1",
    "0".repeat(32),
  ),
  fc.string({ unit: "grapheme", maxLength: 6 }),
);
const feeds: readonly object[] = [
  {
    record: "person",
    columns: { person_token: "a", gender: { from: "b", words: { F: "woman" } }, county: "c", veteran: "d" },
  },
  {
    record: "enrollment",
    dates: "MM/DD/YYYY",
    columns: {
      enrollment_token: "a",
      person_token: "b",
      program_id: { constant: "hub-core" },
      entered_on: "c",
      exited_on: "d",
    },
  },
  {
    record: "job",
    dates: "DD.MM.YYYY",
    columns: { job_token: "a", person_token: "b", started_on: "c", hourly_wage: "d" },
  },
  {
    record: "income",
    dates: "YYYYMMDD",
    columns: {
      enrollment_token: "a",
      person_token: { constant: token(1) },
      reported_on: "b",
      total_monthly: "c",
      earned_monthly: "d",
    },
  },
  {
    record: "assessment_score",
    dates: "DD-Mon-YYYY",
    columns: {
      person_token: "a",
      enrollment_token: "b",
      assessed_on: { constant: "2024-01-01" },
      stage: { constant: "initial" },
    },
    wide: {
      instrument: "arizona-2015",
      domains: { housing: "c", income: "d" },
      not_applicable: ["0", "n/a"],
      levels: { Safe: 4 },
      goals: { housing: "b" },
    },
  },
];

test("generated files of every kind of field, under any beginning and in any encoding, are said the same of", async () => {
  const fields = {
    feed: fc.constantFrom(...feeds),
    way: fc.constantFrom({}, {}, { distinct: true }, { only_with: "c" }, { distinct: true, only_with: "b" }),
    above: fc.constantFrom("", "", "sep=,\n", "sep=;\n", "Report,2024\n\n", ",,,\n", "a,b\n", '"May\n""24"""\n , \n'),
    rows: fc.array(fc.array(cell, { minLength: 3, maxLength: 5 }), { maxLength: 25 }),
    quoted: fc.boolean(),
    delimiter: fc.constantFrom(",", ",", ",", ";"),
    wide: fc.constantFrom(false, false, true),
  };
  const one = async ({ feed, way, above, rows, quoted, delimiter, wide }: Generated) => {
    const ignore = "wide" in feed ? [] : ["d"].filter((column) => !columnsOf(feed).includes(`"${column}"`));
    const parsed = Feed.parse({ id: "any", files: "*", stop_above: 1, ...feed, ...way, ignore });
    const written = (text: string) => (quoted || /[,;"\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
    const lines = rows.map((cells) => cells.map(written).join(delimiter));
    const text = `${above}${["a", "b", "c", "d"].join(delimiter)}\n${lines.join("\n")}`;
    await said("any.csv", wide ? Buffer.from(`\ufeff${text}`, "utf16le") : text, parsed, 333);
  };
  await fc.assert(fc.asyncProperty(fc.record(fields), one), {
    numRuns: Number(process.env.RUNS ?? 30),
    seed: Number(process.env.SEED ?? 11),
  });
});

interface Generated {
  feed: object;
  way: object;
  above: string;
  rows: string[][];
  quoted: boolean;
  delimiter: string;
  wide: boolean;
}

const columnsOf = (feed: object) => JSON.stringify((feed as { columns: object }).columns);
