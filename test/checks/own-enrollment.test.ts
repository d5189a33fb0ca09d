import { expect, test } from "vitest";
import { checks } from "../../models/checks/catalogue.ts";
import { knownEnrollment } from "../../models/checks/known-enrollment.ts";
import { ownEnrollment } from "../../models/checks/own-enrollment.ts";
import { offenders } from "../support/offenders.ts";
import { enrolled, scored } from "../support/warehouse.ts";

test("a score of an episode's own person is fine, a score of another person's episode is not", async () => {
  const rows = {
    enrollment: [enrolled("ann", "2024-01-01")],
    assessment_score: [
      scored("ann", "2024-01-02", 2, { row_number: 2 }),
      scored("bob", "2024-01-02", 2, { row_number: 4, enrollment_key: "ann-1" }),
    ],
  };
  expect(await offenders(ownEnrollment, "assessment_score", rows)).toEqual([4]);
});

test("an episode that is unknown is looked for first, and the two say what differs", () => {
  expect(checks.indexOf(ownEnrollment)).toBeGreaterThan(checks.indexOf(knownEnrollment));
  expect(knownEnrollment.says).toMatch(/^no enrollment record with this token was sent/);
  expect(ownEnrollment.says).toMatch(/^the enrollment with this token is another person's/);
});
