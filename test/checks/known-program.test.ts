import { expect, test } from "vitest";
import { knownProgram } from "../../models/checks/known-program.ts";
import { offenders } from "../support/offenders.ts";
import { enrolled } from "../support/warehouse.ts";

test("an enrollment in a program of its own partner is fine, one in another partner's program is not", async () => {
  const rows = {
    enrollment: [
      enrolled("ann", "2024-01-01", { row_number: 2 }),
      enrolled("bob", "2024-01-01", { row_number: 3, program_id: "school-class" }),
    ],
  };
  expect(await offenders(knownProgram, "enrollment", rows)).toEqual([3]);
});
