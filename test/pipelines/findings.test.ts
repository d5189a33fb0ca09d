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
    "12 people stand in 4 combinations of gender, race and ethnicity, age band, county and language that fewer than 5 people of the partner share. Nothing was changed: set rare to generalise or refuse in the partner's YAML to have what makes them rare left out, or them.",
  );
  expect(says("generalise", { left: 2 })).toMatch(
    /What makes them rare was left out of their records in the warehouse, language and county first; 2 of them are rare still, with nothing left to leave out\.$/,
  );
  expect(says("refuse", { people: 1, combinations: 1 })).toBe(
    "1 person stands in a combination of gender, race and ethnicity, age band, county and language that fewer than 5 people of the partner share. They were set aside, and so is what refers to them.",
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
