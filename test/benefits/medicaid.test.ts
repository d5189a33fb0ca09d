import { expect, test } from "vitest";
import { benefitTables } from "../../data/reference/benefits/rules.ts";
import type { Household } from "../../models/benefits/household.ts";
import { medicaidValue } from "../../models/benefits/medicaid.ts";

const parent: Household = {
  ...{ state: "TN", adults: 1, children: 2 },
  ...{ shelter: 100_000, childCare: 80_000, coverage: 45_000, voucher: true },
};

test("coverage ends above the state's share of the poverty line, and Tennessee has none for adults without children", () => {
  const rules = benefitTables.medicaid[0]!;
  const value = (household: Household, earned: number) =>
    medicaidValue(rules, benefitTables.povertyLine[1]!, household, earned);
  // (15,960 + 2 × 5,680) / 12 = 2,276.67; 1.38 times it is 3,141.80
  expect([value(parent, 227_600), value(parent, 227_700)]).toEqual([45_000, 0]);
  const elsewhere = { ...parent, state: "MN" as const };
  expect([value(elsewhere, 314_100), value(elsewhere, 314_200)]).toEqual([45_000, 0]);
  expect(value({ ...parent, children: 0 }, 0)).toBe(0);
  expect(value({ ...elsewhere, children: 0 }, 0)).toBe(45_000);
});
