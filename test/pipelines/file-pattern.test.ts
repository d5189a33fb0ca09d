import { expect, test } from "vitest";
import { matchesPattern } from "../../pipelines/file-pattern.ts";

test("a star stands for any characters and nothing else is special", () => {
  expect(matchesPattern("people-2024.csv", "people*.csv")).toBe(true);
  expect(matchesPattern("people-2024xcsv", "people*.csv")).toBe(false);
  expect(matchesPattern("a+b.csv", "a+b.csv")).toBe(true);
  expect(matchesPattern("people\n2024.csv", "people*.csv")).toBe(true);
  expect(matchesPattern("x/people.csv.exe", "people*.csv")).toBe(false);
});

test("case is ignored, and a star may stand for nothing", () => {
  expect(matchesPattern("PEOPLE.CSV", "people*.csv")).toBe(true);
  expect(matchesPattern("people.csv", "*")).toBe(true);
  expect(matchesPattern("", "*")).toBe(true);
  expect(matchesPattern("people", "people.csv")).toBe(false);
});

test("a pattern of many stars takes no time", () => {
  const began = performance.now();
  expect(matchesPattern("a".repeat(200), `${"*a".repeat(90)}*b`)).toBe(false);
  expect(performance.now() - began).toBeLessThan(100);
});
