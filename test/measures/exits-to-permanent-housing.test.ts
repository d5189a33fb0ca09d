import { expect, test } from "vitest";
import { exitsToPermanentHousing } from "../../models/measures/exits-to-permanent-housing.ts";
import type { EnrollmentTable } from "../../models/warehouse.ts";
import { enrolled, person, type Rows } from "../support/warehouse.ts";
import { columnsOf, countsOf } from "./measured-units.ts";

type Facts = Partial<EnrollmentTable>;

/** One person each, who entered on 10 January 2024 and left on 30 June unless said otherwise. */
const leaving = (facts: Readonly<Record<string, Facts>>): Rows => ({
  person: Object.keys(facts).map((who) => person(who)),
  enrollment: Object.entries(facts).map(([who, own]) =>
    enrolled(who, "2024-01-10", { exited_on: "2024-06-30", ...own }),
  ),
});

/** Where each person lived on leaving. */
const destinations = (rows: Rows, asOf?: string) => columnsOf(exitsToPermanentHousing, ["destination"], rows, asOf);

const seven = leaving({
  ann: { exit_destination: "permanent" },
  bob: { exit_destination: "temporary" },
  cat: { exit_destination: "homeless" },
  dan: { exit_destination: "institution" },
  eve: { exit_destination: "other" },
  fay: { exit_destination: "unknown" },
  gus: {},
});

test("seven people by hand: one in each group, institutions with other places, one who would not say, and one nobody asked", async () => {
  expect(await destinations(seven)).toEqual({
    ...{ "ann-1": ["permanent"], "bob-1": ["temporary"], "cat-1": ["homeless"], "dan-1": ["other"] },
    ...{ "eve-1": ["other"], "fay-1": ["unknown"], "gus-1": ["unknown"] },
  });
});

test("the share is of people whose destination is known", async () => {
  const count = await countsOf(exitsToPermanentHousing, seven);
  expect(["left", "known", "unknown", "permanent", "homeless"].map(count)).toEqual([7, 5, 2, 1, 1]);
  expect(exitsToPermanentHousing.kind.rates[0]).toMatchObject({ numerator: "permanent", denominator: "known" });
});

test("people in an institution as their reason to leave, people who died and children are not in it", async () => {
  const gone = { exit_destination: "permanent" };
  const rows = leaving({
    ann: { ...gone, exit_reason: "institutionalized" },
    bob: { ...gone, exit_reason: "deceased" },
    cat: { ...gone, age_at_entry: 17 },
    dan: { ...gone, age_at_entry: 17, unaccompanied: true },
    eve: { ...gone, exit_reason: "completed", age_at_entry: 18 },
  });
  expect(Object.keys(await destinations(rows)).toSorted()).toEqual(["dan-1", "eve-1"]);
});

test("an exit on the last day of the data counts, and one a day later has not happened", async () => {
  const rows = leaving({ ann: { exit_destination: "permanent" } });
  expect(await destinations(rows, "2024-06-30")).toEqual({ "ann-1": ["permanent"] });
  expect(await destinations(rows, "2024-06-29")).toEqual({});
});

test("who leaves twice counts twice, each time by where that exit led", async () => {
  const once = leaving({ ann: { exit_destination: "homeless" } });
  const again = enrolled("ann", "2024-08-01", {
    ...{ enrollment_key: "ann-2", exited_on: "2024-12-01", exit_destination: "permanent" },
  });
  expect(await destinations({ ...once, enrollment: [...once.enrollment!, again] })).toEqual({
    "ann-1": ["homeless"],
    "ann-2": ["permanent"],
  });
});
