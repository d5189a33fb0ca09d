import { expect, test } from "vitest";
import { advice, type Finding, outcome, sentence, what } from "../../pipelines/findings.ts";
import { unreadableBecause } from "../../pipelines/unreadable-because.ts";

const about = { partner: "hub", feed: "people" };

test("a finding says what is wrong and what to do, and what becomes of the file", () => {
  const column: Finding = {
    ...about,
    code: "identifier-column",
    facts: { file: "people.csv", column: "SSN", identifier: "a Social Security number" },
  };
  expect([outcome(column), what(column)]).toEqual([
    "refused",
    'people.csv: the column "SSN" is for a Social Security number, which identifies people.',
  ]);
  expect(advice(column)).toMatch(/^Nothing of the file was kept\./);
  const broken: Finding = {
    ...about,
    code: "too-many-broken-rows",
    facts: { file: "people.csv", broken: 60, rows: 100, limit: 0.05 },
  };
  expect([outcome(broken), sentence(broken)]).toEqual([
    "stopped",
    "people.csv: 60 of 100 rows break their rules, more than the agreed 5.0 %. The whole file is stopped; see the reasons, correct it and send it again.",
  ]);
  const noted: Finding = {
    ...about,
    code: "kept-last-good",
    facts: { feed: "people", file: "people.csv of 2026-01-01" },
  };
  expect([outcome(noted), sentence(noted)]).toEqual([
    "noted",
    'The last good file of the feed "people" stays in use (people.csv of 2026-01-01).',
  ]);
  const several: Finding = { ...noted, facts: { feed: "people", file: "a.csv, b.csv", files: 2 } };
  expect(sentence(several)).toBe('The last good files of the feed "people" stay in use (a.csv, b.csv).');
});

test("people in rare combinations are counted, and what became of them is said", () => {
  const facts = { people: 12, combinations: 4, k: 5, left: 0 };
  const says = (did: "warn" | "generalise" | "refuse", more = {}) =>
    sentence({ ...about, feed: null, code: "rare-combinations", facts: { ...facts, did, ...more } });
  expect(says("warn")).toBe(
    "12 people stand in 4 combinations of gender, race and ethnicity, age band, county, ZIP area and language that fewer than 5 people of the partner share. Nothing was changed: set rare to generalise or refuse in the partner's YAML to have what makes them rare left out, or them.",
  );
  expect(says("generalise", { left: 2 })).toMatch(
    /What makes them rare was left out of their records in the warehouse, language and county first; 2 of them are rare still, with nothing left to leave out\.$/,
  );
  expect(says("refuse", { people: 1, combinations: 1 })).toBe(
    "1 person stands in a combination of gender, race and ethnicity, age band, county, ZIP area and language that fewer than 5 people of the partner share. They were set aside, and so is what refers to them.",
  );
});

test("what cannot be seen in a name is spelled out in the sentence", () => {
  const column: Finding = {
    ...about,
    code: "unknown-column",
    facts: { file: "people.csv", column: "A\u001b[2J\u202eB", nearest: null },
  };
  for (const says of [what(column), sentence(column)]) expect(says).toContain('"A\\u{1b}[2J\\u{202e}B"');
});

test("a finding about a folder stops nothing, one about a file that was not read does", () => {
  const folder: Finding = {
    ...about,
    feed: null,
    code: "unmatched-files",
    facts: { files: 7, first: ["a.txt", "b.txt"] },
  };
  expect([outcome(folder), what(folder)]).toEqual([
    "noted",
    "7 files or links belong to no feed and are passed over: a.txt, b.txt, ….",
  ]);
  const file: Finding = {
    ...about,
    code: "unreadable-file",
    facts: { file: "people.csv", because: unreadableBecause({ code: "EACCES" }) },
  };
  expect([outcome(file), what(file)]).toEqual([
    "stopped",
    "people.csv: the file cannot be read, because the pipeline may not read it.",
  ]);
});

test("a table of counts that could give somebody away is refused, with what to do and without its counts", () => {
  const counts: Finding[] = [
    { ...about, feed: null, code: "counts-small", facts: { file: "counts.csv", row: 4, threshold: 11 } },
    { ...about, feed: null, code: "counts-repeated", facts: { file: "counts.csv", row: 6, first: 3 } },
    { ...about, feed: null, code: "counts-contradiction", facts: { file: "counts.csv", first: "people to date" } },
    { ...about, feed: null, code: "counts-place", facts: { file: "counts.csv", row: 2 } },
  ];
  expect(new Set(counts.map(outcome))).toEqual(new Set(["refused"]));
  expect(counts.map(what)).toEqual([
    "counts.csv: row 4 holds a count below 11, zero included.",
    "counts.csv: row 6 is about the same people and period as row 3.",
    "counts.csv: the counts do not add up. The first place: people to date.",
    "counts.csv: the count in row 2 is not one that the network makes: its measure has no such slice, or not for such a period, or the period is not over long enough.",
  ]);
  expect(advice(counts[0]!)).toBe(
    "Nothing of the file was kept; the last good one stays in use. Write the word withheld in its place, and in the place of another count in the same group, and send the file again.",
  );
});

test.each<[Pick<Finding, "code" | "facts">, string, string]>([
  [
    { code: "unsafe-archive", facts: { file: "a.zip", because: "too_dense" } },
    "refused",
    "a.zip: the file is not opened, because it would unpack to more than 200 times its size. Nothing of the file was kept. Export the data anew, without what is named here, and send it again.",
  ],
  [
    { code: "not-of-format", facts: { file: "a.xlsx", format: "a workbook (XLSX)", seems: "a PDF" } },
    "stopped",
    "a.xlsx: the file cannot be read as a workbook (XLSX); it seems to be a PDF. Export it in the agreed format and send it again, or correct format for this feed in the partner's YAML.",
  ],
  [
    { code: "several-sheets", facts: { file: "a.xlsx", sheets: 3 } },
    "noted",
    "a.xlsx: the workbook has 3 visible sheets and no sheet is agreed, so the first one is read. Say which one is meant with sheet for this feed in the partner's YAML.",
  ],
  [
    { code: "missing-sheet", facts: { file: "a.xlsx", sheet: "People" } },
    "stopped",
    'a.xlsx: there is no sheet "People" in the workbook. Send it with that sheet, or correct sheet in the partner\'s YAML.',
  ],
  [
    { code: "no-members", facts: { file: "a.zip", pattern: "*.csv" } },
    "stopped",
    "a.zip: there is nothing in it for the feed, which reads *.csv. Send it with the agreed files, or correct inside in the partner's YAML.",
  ],
  [
    { code: "stray-members", facts: { file: "a.zip", files: 2, pattern: "*.csv" } },
    "refused",
    "a.zip: 2 files in the zip folder fit nothing agreed (*.csv) and cannot be screened. Nothing of the zip folder was kept. Take such files out and send it again, or widen inside in the partner's YAML.",
  ],
  [
    { code: "formula-without-value", facts: { file: "a.xlsx", cells: 12, first: "C2" } },
    "stopped",
    "a.xlsx: 12 cells hold formulas whose result was never stored (the first is C2). Open the file in a spreadsheet program and save it, or replace formulas by their values, and send it again.",
  ],
  [
    { code: "nested-values", facts: { file: "a.json", column: "Goals" } },
    "refused",
    'a.json: the column "Goals" holds lists, objects or bytes where one value is expected. Nothing of the file was kept, for such values cannot be screened. Export one value per column and row and send the file again.',
  ],
  [
    { code: "repeated-name", facts: { file: "a.json", row: 4 } },
    "refused",
    "a.json: record 4 names a field twice, so that nobody knows which of the two counts. Nothing of the file was kept. Export every field once and send the file again.",
  ],
  [
    { code: "not-a-record", facts: { file: "a.json", row: 1 } },
    "refused",
    "a.json: entry 1 is not a record with named fields, so it cannot be screened. Nothing of the file was kept. Export one object per record and send the file again.",
  ],
  [
    { code: "too-many-rows", facts: { file: "a.parquet", rows: 30_000_000, limit: 20_000_000 } },
    "stopped",
    "a.parquet: the file has 30,000,000 rows, more than the 20,000,000 that are read from one. Send it in parts.",
  ],
  [
    { code: "identifier-in-workbook", facts: { file: "a.xlsx", identifier: "an e-mail address" } },
    "refused",
    "a.xlsx: outside the cells of the workbook (in the name of a sheet, a comment, a link, a heading, a formula, a list to choose from, a text kept for later or the properties of the file) there is what looks like an e-mail address. Nothing of the file was kept. Take it out (in Excel by File, Info, Inspect Document) or copy the data into a new workbook, and send that.",
  ],
])("of containers: $code", (found, becomes, says) => {
  const finding = { ...found, ...about } as Finding;
  expect([outcome(finding), sentence(finding)]).toEqual([becomes, says]);
});

test("a table of more columns than can be screened is refused", () => {
  const wide: Finding = {
    ...about,
    code: "too-many-columns",
    facts: { file: "people.csv", columns: 16_384, limit: 5_000 },
  };
  expect([outcome(wide), sentence(wide)]).toEqual([
    "refused",
    "people.csv: the table has 16,384 columns, more than the 5,000 that can be screened. Nothing of the file was kept. Leave out the columns that were not agreed, and cells that stray far from the others, and send it again.",
  ]);
});

test("a participant record with participants' own numbers is refused", () => {
  const facts = { file: "pirl.csv", column: "PIRL100", rows: 1 };
  const bare: Finding = { ...about, code: "bare-participants", facts };
  expect([outcome(bare), sentence(bare)]).toEqual([
    "refused",
    `pirl.csv: the column "PIRL100" holds participants' own numbers in 1 row, where keyed tokens belong. Nothing of the file was kept. Put a keyed token in the place of each number (npm run deidentify makes them) and send the file again.`,
  ]);
});

test("what became of fetching stops nothing, and says what to do", () => {
  const feed = { feed: "people" };
  const found: Finding[] = [
    { ...about, code: "source-unreachable", facts: { ...feed, because: "it refuses connections" } },
    { ...about, code: "source-denied", facts: { ...feed, because: "it does not allow reading (HTTP 403)" } },
    { ...about, code: "source-untrusted", facts: { ...feed, file: "people.csv", because: "it sends to another host" } },
    { ...about, code: "source-over-limit", facts: { ...feed, limit: "30 seconds" } },
    {
      ...about,
      code: "secret-unavailable",
      facts: { ...feed, setting: "token", because: "the environment has no TOKEN" },
    },
    { ...about, code: "unsafe-object-names", facts: { ...feed, objects: 1 } },
    { ...about, code: "nothing-offered", facts: { ...feed, objects: 3 } },
    { ...about, code: "late-feed", facts: { ...feed, every: 31, last: "2026-01-01", days: 32 } },
    { ...about, code: "late-feed", facts: { ...feed, every: 1, last: null, days: 0 } },
  ];
  expect(new Set(found.map(outcome))).toEqual(new Set(["noted"]));
  expect(found.map(sentence)).toEqual([
    'The source of the feed "people" could not be read, because it refuses connections. What was received before stays in use; every run tries anew. Ask the partner when it lasts.',
    'The source of the feed "people" does not let the pipeline in, because it does not allow reading (HTTP 403). What was received before stays in use; ask the partner for access, and put the user name or the secret right.',
    'The source of the feed "people" (people.csv) is not trusted, because it sends to another host, so nothing was fetched from it. What was received before stays in use; find out with the partner what has changed before you change the partner\'s YAML.',
    'The source of the feed "people" is over the agreed limit of 30 seconds, so fetching was stopped. What was received before stays in use; if so much is right, raise it under limits in the partner\'s YAML.',
    'The source of the feed "people" needs its token, and cannot have it, because the environment has no TOKEN. What was received before stays in use; put the secret where the partner\'s YAML says it is kept.',
    'The source of the feed "people" offers 1 file whose name is no plain file name, or a path, so it is not fetched. Ask the partner for names without slashes, backslashes, leading dots and what cannot be seen.',
    'The source of the feed "people" offers 3 files, and none of them fits the pattern under files. What was received before stays in use; correct the pattern, or the place of the source, in the partner\'s YAML.',
    'The feed "people" is late: something new is expected every 31 days, and the last was accepted on 2026-01-01, 32 days ago. Ask the partner for the export, or change expected_every_days in the partner\'s YAML.',
    'The feed "people" is late: something new is expected every 1 day, and nothing has been accepted so far. Ask the partner for the export, or change expected_every_days in the partner\'s YAML.',
  ]);
});
