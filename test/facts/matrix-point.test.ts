import { describe, expect, test } from "vitest";
import { enrolled, person, scored, warehouseOf } from "../support/warehouse.ts";

const exit = { stage: "exit" } as const;
const baseline = scored("ann", "2024-01-12", 2, { stage: "initial" });

/** Points of an episode that began on 10 January 2024, with the day and stage of the form that counts. */
async function pointsOf(...scores: ReturnType<typeof scored>[]): Promise<Record<string, string>> {
  const door = await warehouseOf({
    person: [person("ann")],
    enrollment: [enrolled("ann", "2024-01-10")],
    assessment_score: scores,
  });
  const rows = await door.rows<{ point: string; form: string }>(
    "select point, cast(assessed_on as varchar) || ' ' || stage as form from matrix_point order by point desc",
  );
  await door.close();
  return Object.fromEntries(rows.map(({ point, form }) => [point, form]));
}

describe("183 days after entry, which is 11 July 2024", () => {
  test("45 days before and after it count, and a day more does not", async () => {
    expect(await pointsOf(baseline, scored("ann", "2024-05-27", 3))).toEqual({ six_months: "2024-05-27 interim" });
    expect(await pointsOf(baseline, scored("ann", "2024-05-26", 3))).toEqual({});
    expect(await pointsOf(baseline, scored("ann", "2024-08-25", 3))).toEqual({ six_months: "2024-08-25 interim" });
    expect(await pointsOf(baseline, scored("ann", "2024-08-26", 3))).toEqual({});
  });
  test("the nearest form counts, the earlier of two as near, the exit form of two of one day", async () => {
    const on = (day: string, facts = {}) => scored("ann", day, 3, facts);
    expect(await pointsOf(baseline, on("2024-07-10"), on("2024-07-13"))).toEqual({ six_months: "2024-07-10 interim" });
    expect(await pointsOf(baseline, on("2024-07-10"), on("2024-07-12"))).toEqual({ six_months: "2024-07-10 interim" });
    expect(await pointsOf(baseline, on("2024-07-11"), on("2024-07-11", exit))).toEqual({
      six_months: "2024-07-11 exit",
    });
  });
});

test("365 days after entry, which is 9 January 2025, has its own window, so that no form counts twice", async () => {
  expect(await pointsOf(baseline, scored("ann", "2024-08-25", 3), scored("ann", "2024-11-25", 4))).toEqual({
    six_months: "2024-08-25 interim",
    twelve_months: "2024-11-25 interim",
  });
  expect(await pointsOf(baseline, scored("ann", "2024-11-24", 4))).toEqual({});
  expect(await pointsOf(baseline, scored("ann", "2025-02-23", 4))).toEqual({ twelve_months: "2025-02-23 interim" });
  expect(await pointsOf(baseline, scored("ann", "2025-02-24", 4))).toEqual({});
});

test("the form is later than the baseline, and without a baseline there is none", async () => {
  const late = scored("ann", "2024-07-11", 2, { stage: "initial" });
  expect(await pointsOf(late)).toEqual({});
  expect(await pointsOf(late, scored("ann", "2024-07-12", 3))).toEqual({ six_months: "2024-07-12 interim" });
  expect(await pointsOf(scored("ann", "2024-07-11", 3))).toEqual({});
});
