import { expect, test } from "vitest";
import { goalDueBeforeSet } from "../../../models/quality/warnings/goal-due-before-set.ts";
import { planned } from "../../measures/record-rows.ts";
import { oddRows } from "../quality-of.ts";

test("a goal due on the day it was set is fine, one due the day before looks odd, one without a due day is not asked", async () => {
  const goal = [
    planned("ann", "2024-06-01", { row_number: 2, due_on: "2024-06-01" }),
    planned("ann", "2024-06-01", { row_number: 3, due_on: "2024-05-31" }),
    planned("ann", "2024-06-01", { row_number: 4 }),
  ];
  expect(await oddRows(goalDueBeforeSet, { goal })).toEqual([[2, 3], [3]]);
});
