import { expect, test } from "vitest";
import { benefitTables } from "../../data/reference/benefits/rules.ts";
import { inForce } from "../../models/benefits/dated.ts";
import { type SnapRules, snapBenefit } from "../../models/benefits/snap.ts";

const rules = inForce(benefitTables.snap, "2025-10-01");
const alone = { state: "TN", size: 1, earned: 0, unearned: 0, dependentCare: 0, shelter: 0 };

test("the published family of three of 2022 gets 612 dollars: adjusted income 751, shelter capped at 597, net 154", () => {
  const of2022: SnapRules = {
    ...rules,
    maximum: [0, 0, 65_800],
    standardDeduction: [0, 0, 17_700],
    shelterCap: 59_700,
  };
  const family = { ...alone, size: 3, earned: 125_700, dependentCare: 7_800, shelter: 99_300 };
  expect(Math.round(snapBenefit(of2022, family) / 100)).toBe(612);
});

test.each([
  [0, 3492],
  [10_000, 3492],
  [15_000, 2006],
  [20_000, 0],
])("the published single adult in Arkansas who earns %i dollars a year in 2024 gets %i", (earned, expected) => {
  const of2024: SnapRules = {
    ...rules,
    maximum: [29_100],
    standardDeduction: [19_800],
    shelterCap: 67_200,
    line: { first: 1_458_000, more: 514_000 },
  };
  const shelter = ((5535 + 3948) * 100) / 12;
  expect(Math.round((snapBenefit(of2024, { ...alone, earned: (earned * 100) / 12, shelter }) * 12) / 100)).toBe(
    expected,
  );
});

test("with no income a household gets the maximum of its size, from the day on which it holds", () => {
  expect(snapBenefit(rules, { ...alone, size: 3 })).toBe(78_500);
  expect(snapBenefit(inForce(benefitTables.snap, "2025-09-30"), { ...alone, size: 3 })).toBe(76_800);
});

test("one person within the limits gets at least 8 percent of the maximum, three people may get nothing", () => {
  // earned 1,600: 1,600 − 320 − 209 = 1,071; 298 − 0.3 × 1,071 is below 0.08 × 298
  expect(snapBenefit(rules, { ...alone, earned: 160_000 })).toBeCloseTo(2_384, 6);
  // 200 % of the line for three is 4,441.67: earned 4,000 − 800 − 209 = 2,991; 785 − 897.30 is below nothing
  expect(snapBenefit(rules, { ...alone, state: "MN", size: 3, earned: 400_000 })).toBe(0);
});

test("gross income may reach 130 percent of the poverty line and not a dollar more", () => {
  // 15,650 × 1.3 / 12 = 1,695.42
  expect(snapBenefit(rules, { ...alone, earned: 169_500 })).toBeGreaterThan(0);
  expect(snapBenefit(rules, { ...alone, earned: 169_600 })).toBe(0);
  expect(snapBenefit(rules, { ...alone, state: "MA", earned: 169_600 })).toBeGreaterThan(0);
});
