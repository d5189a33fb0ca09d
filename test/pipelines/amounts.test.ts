import { expect, test } from "vitest";
import { counted, daysText, dayText, percent } from "../../pipelines/amounts.ts";

test("a share is 0 % only of none and 100 % only of all", () => {
  expect([percent(0, 300), percent(1, 300), percent(150, 300), percent(299, 300), percent(300, 300)]).toEqual([
    "0 %",
    "under 1 %",
    "50 %",
    "over 99 %",
    "100 %",
  ]);
  expect(percent(0, 0)).toBe("");
});

test("one of a thing is one, days have at most one decimal, and a day is read with its month", () => {
  expect([counted(1, "row"), counted(1200, "row"), daysText(30.5), daysText(1), dayText("2026-06-30")]).toEqual([
    "1 row",
    "1,200 rows",
    "30.5 days",
    "1 day",
    "June 30, 2026",
  ]);
});
