import { expect, test } from "vitest";
import { benefitTables } from "../../data/reference/benefits/rules.ts";
import { mfipBenefit } from "../../models/benefits/mfip.ts";

const family = { size: 3, children: 2, earned: 0 };
const mfip = benefitTables.mfip[0]!;

test("MFIP pays cash and food in full until half of earnings above 65 dollars reaches the tenth that the wage level adds", () => {
  const benefit = (earned: number) => mfipBenefit(mfip, { ...family, earned });
  expect(benefit(0)).toEqual({ cash: 77_800, food: 65_200 });
  // 1.1 × 1,430 = 1,573, less (1,065 − 65) / 2 = 500: 1,073, of which 652 is food
  expect(benefit(106_500).cash).toBeCloseTo(42_100, 6);
  expect(benefit(106_500).food).toBe(65_200);
  // 1,573 − (2,565 − 65) / 2 = 323, all of it food
  expect(benefit(256_500).cash).toBe(0);
  expect(benefit(256_500).food).toBeCloseTo(32_300, 6);
  // 65 + 2 × 1,573 = 3,211
  expect(benefit(321_200)).toEqual({ cash: 0, food: 0 });
  expect(mfipBenefit(mfip, { size: 1, children: 0, earned: 0 })).toEqual({ cash: 0, food: 0 });
});
