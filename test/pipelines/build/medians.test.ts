import { expect, test } from "vitest";
import { hourlyWageGain } from "../../../models/measures/hourly-wage-gain.ts";
import type { Measure } from "../../../models/measures/measure.ts";
import { evaluate } from "../../../pipelines/build/evaluate.ts";
import { readMedians } from "../../../pipelines/publication.ts";
import { collectAtHub, employed } from "../../measures/record-rows.ts";
import { enrolled, person, warehouseOf } from "../../support/warehouse.ts";

const seven = ["ann", "bob", "cat", "dan", "eve", "fay", "gus"];
/** Later wages against $15 before: changes of −$1, 0, 50 cents, $1, $2 and $3, and one without a later wage. */
const later = [14, 15, 15.5, 16, 17, 18];

async function mediansFrom(measure: Measure, wages: readonly number[]) {
  const door = await warehouseOf({
    person: seven.map((who) => person(who)),
    enrollment: seven.map((who) => enrolled(who, "2024-01-10", { exited_on: "2024-06-30" })),
    job: [
      ...seven.map((who) => employed(who, "2023-03-01", { ended_on: "2023-11-30", hourly_wage: 15 })),
      ...wages.map((hourly_wage, at) => employed(seven[at]!, "2024-03-01", { job_key: `later-${at}`, hourly_wage })),
    ],
  });
  await collectAtHub(door, measure);
  await evaluate(door, [measure]);
  const medians = await readMedians(door);
  await door.close();
  return medians;
}

test("of six changes the median lies between the third and the fourth, its interval from the first to the last", async () => {
  const medians = await mediansFrom(hourlyWageGain, later);
  const numbers = {
    measure: "hourly-wage-gain",
    series: "all",
    median: "gain",
    people: 6,
    value: 75,
    low: -100,
    high: 300,
  };
  expect(medians).toEqual([
    { ...numbers, slice: "network", member: "network" },
    { ...numbers, slice: "partner", member: "hub" },
  ]);
});

test("five are too few for an interval, and nobody has no median", async () => {
  const [network] = await mediansFrom(hourlyWageGain, later.slice(0, 5));
  expect(network).toMatchObject({ people: 5, value: 50, low: null, high: null });
  expect(await mediansFrom(hourlyWageGain, [])).toEqual([]);
});

test("a median of people some of whom have no value stops the run", async () => {
  const [median] = hourlyWageGain.medians!;
  const wrong = { ...hourlyWageGain, medians: [{ ...median!, among: "waged_before" }] };
  await expect(mediansFrom(wrong, later)).rejects.toThrow("counted without a value in hourly-wage-gain: waged_before");
});
