import { expect, test } from "vitest";
import { childAsAdult } from "../../../models/quality/warnings/child-as-adult.ts";
import { enrolled } from "../../support/warehouse.ts";
import { oddRows } from "../quality-of.ts";

test("a head of household of 17 looks odd, one of 18 or a youth who came alone does not; children and unknown ages are not asked", async () => {
  const aged = (row_number: number, role: string, age_at_entry: number | null, unaccompanied: boolean | null = null) =>
    enrolled(`p${row_number}`, "2024-01-01", { row_number, role, age_at_entry, unaccompanied });
  const enrollment = [
    aged(2, "head", 17),
    aged(3, "head", 18),
    aged(4, "head", 17, true),
    aged(5, "other_adult", 9, false),
    aged(6, "child", 9),
    aged(7, "head", null),
  ];
  expect(await oddRows(childAsAdult, { enrollment })).toEqual([
    [2, 3, 4, 5],
    [2, 5],
  ]);
});
