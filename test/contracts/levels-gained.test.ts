import { expect, test } from "vitest";
import type { EducationTestTable } from "../../models/warehouse.ts";
import { tested } from "../measures/education-rows.ts";
import { enrolled, person } from "../support/warehouse.ts";
import { evidenceIn } from "./contract-of.ts";

const one = { kind: "levels_gained", levels: 1 } as const;
const two = { kind: "levels_gained", levels: 2 } as const;
const stay = (who: string) => enrolled(who, "2024-01-10", { exited_on: "2024-06-01" });
const pre = (who: string, level: number, facts: Partial<EducationTestTable> = {}) =>
  tested(who, "pre", "2024-01-15", level, facts);
const post = (who: string, on: string, level: number, facts: Partial<EducationTestTable> = {}) =>
  tested(who, "post", on, level, facts);
const of = (...education_test: ReturnType<typeof tested>[]) => {
  const who = [...new Set(education_test.map(({ person_key }) => person_key))];
  return { person: who.map((each) => person(each)), enrollment: who.map(stay), education_test };
};

test("one level up is a gain of one, two are a gain of two, and none is none", async () => {
  const rows = of(
    ...[pre("ann", 2), post("ann", "2024-04-01", 2)],
    ...[pre("bob", 2), post("bob", "2024-04-01", 3)],
    ...[pre("cat", 2), post("cat", "2024-04-01", 4)],
    ...[pre("dan", 2), post("dan", "2024-04-01", 1)],
    ...[pre("eve", 2)],
  );
  expect(await evidenceIn(one, rows)).toEqual({ "bob-1": ["2024-04-01"], "cat-1": ["2024-04-01"] });
  expect(await evidenceIn(two, rows)).toEqual({ "cat-1": ["2024-04-01"] });
});

test("a gain is reached on the day of the first post-test that shows it", async () => {
  const rows = of(
    pre("ann", 2),
    post("ann", "2024-03-01", 3),
    post("ann", "2024-04-01", 4),
    post("ann", "2024-05-01", 5),
  );
  expect(await evidenceIn(one, rows)).toEqual({ "ann-1": ["2024-03-01"] });
  expect(await evidenceIn(two, rows)).toEqual({ "ann-1": ["2024-04-01"] });
});

test("levels are compared within a subject, and each subject is a piece of evidence", async () => {
  const mathematics = { subject: "mathematics" };
  const across = of(pre("ann", 2), post("ann", "2024-03-01", 4, mathematics));
  expect(await evidenceIn(one, across)).toEqual({});
  const both = of(
    ...[
      pre("ann", 2),
      pre("ann", 3, mathematics),
      post("ann", "2024-03-01", 3),
      post("ann", "2024-04-01", 4, mathematics),
    ],
  );
  expect(await evidenceIn(one, both)).toEqual({ "ann-1": ["2024-03-01", "2024-04-01"] });
});

test("tests of another track than that of the first pre-test do not count", async () => {
  const other = { track: "esl" };
  const later = tested("ann", "pre", "2024-02-01", 1, other);
  expect(await evidenceIn(one, of(pre("ann", 2), later, post("ann", "2024-04-01", 5, other)))).toEqual({});
});

test("tests before entry, after exit or on the day of the pre-test show no gain", async () => {
  expect(await evidenceIn(one, of(pre("ann", 2), post("ann", "2024-06-02", 3)))).toEqual({});
  expect(await evidenceIn(one, of(pre("ann", 2), post("ann", "2024-06-01", 3)))).toEqual({ "ann-1": ["2024-06-01"] });
  expect(await evidenceIn(one, of(pre("ann", 2), post("ann", "2024-01-15", 3)))).toEqual({});
  const early = tested("ann", "pre", "2024-01-09", 2);
  expect(await evidenceIn(one, of(early, post("ann", "2024-04-01", 3)))).toEqual({});
});
