import { expect, test } from "vitest";
import { benefitTables } from "../../data/reference/benefits/rules.ts";
import { tafdcGrant } from "../../models/benefits/tafdc.ts";

const family = { size: 3, children: 2, earned: 0 };
const tafdc = benefitTables.tafdc[0]!;

test("TAFDC leaves earnings out up to twice the poverty line, and counts half of all of them above it", () => {
  const line = benefitTables.povertyLine[1]!;
  const grant = (earned: number, rules = tafdc) => tafdcGrant(rules, line, { ...family, earned });
  // 2 × (15,960 + 2 × 5,680) / 12 = 4,553.33
  expect(grant(455_300)).toBe(90_100);
  expect(grant(455_400)).toBe(0);
  expect(grant(100_000, { ...tafdc, fullDisregardLimit: 0 })).toBe(40_100);
  expect(tafdcGrant(tafdc, line, { size: 1, children: 0, earned: 0 })).toBe(0);
});
