import { expect, test } from "vitest";
import { enrolled, person, scored, warehouseOf } from "../support/warehouse.ts";

const initial = { stage: "initial" } as const;

/** The baseline of Ann, who entered on 10 January 2024, as `day stage`; nothing without one. */
async function baselineOf(scores: ReturnType<typeof scored>[], entered = enrolled("ann", "2024-01-10")) {
  const door = await warehouseOf({ person: [person("ann")], enrollment: [entered], assessment_score: scores });
  const rows = await door.rows<{ day: string; stage: string }>(
    "select cast(assessed_on as varchar) as day, stage from matrix_baseline",
  );
  await door.close();
  return rows.map(({ day, stage }) => `${day} ${stage}`);
}

test("the earliest of the initial stage however late, before an earlier one of another stage", async () => {
  const first = scored("ann", "2024-01-10", 2);
  expect(
    await baselineOf([first, scored("ann", "2024-05-01", 3, initial), scored("ann", "2024-03-01", 3, initial)]),
  ).toEqual(["2024-03-01 initial"]);
});

test("another stage 30 days before or after entry is one, and a day further is none", async () => {
  expect(await baselineOf([scored("ann", "2024-02-09", 2)])).toEqual(["2024-02-09 interim"]);
  expect(await baselineOf([scored("ann", "2024-02-10", 2)])).toEqual([]);
  expect(await baselineOf([scored("ann", "2023-12-11", 2)])).toEqual(["2023-12-11 interim"]);
  expect(await baselineOf([scored("ann", "2023-12-10", 2)])).toEqual([]);
});

test("a form of another instrument is no form of the matrix", async () => {
  const other = scored("ann", "2024-01-10", 2, { ...initial, instrument: "isat", domain: "isat_housing" });
  expect(await baselineOf([other])).toEqual([]);
  expect(await baselineOf([other, scored("ann", "2024-01-20", 2, { ...initial, instrument: "az-ssm-20" })])).toEqual([
    "2024-01-20 initial",
  ]);
});

test("children who came with a family have none", async () => {
  const child = enrolled("ann", "2024-01-10", { age_at_entry: 17 });
  expect(await baselineOf([scored("ann", "2024-01-10", 2, initial)], child)).toEqual([]);
});

test("what happens after the as-of date has not happened", async () => {
  expect(await baselineOf([scored("ann", "2026-01-01", 2, initial)])).toEqual([]);
});
