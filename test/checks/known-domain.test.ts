import { expect, test } from "vitest";
import { knownDomain } from "../../models/checks/known-domain.ts";
import { offenders } from "../support/offenders.ts";
import { enrolled, scored } from "../support/warehouse.ts";

test("a score in a domain of its own instrument is fine, one in a domain of another form or on a form nobody knows is not", async () => {
  const on = (row_number: number, instrument: string, domain: string) =>
    scored("ann", "2024-01-02", 2, { row_number, instrument, domain });
  const rows = {
    enrollment: [enrolled("ann", "2024-01-01")],
    assessment_score: [
      on(2, "az-ssm-18", "safety"),
      on(3, "az-ssm-15", "housing"),
      on(4, "az-ssm-15", "safety"),
      on(5, "az-ssm-18", "shelter"),
      on(6, "az-ssm-99", "housing"),
      on(7, "az-ssm-20", "benefits"),
      on(8, "az-ssm-20", "parenting"),
      on(9, "isat", "isat_housing"),
      on(10, "isat", "housing"),
    ],
  };
  expect(await offenders(knownDomain, "assessment_score", rows)).toEqual([4, 5, 6, 8, 10]);
});
