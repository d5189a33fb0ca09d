import { expect, test } from "vitest";
import { ageDisagrees } from "../../../models/quality/warnings/age-disagrees.ts";
import { enrolled, person } from "../../support/warehouse.ts";
import { oddRows } from "../quality-of.ts";

test("a year after entry the same age and three years more are fine, a year less and four more look odd; 90 and over or unknown is not asked", async () => {
  const aged = (row_number: number, age: number | null, age_at_entry: number) => ({
    person: person(`p${row_number}`, { age, age_on: "2025-01-01" }),
    enrollment: enrolled(`p${row_number}`, "2024-01-01", { row_number, age_at_entry }),
  });
  const rows = [aged(2, 40, 40), aged(3, 43, 40), aged(4, 39, 40), aged(5, 44, 40), aged(6, 90, 60), aged(7, null, 40)];
  const tables = { person: rows.map((row) => row.person), enrollment: rows.map((row) => row.enrollment) };
  expect(await oddRows(ageDisagrees, tables)).toEqual([
    [2, 3, 4, 5],
    [4, 5],
  ]);
});
