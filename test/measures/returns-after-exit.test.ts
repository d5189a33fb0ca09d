import { expect, test } from "vitest";
import { returnsAfterExit } from "../../models/measures/returns-after-exit.ts";
import type { EnrollmentTable } from "../../models/warehouse.ts";
import { enrolled, person, type Rows } from "../support/warehouse.ts";
import { columnsOf, countsOf } from "./measured-units.ts";

const exit = { exited_on: "2023-01-01", exit_destination: "permanent" };
type Facts = Partial<EnrollmentTable>;

/** One person each who left the hub for permanent housing on January 1, 2023, and was enrolled anew on a day, homeless unless said otherwise. */
const leaving = (returns: Readonly<Record<string, string | null>>, facts: Facts = {}): Rows => ({
  person: Object.keys(returns).map((who) => person(who)),
  enrollment: Object.entries(returns).flatMap(([who, again]) => [
    enrolled(who, "2022-06-01", exit),
    ...(again ? [enrolled(who, again, { enrollment_key: `${who}-2`, prior_living: "homeless", ...facts })] : []),
  ]),
});

/** Days to the later entry, by exit. */
const daysOf = (rows: Rows, asOf?: string) => columnsOf(returnsAfterExit, ["days"], rows, asOf);

// 180 days after January 1, 2023 is June 30, 365 is January 1, 2024, 730 is December 31, 2024.
const nine = leaving({
  ann: "2023-01-01",
  bob: "2023-01-02",
  cat: "2023-06-30",
  dan: "2023-07-01",
  eve: "2024-01-01",
  fay: "2024-01-02",
  gus: "2024-12-31",
  hal: "2025-01-01",
  ida: null,
});

test("nine people by hand: a homeless entry counts from the day after the exit through days 180, 365 and 730", async () => {
  const counts = await countsOf(returnsAfterExit, nine);
  const parts = ["housed", "returned_180", "returned_365", "returned_730", "not_returned_730"];
  expect(parts.map(counts)).toEqual([9, 2, 4, 6, 3]);
  expect(["returned_180_to_365", "returned_365_to_730", "not_returned_180"].map(counts)).toEqual([2, 2, 7]);
  expect(await daysOf(nine)).toMatchObject({ "ann-1": [null], "bob-1": [1], "hal-1": [731], "ida-1": [null] });
});

test("only an entry after a night without a home counts", async () => {
  for (const prior_living of ["temporary", "institution", "unknown"]) {
    expect(await daysOf(leaving({ ann: "2023-02-01" }, { prior_living }))).toEqual({ "ann-1": [null] });
  }
  const unasked = {
    person: [person("ann")],
    enrollment: [enrolled("ann", "2022-06-01", exit), enrolled("ann", "2023-02-01", { enrollment_key: "ann-2" })],
  };
  expect(await daysOf(unasked)).toEqual({ "ann-1": [null] });
});

test("an entry at another partner is seen through the linkage token, and without one it is not", async () => {
  const rows = (link: string | null): Rows => ({
    person: [
      person("ann", { linkage_key: "link-a" }),
      person("ann-at-school", { partner_id: "school", linkage_key: link }),
    ],
    enrollment: [
      enrolled("ann", "2022-06-01", exit),
      enrolled("ann-at-school", "2023-01-11", {
        ...{ partner_id: "school", program_id: "school-class", prior_living: "homeless" },
      }),
    ],
  });
  expect(await daysOf(rows("link-a"))).toEqual({ "ann-1": [10] });
  expect(await daysOf(rows(null))).toEqual({ "ann-1": [null] });
});

test("an exit counts once 730 days have passed, and not the day before", async () => {
  const rows = leaving({ ann: null });
  expect(await daysOf(rows, "2024-12-31")).toEqual({ "ann-1": [null] });
  expect(await daysOf(rows, "2024-12-30")).toEqual({});
});

test("only exits of adults to permanent housing count, but for people who left for an institution or died", async () => {
  const rows = leaving({ ann: null, bob: null, cat: null, dan: null });
  const [ann, bob, cat, dan] = rows.enrollment!;
  const enrollment = [
    { ...ann, exit_destination: "temporary" },
    { ...bob, exit_reason: "institutionalized" },
    { ...cat, age_at_entry: 17 },
    dan!,
  ];
  expect(await daysOf({ ...rows, enrollment })).toEqual({ "dan-1": [null] });
});

test("who leaves for permanent housing twice counts twice, each time to the first homeless entry after it", async () => {
  const rows = leaving({ ann: "2023-03-02" }, leftAgain("2023-06-01"));
  const third = enrolled("ann", "2023-08-30", { enrollment_key: "ann-3", prior_living: "homeless" });
  expect(await daysOf({ ...rows, enrollment: [...rows.enrollment!, third] })).toEqual({ "ann-1": [60], "ann-2": [90] });
});

function leftAgain(exited_on: string): Facts {
  return { exited_on, exit_destination: "permanent" };
}
