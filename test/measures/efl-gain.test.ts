import { expect, test } from "vitest";
import { eflGain } from "../../models/measures/efl-gain.ts";
import { brokenSums } from "../../models/statistics/nrs-table.ts";
import { enrolled, person } from "../support/warehouse.ts";
import { tested } from "./education-rows.ts";
import { columnsOf, countsOf } from "./measured-units.ts";
import { earned } from "./record-rows.ts";

const eight = ["ann", "bob", "cat", "dan", "eve", "fay", "gus", "hal"];
/** Everybody left on 1 May 2024 unless said otherwise, in PY2023. */
const people = {
  person: eight.map((who) => person(who)),
  enrollment: eight.map((who) =>
    enrolled(who, "2023-09-01", {
      ...(who === "fay" ? {} : { exited_on: "2024-05-01" }),
      ...(who === "gus" ? { exit_reason: "deceased" } : {}),
    }),
  ),
};
const pre = (who: string, level: number, facts = {}) => tested(who, "pre", "2023-09-05", level, facts);
const post = (who: string, level: number, facts = {}) => tested(who, "post", "2024-03-01", level, facts);
const rows = {
  ...people,
  education_test: [
    ...[pre("ann", 1), post("ann", 2)],
    ...[pre("bob", 2), post("bob", 2)],
    ...[pre("cat", 2), pre("dan", 3)],
    ...[pre("eve", 3), post("eve", 4)],
    ...[pre("fay", 6), pre("gus", 2), post("gus", 3)],
    pre("hal", 4, { track: "esl" }),
  ],
  credential: [
    earned("cat", "2024-04-01", { type: "diploma" }),
    earned("cat", "2024-04-01", { type: "license" }),
    earned("dan", "2024-04-01", { type: "certification" }),
    earned("eve", "2024-04-01", { type: "diploma" }),
    earned("hal", "2024-05-02", { type: "diploma" }),
  ],
};

test("eight learners by hand: each has one outcome, and who died is in none", async () => {
  const count = await countsOf(eflGain, rows, "2024-12-31", "abe");
  const columns = ["participants", "outcome", "gained", "diploma", "separated", "remaining"];
  expect(columns.map(count)).toEqual([6, 3, 2, 1, 2, 1]);
  expect(["post_tested", "not_post_tested", "tested_no_gain"].map(count)).toEqual([3, 3, 1]);
});

test("its counts are a row of table 4 whose sums hold", async () => {
  const count = await countsOf(eflGain, rows, "2024-12-31", "abe");
  const row = {
    participants: count("participants"),
    excluded: 0,
    levelGains: count("gained"),
    diplomas: count("diploma"),
    otherGains: 0,
    separated: count("separated"),
    remaining: count("remaining"),
  };
  expect(brokenSums(row)).toEqual([]);
  expect(brokenSums({ ...row, remaining: row.remaining + 1 })).toEqual(["E + F + G + H + I = B − C"]);
});

test("English learners are a series of their own, and a diploma after exit is none of theirs", async () => {
  const count = await countsOf(eflGain, rows, "2024-12-31", "esl");
  expect(["participants", "outcome", "separated", "not_post_tested"].map(count)).toEqual([1, 0, 1, 1]);
});

test("a learner in two program years is one unit in each, and one with training alone in none", async () => {
  const units = await columnsOf(eflGain, ["series", "gained"], {
    person: [person("ann"), person("bob")],
    enrollment: [enrolled("ann", "2023-09-01"), enrolled("bob", "2023-09-01")],
    education_test: [pre("ann", 1), tested("ann", "post", "2024-09-01", 2)],
  });
  expect(units).toEqual({ "ann-1/PY2023": ["abe", false], "ann-1/PY2024": ["abe", true] });
});
