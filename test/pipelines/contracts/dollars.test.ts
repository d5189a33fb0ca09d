import { expect, test } from "vitest";
import { dollars } from "../../../pipelines/contracts/dollars.ts";

test("cents are read as dollars with two places, and a clawback has a minus", () => {
  expect([0, 5, 123_450, 100_000_000, -5_010].map(dollars)).toEqual([
    "$0.00",
    "$0.05",
    "$1,234.50",
    "$1,000,000.00",
    "−$50.10",
  ]);
});
