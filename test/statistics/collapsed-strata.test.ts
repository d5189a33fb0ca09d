import { expect, test } from "vitest";
import { collapsedStrata } from "../../models/statistics/collapsed-strata.ts";

const row = (people: number, ...stratum: string[]) => ({ stratum, people });

test("strata large enough stay as they are, and rows of one stratum count together", () => {
  const names = collapsedStrata(
    [row(6, "crisis", "renting"), row(5, "crisis", "renting"), row(11, "safe", "renting")],
    11,
  );
  expect(names).toEqual(['["crisis","renting"]', '["crisis","renting"]', '["safe","renting"]']);
});

test("small ones give up their last factor and are put together, leaving the large one beside them alone", () => {
  const names = collapsedStrata(
    [row(6, "crisis", "renting"), row(5, "crisis", "shelter"), row(40, "crisis", "own")],
    11,
  );
  expect(names).toEqual(['["crisis"]', '["crisis"]', '["crisis","own"]']);
});

test("what is still small then goes into one stratum of everybody left, however few", () => {
  const names = collapsedStrata([row(6, "crisis", "renting"), row(3, "safe", "own"), row(40, "crisis", "own")], 11);
  expect(names).toEqual(["[]", "[]", '["crisis","own"]']);
});

test("nobody collapses when nobody must, and of no strata there are none", () => {
  expect(collapsedStrata([row(0, "crisis")], 0)).toEqual(['["crisis"]']);
  expect(collapsedStrata([row(0, "crisis")], 1)).toEqual(["[]"]);
  expect(collapsedStrata([], 11)).toEqual([]);
});
