import { expect, test } from "vitest";
import { likelyHeader } from "../../../pipelines/map/likely-header.ts";
import { token } from "../../support/small-network.ts";

test("the header is the row with the most names, under titles and above data", () => {
  const rows = [
    ["Enrollments of the hub"],
    ["Made", "2025-01-01"],
    ["Client", "Gender", "Start"],
    [token(1), "F", "2025-01-01"],
    [token(2), "M", "2025-01-02"],
  ];
  expect(likelyHeader(rows)).toBe(2);
  expect(likelyHeader(rows.slice(3))).toBe(0);
});

test("words that come again in other rows are data, and a header that is printed twice is still one", () => {
  const row = ["woman", "english", "single"];
  expect(
    likelyHeader(
      [
        ["Sex", "Speaks", ""],
        [...row, "a"],
        [...row, "b"],
      ].map((cells) => [...cells]),
    ),
  ).toBe(0);
  const header = ["Sex", "Speaks"];
  expect(likelyHeader([["Title"], header, ["1", "2"], header])).toBe(1);
});

test("of rows without names the first that is not blank is taken, and of blank ones none", () => {
  expect(likelyHeader([[""], ["1", "2"], ["3", "4"]])).toBe(1);
  expect(likelyHeader([[""], []])).toBe(-1);
});
