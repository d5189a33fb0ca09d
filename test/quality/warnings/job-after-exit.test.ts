import { expect, test } from "vitest";
import { jobAfterExit } from "../../../models/quality/warnings/job-after-exit.ts";
import { employed } from "../../measures/record-rows.ts";
import { enrolled } from "../../support/warehouse.ts";
import { oddRows } from "../quality-of.ts";

test("a job that began 90 days after its episode ended is fine and one after 91 days looks odd; one of no episode is not asked", async () => {
  const rows = {
    enrollment: [enrolled("ann", "2024-01-01", { exited_on: "2024-03-01" })],
    job: [
      employed("ann", "2024-05-30", { row_number: 2, job_key: "a", enrollment_key: "ann-1" }),
      employed("ann", "2024-05-31", { row_number: 3, job_key: "b", enrollment_key: "ann-1" }),
      employed("ann", "2024-12-31", { row_number: 4, job_key: "c" }),
    ],
  };
  expect(await oddRows(jobAfterExit, rows)).toEqual([[2, 3], [3]]);
});
