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

test("a participant record with participants' own numbers is refused", () => {
  const facts = { file: "pirl.csv", column: "PIRL100", rows: 1 };
  const bare: Finding = { ...about, code: "bare-participants", facts };
  expect([outcome(bare), sentence(bare)]).toEqual([
    "refused",
    `pirl.csv: the column "PIRL100" holds participants' own numbers in 1 row, where keyed tokens belong. Nothing of the file was kept. Put a keyed token in the place of each number (npm run deidentify makes them) and send the file again.`,
  ]);
});
