import { expect, test } from "vitest";
import { isDominated } from "../../../pipelines/protect/dominance.ts";

test("what the others have must be at least a tenth of the largest amount", () => {
  // 1,000 and 500 to two people: 100 to the others is a tenth of 1,000, 99 is not.
  expect(isDominated({ amount: 1600, largest: 1000, second: 500 })).toBe(false);
  expect(isDominated({ amount: 1599, largest: 1000, second: 500 })).toBe(true);
});

test("a sum of one or two people is dominated, one of many alike is not", () => {
  expect(isDominated({ amount: 700, largest: 700, second: 0 })).toBe(true);
  expect(isDominated({ amount: 1200, largest: 700, second: 500 })).toBe(true);
  expect(isDominated({ amount: 300, largest: 100, second: 100 })).toBe(false);
});
