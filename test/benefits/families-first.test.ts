import { expect, test } from "vitest";
import { benefitTables } from "../../data/reference/benefits/rules.ts";
import { familiesFirstGrant } from "../../models/benefits/families-first.ts";

const family = { size: 3, children: 2, earned: 0 };
const familiesFirst = benefitTables.familiesFirst[0]!;

test("Families First pays 25 percent of the need standard until earnings come near it, and nothing under 10 dollars", () => {
  const grant = (earned: number, childCare = 0) => familiesFirstGrant(familiesFirst, { ...family, earned, childCare });
  expect(grant(0)).toBe(38_700);
  // need 1,549 − (1,412 − 250) = 387; one dollar more takes one dollar
  expect(grant(141_200)).toBe(38_700);
  expect(grant(141_300)).toBe(38_600);
  expect(grant(178_900)).toBe(1_000);
  expect(grant(179_000)).toBe(0);
  // child care of 100 is deducted in full, of 500 only as 2 × 175
  expect(grant(179_000, 10_000)).toBe(10_900);
  expect(grant(179_000, 50_000)).toBe(35_900);
});

test("Families First is for families with children, and ends above 185 percent of the need standard", () => {
  expect(familiesFirstGrant(familiesFirst, { size: 1, children: 0, earned: 0, childCare: 0 })).toBe(0);
  const wide = { ...familiesFirst, earnedDisregard: 400_000 };
  expect(familiesFirstGrant(wide, { ...family, earned: 286_500, childCare: 0 })).toBe(38_700);
  expect(familiesFirstGrant(wide, { ...family, earned: 286_600, childCare: 0 })).toBe(0);
});
