import { expect, test } from "vitest";
import { bySize } from "../../models/benefits/household.ts";

test("a household larger than the table stops the curve", () => {
  expect(() => bySize([1, 2], 3)).toThrow("no amount for a household of 3");
});
