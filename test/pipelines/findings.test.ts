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
