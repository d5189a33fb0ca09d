import { expect, test } from "vitest";
import { jobPlacement } from "../../../models/measures/job-placement.ts";
import type { Measure } from "../../../models/measures/measure.ts";
import { evaluate } from "../../../pipelines/build/evaluate.ts";
import { readStandardised } from "../../../pipelines/publication.ts";
import { collectAtHub, employed } from "../../measures/record-rows.ts";
import { enrolled, person, warehouseOf } from "../../support/warehouse.ts";

/** Ann and Bob are 20, Cat and Dan 30; all left, and Ann, Cat and Dan have a job since. */
async function figuresFrom(measure: Measure) {
  const left = (who: string, age_at_entry: number) =>
    enrolled(who, "2024-01-10", { exited_on: "2024-06-30", age_at_entry });
  const door = await warehouseOf({
    person: ["ann", "bob", "cat", "dan"].map((who) => person(who)),
    enrollment: [left("ann", 20), left("bob", 20), left("cat", 30), left("dan", 30)],
    job: ["ann", "cat", "dan"].map((who) => employed(who, "2024-03-01")),
  });
  await collectAtHub(door, measure);
  await evaluate(door, [measure]);
  const figures = await readStandardised(door);
  await door.close();
  return figures;
}

test("people are counted by partner and age, those who met it among them", async () => {
  const key = { measure: "job-placement", partner_id: "hub" };
  expect(await figuresFrom(jobPlacement)).toEqual([
    { ...key, member: "18_to_24", numerator: 1, denominator: 2 },
    { ...key, member: "25_to_34", numerator: 2, denominator: 2 },
  ]);
});

test("a measure without a standard has no such counts, and one whose rate is not there stops the run", async () => {
  const { standardised, ...plain } = jobPlacement;
  expect(await figuresFrom(plain)).toEqual([]);
  const wrong = { ...jobPlacement, standardised: { ...standardised!, rate: "other" } };
  await expect(figuresFrom(wrong)).rejects.toThrow("no rate to standardise in job-placement: other");
});
