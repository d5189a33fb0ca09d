import { expect, test } from "vitest";
import { bindHeader, isPirlHeader, pirlNames } from "../../../../pipelines/intake/pirl/bind-header.ts";
import { pirlFeed } from "../../../support/stage-pirl.ts";

test("columns are found by what they are called, in any order, and the others are told apart", () => {
  const bound = bindHeader(["PIRL901", "Case note no", "900", "PIRL 900", "PIRL2104", "PIRL-2104", "Region"], {
    ...pirlFeed,
    ignore: ["Region"],
  });
  expect([...bound.columns]).toEqual([
    ["901", "PIRL901"],
    ["900", "900"],
    ["2104", "PIRL2104"],
  ]);
  expect(bound.twice).toEqual(["PIRL 900"]);
  expect(bound.strangers).toEqual(["Case note no"]);
});

test("a column that the feed names itself is the element it is named for", () => {
  const feed = { ...pirlFeed, columns: { "900": "ENTRY_DT", AgeAtEntry: "AGE" } };
  expect([...bindHeader(["ENTRY_DT", "AGE"], feed).columns]).toEqual([
    ["900", "ENTRY_DT"],
    ["AgeAtEntry", "AGE"],
  ]);
  expect(isPirlHeader(["ENTRY_DT", "AGE", "Site"], feed)).toBe(true);
  expect(isPirlHeader(["ENTRY_DT", "AGE", "Site"], pirlFeed)).toBe(false);
});

test.each([
  ["one sure spelling among columns nobody knows", ["PIRL900", "Guadalupe", "Site"], true],
  ["bare numbers for the most part", ["100", "900", "901", "Site"], true],
  [
    "a participant, with a county that could be an element",
    ["000123456", "TN", "157", "20010101", "1", "", "0"],
    false,
  ],
  ["a participant at a provider whose name begins with a number", ["A-77", "911 Driving School", "1", "0"], false],
  ["a table of something else", ["Name", "White", "Sex", "City", "Phone", "Site", "Note"], false],
])("%s: %j", (_, header, is) => expect(isPirlHeader(header, pirlFeed)).toBe(is));

test("the usual spellings are among those by which a delimiter is told", () => {
  for (const column of [
    "900",
    "PIRL900",
    "PIRL 900",
    "900 Date of Program Entry (WIOA)",
    "CALC4001",
    "AgeAtEntry",
    "EXIT_DT",
  ])
    expect(pirlNames({ ...pirlFeed, columns: { "901": "EXIT_DT" } }).has(column)).toBe(true);
});
