import { expect, test } from "vitest";
import { hmisRows, stageFixture } from "../../../support/stage-hmis.ts";

async function services(fixture: string) {
  const { door, tables } = await stageFixture(fixture);
  const rows = await hmisRows(door, tables, "service");
  await door.close();
  return rows.map(({ _row, type, provided_on, cost }) => [_row, type, provided_on, cost]);
}

test("FY2024: financial assistance and case management, no bed nights", async () => {
  expect(await services("hmis-2024")).toEqual([
    [2, "financial", "2025-08-15", "825.00"],
    [3, "coordination", "2025-08-20", null],
    [5, "navigation", "2025-09-05", null],
  ]);
});

test("FY2026: healthcare navigation besides; help with moving on is another service", async () => {
  expect(await services("hmis-2026")).toEqual([
    [2, "navigation", "2025-10-10", null],
    [3, "financial", "2025-10-11", "100.00"],
    [4, "coordination", "2025-10-12", null],
    [5, "other", "2025-10-13", null],
  ]);
});
