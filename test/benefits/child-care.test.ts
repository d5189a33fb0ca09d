import { expect, test } from "vitest";
import { benefitTables } from "../../data/reference/benefits/rules.ts";
import { childCareHelp } from "../../models/benefits/child-care.ts";

test("a family pays 5 percent of earnings for child care until the median income of its size, then all of it", () => {
  const help = (earned: number) => childCareHelp(benefitTables.childCare[0]!, { size: 3, earned, childCare: 80_000 });
  expect(help(200_000)).toBe(70_000);
  // 0.84 × 90,197 = 75,765.48 a year, 6,313.79 a month
  expect(help(631_300)).toBeCloseTo(48_435, 6);
  expect(help(631_400)).toBe(0);
});
