import { expect, test } from "vitest";
import type { EnrollmentTable, IncomePairTable, IncomeTable } from "../../models/warehouse.ts";
import { reported } from "../measures/income-rows.ts";
import { enrolled, person, warehouseOf } from "../support/warehouse.ts";

type Amounts = readonly (number | null)[];

/** Cents at entry and later of one episode that began on January 10, 2024: any income and income from work. */
async function pairOf(
  episode: Partial<EnrollmentTable>,
  reports: readonly Partial<IncomeTable>[],
  asOf?: string,
): Promise<Amounts | undefined> {
  const door = await warehouseOf(
    { person: [person("ann")], enrollment: [enrolled("ann", "2024-01-10", episode)], income: reports },
    asOf,
  );
  const [row] = await door.rows<IncomePairTable>("select * from income_pair");
  await door.close();
  return row && [row.total_before, row.earned_before, row.total_after, row.earned_after];
}

const left = { exited_on: "2024-06-30" };
const entry = reported("ann", "entry", "2024-01-10", [1200, 900]);
const annual = reported("ann", "annual", "2025-01-10", [1500, 1000]);
const exit = reported("ann", "exit", "2024-06-30", [1300, 0]);

test("who has left is looked at when leaving, who has not at the annual assessment, in cents", async () => {
  expect(await pairOf(left, [entry, annual, exit])).toEqual([120000, 90000, 130000, 0]);
  expect(await pairOf({}, [entry, annual, exit])).toEqual([120000, 90000, 150000, 100000]);
});

test("an annual assessment does not stand in for the exit, nor an update or a later report for either", async () => {
  const later = (["update", "post_exit"] as const).map((stage) => reported("ann", stage, "2024-06-30", [1, 1]));
  expect(await pairOf(left, [entry, annual, ...later])).toEqual([120000, 90000, null, null]);
  expect(await pairOf({}, [entry, exit, ...later])).toEqual([120000, 90000, null, null]);
});

test("of several reports of a stage the latest known one counts, and none after the as-of date", async () => {
  const again = reported("ann", "annual", "2026-01-09", [1700, 1100]);
  expect(await pairOf({}, [entry, annual, again], "2026-01-09")).toEqual([120000, 90000, 170000, 110000]);
  expect(await pairOf({}, [entry, annual, again], "2026-01-08")).toEqual([120000, 90000, 150000, 100000]);
  const silent = reported("ann", "annual", "2025-12-01", [0, 0], { any_income: null });
  expect(await pairOf({}, [entry, annual, silent])).toEqual([120000, 90000, 150000, 100000]);
});

test("a report without an answer or without an amount is not known, and no income is none from work", async () => {
  const unknown = [null, null, 130000, 0];
  for (const missing of [{ any_income: null }, { total_monthly: null }, { earned_monthly: null }])
    expect(await pairOf(left, [{ ...entry, ...missing }, exit])).toEqual(unknown);
  expect(await pairOf(left, [reported("ann", "entry", "2024-01-10", [0, 0]), exit])).toEqual([0, 0, 130000, 0]);
  expect(await pairOf(left, [{ ...entry, any_income: false }, exit])).toEqual([0, 0, 130000, 0]);
});

test("what is not said to be from work is not, and the whole is no less than what is", async () => {
  expect(await pairOf(left, [{ ...entry, earned: false }, exit])).toEqual([120000, 0, 130000, 0]);
  expect(await pairOf(left, [{ ...entry, total_monthly: 800 }, exit])).toEqual([90000, 90000, 130000, 0]);
});

test("children who came with a family have no row", async () => {
  expect(await pairOf({ age_at_entry: 17 }, [entry])).toBeUndefined();
  expect(await pairOf({ age_at_entry: 17, unaccompanied: true }, [entry])).toEqual([120000, 90000, null, null]);
});
