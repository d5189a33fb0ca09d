import { expect, test } from "vitest";
import { lengthOfStay } from "../../models/measures/length-of-stay.ts";
import type { EnrollmentTable } from "../../models/warehouse.ts";
import { enrolled, person, type Rows } from "../support/warehouse.ts";
import { columnsOf, countsOf } from "./measured-units.ts";

/** One person each, who entered on January 10, 2024 and left on a day. */
const leaving = (exits: Readonly<Record<string, string | null>>, facts: Partial<EnrollmentTable> = {}): Rows => ({
  person: Object.keys(exits).map((who) => person(who)),
  enrollment: Object.entries(exits).map(([who, exited_on]) => enrolled(who, "2024-01-10", { exited_on, ...facts })),
});

const daysOf = (rows: Rows, asOf?: string) => columnsOf(lengthOfStay, ["days"], rows, asOf);

// Day 90 is April 9, day 180 July 8, day 365 January 9, 2025.
const eight = leaving({
  ann: "2024-01-10",
  dan: "2024-04-09",
  eve: "2024-04-10",
  fay: "2024-07-08",
  gus: "2024-07-09",
  hal: "2025-01-09",
  ida: "2025-01-10",
  jim: null,
});

test("eight people by hand, one on each side of every edge of a band; who is still there has no length of stay", async () => {
  const count = await countsOf(lengthOfStay, eight);
  expect(["left", "half_year_or_less", "over_half_year"].map(count)).toEqual([7, 4, 3]);
  expect(["to_90", "to_180", "to_365", "over_365"].map(count)).toEqual([2, 2, 2, 1]);
});

test("days are counted from the first to the last, so that who leaves on the first stayed none", async () => {
  const days = await daysOf(eight);
  expect(days).toMatchObject({ "ann-1": [0], "dan-1": [90], "hal-1": [365], "ida-1": [366] });
  expect(Object.keys(days)).not.toContain("jim-1");
});

test("an exit on the last day of the data counts, and one a day later has not happened", async () => {
  const rows = leaving({ ann: "2024-06-30" });
  expect(await daysOf(rows, "2024-06-30")).toEqual({ "ann-1": [172] });
  expect(await daysOf(rows, "2024-06-29")).toEqual({});
});

test("people who left for an institution, people who died and children are not in it", async () => {
  for (const exit_reason of ["institutionalized", "deceased"])
    expect(await daysOf(leaving({ ann: "2024-03-01" }, { exit_reason }))).toEqual({});
  expect(await daysOf(leaving({ ann: "2024-03-01" }, { age_at_entry: 17 }))).toEqual({});
  expect(await daysOf(leaving({ ann: "2024-03-01" }, { exit_reason: "completed" }))).toEqual({ "ann-1": [51] });
});

test("who leaves twice counts twice", async () => {
  const once = leaving({ ann: "2024-02-01" });
  const again = enrolled("ann", "2024-08-01", { enrollment_key: "ann-2", exited_on: "2024-12-01" });
  expect(await daysOf({ ...once, enrollment: [...once.enrollment!, again] })).toEqual({
    "ann-1": [22],
    "ann-2": [122],
  });
});
