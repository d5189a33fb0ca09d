import { expect, test } from "vitest";
import { knownEnrollment } from "../../models/checks/known-enrollment.ts";
import { offenders } from "../support/offenders.ts";
import { enrolled, scored } from "../support/warehouse.ts";

test("a score of an episode is fine whoever's it is, a score of an unknown episode is not", async () => {
  const rows = {
    enrollment: [enrolled("ann", "2024-01-01")],
    assessment_score: [
      scored("ann", "2024-01-02", 2, { row_number: 2 }),
      scored("bob", "2024-01-02", 2, { row_number: 3 }),
      scored("bob", "2024-01-02", 2, { row_number: 4, enrollment_key: "ann-1" }),
    ],
  };
  expect(await offenders(knownEnrollment, "assessment_score", rows)).toEqual([3]);
});
