import { expect, test } from "vitest";
import { assessedAfterExit } from "../../../models/quality/warnings/assessed-after-exit.ts";
import { enrolled, scored } from "../../support/warehouse.ts";
import { oddRows } from "../quality-of.ts";

test("an assessment 30 days after the exit is fine and one 31 days after it looks odd; an open episode is not asked", async () => {
  const rows = {
    enrollment: [enrolled("ann", "2024-01-01", { exited_on: "2024-03-01" }), enrolled("bob", "2024-01-01")],
    assessment_score: [
      scored("ann", "2024-03-31", 2, { row_number: 2 }),
      scored("ann", "2024-04-01", 2, { row_number: 3 }),
      scored("bob", "2025-04-01", 2, { row_number: 4 }),
    ],
  };
  expect(await oddRows(assessedAfterExit, rows)).toEqual([[2, 3], [3]]);
});
