import { expect, test } from "vitest";
import { assessedBeforeEntry } from "../../../models/quality/warnings/assessed-before-entry.ts";
import { enrolled, scored } from "../../support/warehouse.ts";
import { oddRows } from "../quality-of.ts";

test("an assessment 30 days before the entry is fine, one 31 days before it looks odd, and so does none of another partner's episode", async () => {
  const rows = {
    enrollment: [enrolled("ann", "2024-03-31"), enrolled("bob", "2024-03-31", { partner_id: "school" })],
    assessment_score: [
      scored("ann", "2024-03-01", 2, { row_number: 2 }),
      scored("ann", "2024-02-29", 2, { row_number: 3 }),
      scored("bob", "2024-02-29", 2, { row_number: 4 }),
    ],
  };
  expect(await oddRows(assessedBeforeEntry, rows)).toEqual([[2, 3, 4], [3]]);
});
