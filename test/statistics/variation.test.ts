import { expect, test } from "vitest";
import { assurance, variation } from "../../models/statistics/variation.ts";

const up = { rule: "one side", side: 1 } as const;
const down = { rule: "trend", side: -1 } as const;
const limits = { lower: 0.4, nearLower: 0.5, centre: 0.6, nearUpper: 0.7, upper: 0.8 };

test("higher is an improvement where higher is better, and a concern where lower is", () => {
  expect([up, down].map((cause) => variation(cause, "higher is better"))).toEqual(["improvement", "concern"]);
  expect([up, down].map((cause) => variation(cause, "lower is better"))).toEqual(["concern", "improvement"]);
});

test("a measure that has no better is only higher or lower, and without a special cause there is only chance", () => {
  expect([up, down].map((cause) => variation(cause, "neither"))).toEqual(["higher", "lower"]);
  expect(variation(null, "higher is better")).toBe("common cause");
});

test("a target above the upper limit is never met where higher is better, and always where lower is", () => {
  expect(assurance(0.81, limits, "higher is better")).toBe("consistently fail");
  expect(assurance(0.81, limits, "lower is better")).toBe("consistently pass");
});

test("a target below the lower limit is always met where higher is better, and never where lower is", () => {
  expect(assurance(0.39, limits, "higher is better")).toBe("consistently pass");
  expect(assurance(0.39, limits, "lower is better")).toBe("consistently fail");
});

test("a target between the limits, or on one, is met now and then; a measure that has no better has none", () => {
  expect([0.4, 0.6, 0.8].map((target) => assurance(target, limits, "higher is better"))).toEqual(
    new Array(3).fill("inconsistent"),
  );
  expect(assurance(0.9, limits, "neither")).toBeNull();
});
