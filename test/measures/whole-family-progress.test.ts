import { describe, expect, test } from "vitest";
import { wholeFamilyProgress } from "../../models/measures/whole-family-progress.ts";
import { figuresOf, type Rows, scored, warehouseOf } from "../support/warehouse.ts";
import { familyOf, motherAndChild, together } from "./family-rows.ts";
import { columnsOf, countsOf } from "./measured-units.ts";
import { collectAtHub, earned, employed } from "./record-rows.ts";

type Status = "progress" | "no_progress" | "unmeasured";

/** Families as `household → [adults, children]`. */
async function progressOf(rows: Rows, asOf?: string): Promise<Record<string, unknown[]>> {
  const units = await columnsOf(wholeFamilyProgress, ["adult_progress", "child_progress"], rows, asOf);
  return Object.fromEntries(Object.entries(units).map(([unit, row]) => [unit.replace(/^\w+\//, ""), row]));
}

/** Scores of a domain on the day of entry and in June. */
const moved = (who: string, domain: string, from: number, to: number, on = "2024-06-01") => [
  scored(who, "2024-01-12", from, { domain }),
  scored(who, on, to, { domain }),
];
const withScores = (...assessment_score: NonNullable<Rows["assessment_score"]>[]): Rows => ({
  ...motherAndChild,
  assessment_score: assessment_score.flat(),
});
const housed = (from: number, to: number) => moved("mo", "housing", from, to);
const parenting = (from: number, to: number) => moved("mo", "parenting", from, to);

test("nine families by hand: every cell of the two generations and its margins", async () => {
  const change: Record<string, [number, number] | null> = { up: [2, 3], flat: [2, 2], none: null };
  const families = Object.keys(change).flatMap((adults) =>
    Object.keys(change).map((children) => {
      const name = `${adults}-${children}`;
      const domain = (id: string, pair: [number, number] | null) => (pair ? moved(name, id, ...pair) : []);
      const rows = familyOf(
        [
          { who: name, role: "head", entered: "2024-01-10" },
          { who: `${name}-kit`, role: "child" },
        ],
        name,
      );
      return {
        ...rows,
        assessment_score: [...domain("income", change[adults]!), ...domain("child_education", change[children]!)],
      };
    }),
  );
  const rows = together(...families);
  const word: Record<string, Status> = { up: "progress", flat: "no_progress", none: "unmeasured" };
  const found = await progressOf(rows);
  expect(Object.keys(found)).toHaveLength(9);
  for (const [name, status] of Object.entries(found)) expect(status).toEqual(name.split("-").map((one) => word[one]));

  const count = await countsOf(wholeFamilyProgress, rows);
  const cells = wholeFamilyProgress.kind.parts.slice(3).map(({ id }) => count(id));
  expect(cells).toEqual([1, 1, 1, 1]);
  expect(["families", "measured", "not_measured"].map(count)).toEqual([9, 4, 5]);
});

describe("adults", () => {
  const adults = async (rows: Rows) => (await progressOf(rows)).fam?.[0];
  test("more domains must rise than fall", async () => {
    expect(await adults(withScores(housed(2, 3), moved("mo", "food", 3, 2)))).toBe("no_progress");
    expect(await adults(withScores(housed(2, 3), moved("mo", "food", 3, 3)))).toBe("progress");
    expect(await adults(withScores(housed(3, 2)))).toBe("no_progress");
  });
  test("one adult's progress is enough, and two halves are not netted", async () => {
    const rows = familyOf([
      { who: "mo", role: "head", entered: "2024-01-10" },
      { who: "pa", role: "partner", entered: "2024-01-10" },
      { who: "kit", role: "child" },
    ]);
    const assessment_score = [...housed(2, 3), ...moved("pa", "food", 3, 1), ...moved("pa", "income", 3, 1)];
    expect(await adults({ ...rows, assessment_score })).toBe("progress");
  });
  test("a job, a credential or a level makes progress of who was measured, and measures nobody", async () => {
    const flat = withScores(housed(2, 2));
    const job = [employed("mo", "2024-03-01")];
    const test = (on: string, point: "pre" | "post", level: number) => ({
      ...scored("mo", on, null),
      tested_on: on,
      track: "abe",
      subject: "reading",
      point,
      level,
    });
    const tests = (to: number) =>
      [test("2024-02-01", "pre", 2), test("2024-05-01", "post", to)].map(
        ({ assessed_on, stage, instrument, domain, answer, score, ...row }) => row,
      );
    expect(await adults(flat)).toBe("no_progress");
    expect(await adults({ ...flat, job })).toBe("progress");
    expect(await adults({ ...flat, credential: [earned("mo", "2025-01-09")] })).toBe("progress");
    expect(await adults({ ...flat, credential: [earned("mo", "2025-01-10")] })).toBe("no_progress");
    expect(await adults({ ...flat, credential: [earned("kit", "2024-03-01")] })).toBe("no_progress");
    expect(await adults({ ...flat, education_test: tests(3) })).toBe("progress");
    expect(await adults({ ...flat, education_test: tests(2) })).toBe("no_progress");
    expect(await adults({ ...withScores(parenting(2, 3)), job })).toBe("unmeasured");
    expect(await adults({ ...flat, job: [employed("mo", "2024-01-09")] })).toBe("no_progress");
  });
});

describe("children", () => {
  const children = async (rows: Rows) => (await progressOf(rows)).fam?.[1];
  const parents = familyOf([
    { who: "mo", role: "head", entered: "2024-01-10" },
    { who: "pa", role: "partner", entered: "2024-01-10" },
    { who: "kit", role: "child" },
  ]);
  test("the forms of the head count, and another adult's where the head has none", async () => {
    const pa = moved("pa", "childcare", 3, 4);
    expect(await children({ ...parents, assessment_score: pa })).toBe("progress");
    expect(await children({ ...parents, assessment_score: [...pa, ...parenting(3, 2)] })).toBe("no_progress");
    expect(await children({ ...parents, assessment_score: [...pa, ...housed(3, 2)] })).toBe("progress");
  });
  test("adult domains say nothing of them", async () => {
    expect(await children(withScores(housed(2, 4)))).toBe("unmeasured");
  });
});

describe("what is measured", () => {
  const housing = async (...scores: ReturnType<typeof scored>[]) => (await progressOf(withScores(scores))).fam?.[0];
  test("two days are needed, and a domain that does not apply is no score", async () => {
    const initial = { stage: "initial" as const };
    expect(await housing(scored("mo", "2024-01-12", 1, initial), scored("mo", "2024-01-12", 4))).toBe("unmeasured");
    expect(await housing(scored("mo", "2024-01-12", 1), scored("mo", "2024-06-01", null))).toBe("unmeasured");
  });
  test("from 30 days before the first enrollment to 365 days after it", async () => {
    expect(await housing(scored("mo", "2023-12-11", 1), scored("mo", "2025-01-09", 2))).toBe("progress");
    expect(await housing(scored("mo", "2023-12-10", 1), scored("mo", "2025-01-09", 2))).toBe("unmeasured");
    expect(await housing(scored("mo", "2023-12-11", 1), scored("mo", "2025-01-10", 2))).toBe("unmeasured");
  });
  test("the first and the last score count, whatever lay between", async () => {
    const rows = [scored("mo", "2024-01-12", 2), scored("mo", "2024-03-01", 5), scored("mo", "2024-06-01", 2)];
    expect(await housing(...rows)).toBe("no_progress");
  });
  test("the family's year must have passed", async () => {
    const rows = withScores(housed(2, 3));
    expect(await progressOf(rows, "2025-01-08")).toEqual({});
    expect(await progressOf(rows, "2025-01-09")).toEqual({ fam: ["progress", "unmeasured"] });
  });
  test("a form of another instrument measures nobody", async () => {
    const isat = { instrument: "isat", domain: "isat_housing" };
    expect(await housing(scored("mo", "2024-01-12", 1, isat), scored("mo", "2024-06-01", 4, isat))).toBe("unmeasured");
  });
  test("families of a partner that makes no assessments are not collected", async () => {
    const door = await warehouseOf(withScores(housed(2, 3)));
    await collectAtHub(door, wholeFamilyProgress);
    const figure = await figuresOf(door, wholeFamilyProgress);
    await door.close();
    expect(figure("all partner school to-date families")).toBe("[not_collected]");
    expect(figure("all partner hub to-date families")).toBe(1);
  });
});
