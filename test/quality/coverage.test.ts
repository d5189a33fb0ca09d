import { expect, test } from "vitest";
import { coverage } from "../../models/quality/coverage.ts";
import { enrolled, person, scored } from "../support/warehouse.ts";
import { qualityOf } from "./quality-of.ts";

const people = ["ann", "bob", "cat", "dan", "kid"];
const baseline = (who: string, level: number | null = 2) => scored(who, "2024-01-01", level, { stage: "initial" });

test("a child needs no baseline; a follow-up is expected after an exit or 180 days, and one at exit of those who left", async () => {
  const rows = {
    person: people.map((who) => person(who)),
    enrollment: [
      enrolled("ann", "2024-01-01", { exited_on: "2024-02-01" }),
      enrolled("bob", "2024-01-01", { exited_on: "2024-02-01" }),
      enrolled("cat", "2024-01-01"),
      enrolled("dan", "2024-01-01"),
      enrolled("kid", "2024-01-01", { age_at_entry: 17 }),
    ],
    assessment_score: [
      ...["ann", "bob", "cat"].map((who) => baseline(who)),
      scored("ann", "2024-02-01", 3, { stage: "exit" }),
      scored("bob", "2024-01-20", 3),
    ],
  };
  const shares = async (asOf: string) => {
    const found = await qualityOf(coverage, rows, {}, asOf);
    return ["baseline", "follow_up", "exit_follow_up"].map((item) => found[`enrollment ${item}`]);
  };
  expect(await shares("2024-06-28")).toEqual(["3/4", "2/2", "1/2"]);
  expect(await shares("2024-06-29")).toEqual(["3/4", "2/3", "1/2"]);
});

test("a domain that does not apply has no level but is answered, and one left open is neither", async () => {
  const rows = {
    person: [person("ann")],
    enrollment: [enrolled("ann", "2024-01-01")],
    assessment_score: [
      baseline("ann"),
      { ...baseline("ann", null), domain: "food" },
      { ...baseline("ann", null), domain: "income", answer: "not_rated" as const },
      scored("ann", "2024-03-01", 3),
      scored("ann", "2024-03-01", 4, { domain: "food" }),
    ],
  };
  expect(await qualityOf(coverage, rows)).toMatchObject({
    "assessment_score domains_at_baseline": "1/3",
    "assessment_score domains_at_follow_up": "2/3",
    "assessment_score answered": "4/5",
  });
});

test("a partner that makes no assessments has no coverage", async () => {
  expect(await qualityOf(coverage, { person: [person("ann")], enrollment: [enrolled("ann", "2024-01-01")] })).toEqual(
    {},
  );
});
