import { expect, test } from "vitest";
import { periodsAround, yearOf } from "../../models/aggregate/periods.ts";
import { quartersOf } from "../../models/relations/quarters.ts";

test("a quarter is in the program year its first month is in", () => {
  expect(yearOf("2025-Q3", 7)).toBe(2025);
  expect(yearOf("2026-Q2", 7)).toBe(2025);
  expect(yearOf("2026-Q1", 1)).toBe(2026);
  expect(yearOf("PY2024", 7)).toBe(2024);
  expect(yearOf("to-date", 7)).toBeNull();
});

test("periods run from the year before the first one spoken of to the as-of date, each quarter within its year", () => {
  const periods = periodsAround(["PY2025", "2025-Q4"], { asOf: "2026-06-30", programYearStarts: 7 });
  expect(periods.map(({ period }) => period)).toEqual([
    ...["to-date", "PY2024", "2024-Q3", "2024-Q4", "2025-Q1", "2025-Q2"],
    ...["PY2025", "2025-Q3", "2025-Q4", "2026-Q1", "2026-Q2"],
  ]);
  expect(periods.find(({ period }) => period === "PY2025")).toMatchObject({
    starts_on: "2025-07-01",
    ends_on: "2026-06-30",
  });
  expect(periods.find(({ period }) => period === "2026-Q1")).toMatchObject({
    starts_on: "2026-01-01",
    ends_on: "2026-03-31",
  });
  expect(quartersOf(periods, "2026-06-30").map(({ year }) => year)).toEqual([
    ...Array.from({ length: 4 }, () => "PY2024"),
    ...Array.from({ length: 4 }, () => "PY2025"),
  ]);
});

test("nothing spoken of leaves the year under way and the one before it", () => {
  const years = periodsAround(["to-date"], { asOf: "2026-02-10", programYearStarts: 10 });
  expect(years.filter(({ period_kind }) => period_kind === "year").map(({ period }) => period)).toEqual([
    "PY2024",
    "PY2025",
  ]);
});

test("a year before 2000 or after the as-of date is no period, spoken of or not", () => {
  const spoken = ["PY1890", "PY1999", "1999-Q4", "PY2000", "PY2030", "2030-Q1"];
  const periods = periodsAround(spoken, { asOf: "2002-06-30", programYearStarts: 7 }).map(({ period }) => period);
  expect(periods.filter((period) => period.startsWith("PY"))).toEqual(["PY2000", "PY2001"]);
  expect(periodsAround(["PY1890"], { asOf: "2026-06-30", programYearStarts: 7 })).toEqual(
    periodsAround([], { asOf: "2026-06-30", programYearStarts: 7 }),
  );
});
