import { expect, test } from "vitest";
import { overlappingEpisodes } from "../../../models/quality/warnings/overlapping-episodes.ts";
import type { EnrollmentTable } from "../../../models/warehouse.ts";
import { enrolled } from "../../support/warehouse.ts";
import { oddRows } from "../quality-of.ts";

/** Odd rows of two episodes of Ann: row 2, open or ended on a day, and row 3. */
async function odd(exited_on: string | null, second: Partial<EnrollmentTable>) {
  const enrollment = [
    enrolled("ann", "2024-01-01", { row_number: 2, exited_on }),
    enrolled("ann", "2024-06-01", { row_number: 3, enrollment_key: "ann-2", ...second }),
  ];
  return (await oddRows(overlappingEpisodes, { enrollment }))[1];
}

test("an episode that begins on the day the one before it ends is fine; a day earlier, the later of the two looks odd", async () => {
  expect(await odd("2024-06-01", {})).toEqual([]);
  expect(await odd("2024-06-02", {})).toEqual([3]);
});

test("a second episode while the first is open looks odd, and of two that begin together one does", async () => {
  expect(await odd(null, {})).toEqual([3]);
  expect(await odd(null, { entered_on: "2024-01-01" })).toEqual([3]);
});

test("episodes in two programs, at two partners or of two people do not overlap", async () => {
  expect(await odd(null, { program_id: "hub-plus" })).toEqual([]);
  expect(await odd(null, { partner_id: "school" })).toEqual([]);
  expect(await odd(null, { person_key: "bob" })).toEqual([]);
});
