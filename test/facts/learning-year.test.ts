import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { EnrollmentTable, LearningYearTable } from "../../models/warehouse.ts";
import { progressed, tested } from "../measures/education-rows.ts";
import { earned, taught } from "../measures/record-rows.ts";
import { enrolled, person, type Rows } from "../support/warehouse.ts";
import { openBench } from "./fact-bench.ts";

let bench: Awaited<ReturnType<typeof openBench>>;
beforeAll(async () => {
  bench = await openBench(["episode", "learning_year"]);
});
afterAll(() => bench.close());

/** Learning years of Ann, who entered on 1 September 2023 and is still there; PY2023 ends on 30 June 2024, PY2024 a year later. */
async function yearsOf(rows: Rows, facts: Partial<EnrollmentTable> = {}, asOf?: string) {
  const enrollment = [enrolled("ann", "2023-09-01", facts)];
  const years = await bench.rows<LearningYearTable>({ person: [person("ann")], enrollment, ...rows }, asOf);
  return years.toSorted((a, b) => a.year.localeCompare(b.year));
}
const read = (...tests: [point: "pre" | "post", on: string, level: number, facts?: object][]): Rows => ({
  education_test: tests.map(([point, on, level, facts]) => tested("ann", point, on, level, facts)),
});
const pre = ["pre", "2023-09-05", 2] as const;
/** Level, post-tested and gained of each year. */
const outcomes = async (...tests: Parameters<typeof read>) =>
  (await yearsOf(read(...tests))).map(({ year, level, post_tested, gained }) => [year, level, post_tested, gained]);
const math = { subject: "mathematics" };

describe("level and gain", () => {
  test("one level up is a gain, the same level is none, and without a post-test there is none", async () => {
    expect(await outcomes([...pre], ["post", "2024-03-01", 3])).toEqual([
      ["PY2023", 2, true, true],
      ["PY2024", 3, false, false],
    ]);
    expect((await outcomes([...pre], ["post", "2024-03-01", 2]))[0]).toEqual(["PY2023", 2, true, false]);
    expect((await outcomes([...pre]))[0]).toEqual(["PY2023", 2, false, false]);
  });
  test("the level is the lowest of the subjects; a gain in any of them counts, against its own baseline", async () => {
    const two = [[...pre], ["pre", "2023-09-05", 4, math]] as Parameters<typeof read>;
    expect((await outcomes(...two, ["post", "2024-03-01", 5, math]))[0]).toEqual(["PY2023", 2, true, true]);
    expect((await outcomes(...two, ["post", "2024-03-01", 4, math]))[0]).toEqual(["PY2023", 2, true, false]);
    expect((await outcomes([...pre], ["post", "2024-03-01", 5, math]))[0]).toEqual(["PY2023", 2, false, false]);
  });
  test("any post-test of the year can show the gain, a later and lower one does not take it away", async () => {
    const [year] = await outcomes([...pre], ["post", "2024-02-01", 3], ["post", "2024-05-01", 2]);
    expect(year).toEqual(["PY2023", 2, true, true]);
  });
  test("a post-test on the day of the pre-test is none", async () => {
    expect((await outcomes([...pre], ["post", "2023-09-05", 3]))[0]).toEqual(["PY2023", 2, false, false]);
  });
  test("a level of 6 leaves no gain by test", async () => {
    expect((await outcomes(["pre", "2023-09-05", 6], ["post", "2024-03-01", 6]))[0]).toEqual([
      "PY2023",
      6,
      true,
      false,
    ]);
  });
});

describe("years", () => {
  test("a post-test on the last day of the year is of that year, one of the day after of the next", async () => {
    expect(await outcomes([...pre], ["post", "2024-06-30", 3])).toEqual([
      ["PY2023", 2, true, true],
      ["PY2024", 3, false, false],
    ]);
    expect(await outcomes([...pre], ["post", "2024-07-01", 3])).toEqual([
      ["PY2023", 2, false, false],
      ["PY2024", 2, true, true],
    ]);
  });
  test("a new pre-test replaces what was carried over, unless a post-test of the year came before it", async () => {
    const carried = [[...pre], ["post", "2024-03-01", 2]] as Parameters<typeof read>;
    const anew = ["pre", "2024-09-10", 3] as const;
    expect((await outcomes(...carried, [...anew], ["post", "2025-03-01", 3]))[1]).toEqual(["PY2024", 3, true, false]);
    const sooner = [...carried, ["post", "2024-08-20", 3]] as Parameters<typeof read>;
    expect((await outcomes(...sooner, [...anew], ["post", "2025-03-01", 3]))[1]).toEqual(["PY2024", 2, true, true]);
  });
  test("a year counts once it has ended, and an episode in two years is in both", async () => {
    const rows = read([...pre]);
    expect((await yearsOf(rows, {}, "2024-06-29")).map(({ year }) => year)).toEqual([]);
    expect((await yearsOf(rows, {}, "2024-06-30")).map(({ year }) => year)).toEqual(["PY2023"]);
    expect((await yearsOf(rows, {}, "2025-06-30")).map(({ year }) => year)).toEqual(["PY2023", "PY2024"]);
  });
  test("a post-test on the day of the exit counts, one of the day after does not", async () => {
    const gained = async (on: string) =>
      (await yearsOf(read([...pre], ["post", on, 3]), { exited_on: "2024-03-01" })).map((year) => year.gained);
    expect(await gained("2024-03-01")).toEqual([true]);
    expect(await gained("2024-03-02")).toEqual([false]);
  });
});

describe("tracks", () => {
  const esl = { track: "esl" };
  test("the track is that of the first pre-test, and tests of the other one do not count", async () => {
    const rows = read(["pre", "2023-09-05", 5, esl], ["pre", "2023-10-01", 1], ["post", "2024-03-01", 2]);
    const [year] = await yearsOf(rows);
    expect(year).toMatchObject({ track: "esl", level: 5, post_tested: false, gained: false });
  });
  test("a post-test alone gives no level", async () => {
    expect(await yearsOf(read(["post", "2024-03-01", 3]))).toEqual([]);
  });
});

describe("what else is learned", () => {
  test("training alone is a year without a level; on the days of entry and exit it counts, beside them it does not", async () => {
    const trained = (on: string) => yearsOf({ service: [taught("ann", on)] }, { exited_on: "2024-03-01" });
    for (const day of ["2023-09-01", "2024-03-01"])
      expect(await trained(day)).toMatchObject([{ track: null, level: null }]);
    for (const day of ["2023-08-31", "2024-03-02"]) expect(await trained(day)).toEqual([]);
    expect(await yearsOf({ service: [taught("ann", "2023-10-01", { type: "coaching" })] })).toEqual([]);
  });
  test("a diploma or an exam counts in the year in which it was earned, during participation", async () => {
    const years = await yearsOf({
      ...read([...pre]),
      credential: [earned("ann", "2024-06-30", { type: "diploma" }), earned("ann", "2024-07-01", { type: "license" })],
    });
    expect(years.map(({ year, diploma, progression }) => [year, diploma, progression])).toEqual([
      ["PY2023", true, false],
      ["PY2024", false, true],
    ]);
    const after = { ...read([...pre]), credential: [earned("ann", "2024-03-02", { type: "diploma" })] };
    expect(await yearsOf(after, { exited_on: "2024-03-01" })).toMatchObject([{ diploma: false }]);
    const ready = { ...read([...pre]), credential: [earned("ann", "2024-03-02", { type: "work_readiness" })] };
    expect((await yearsOf(ready))[0]).toMatchObject({ diploma: false, progression: false });
  });
  test("a gain in skill counts under its type from entry to exit, and not beside these days", async () => {
    const made = async (type: string, on: string) => {
      const skill_gain = [progressed("ann", type, on)];
      const [year] = await yearsOf({ ...read([...pre]), skill_gain }, { exited_on: "2024-03-01" });
      return [year!.transcript, year!.milestone, year!.progression];
    };
    expect(await made("transcript", "2023-09-01")).toEqual([true, false, false]);
    expect(await made("milestone", "2024-03-01")).toEqual([false, true, false]);
    expect(await made("progression", "2023-10-01")).toEqual([false, false, true]);
    for (const day of ["2023-08-31", "2024-03-02"]) expect(await made("milestone", day)).toEqual([false, false, false]);
  });
});

test("who left by the last day of the year is separated; who died is left out in that year and in no other", async () => {
  const rows = read([...pre]);
  const states = async (facts: Partial<EnrollmentTable>) =>
    (await yearsOf(rows, facts)).map(({ separated, excluded }) => [separated, excluded]);
  expect(await states({ exited_on: "2024-06-30" })).toEqual([[true, false]]);
  expect(await states({ exited_on: "2024-07-01", exit_reason: "deceased" })).toEqual([
    [false, false],
    [true, true],
  ]);
  expect(await states({})).toEqual([
    [false, false],
    [false, false],
  ]);
});

test("children have no learning year", async () => {
  expect(await yearsOf(read([...pre]), { age_at_entry: 17 })).toEqual([]);
});
