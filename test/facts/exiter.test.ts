import { describe, expect, test } from "vitest";
import { enrolled, person, warehouseOf } from "../support/warehouse.ts";

/** The calendar of one exit: a year after it, first day of the first quarter after, last day of the fourth. */
async function calendarOf(exited_on: string): Promise<(string | undefined)[]> {
  const door = await warehouseOf({
    person: [person("ann")],
    enrollment: [enrolled("ann", "2023-01-10", { exited_on })],
  });
  const [row] = await door.rows<{ year: string; first: string; fourth: string }>(
    "select cast(year_after_on as varchar) as year, cast(first_quarter_starts_on as varchar) as first, cast(fourth_quarter_ends_on as varchar) as fourth from exiter",
  );
  await door.close();
  return [row?.year, row?.first, row?.fourth];
}

describe("quarters are those of the calendar, the first is the one after that of the exit", () => {
  test.each([
    ["2023-11-15", "2024-11-15", "2024-01-01", "2024-12-31"],
    ["2023-05-31", "2024-05-31", "2023-07-01", "2024-06-30"],
    ["2024-03-31", "2025-03-31", "2024-04-01", "2025-03-31"],
    ["2024-04-01", "2025-04-01", "2024-07-01", "2025-06-30"],
    ["2024-12-31", "2025-12-31", "2025-01-01", "2025-12-31"],
    ["2024-02-29", "2025-02-28", "2024-04-01", "2025-03-31"],
  ])("an exit on %s", async (exited_on, year, first, fourth) => {
    expect(await calendarOf(exited_on)).toEqual([year, first, fourth]);
  });
});

test("an exit after the as-of date has not happened yet", async () => {
  expect(await calendarOf("2026-01-01")).toEqual([undefined, undefined, undefined]);
});
