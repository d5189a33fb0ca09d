import { expect, test } from "vitest";
import { curveDay, families } from "../../data/reference/benefits/families.ts";
import { benefitTables } from "../../data/reference/benefits/rules.ts";
import { benefitCurve } from "../../models/benefits/benefit-curve.ts";
import type { Household } from "../../models/benefits/household.ts";
import { netResources, rulesOn } from "../../models/benefits/net-resources.ts";

const rules = rulesOn(benefitTables, curveDay);
const family = (id: string) => families.find((one) => one.id === id)!;

test("an adult who earns nothing has the full SNAP benefit and the rent less 50 dollars", () => {
  const { net, help } = netResources(rules, family("tn-adult"), 0);
  expect(help).toEqual({ cash: 0, food: 29_800, child_care: 0, housing: 105_000, coverage: 0 });
  expect(net).toBe(24_800);
});

test("far above every limit only wages less 7.65 percent remain, after rent and child care", () => {
  const { net, help } = netResources(rules, family("tn-parent"), 1_000_000);
  expect(Object.values(help)).toEqual([0, 0, 0, 0, 0]);
  expect(net).toBe(1_000_000 - 76_500 - 135_000 - 110_000);
});

test("a grant counts as income for SNAP and for the rent", () => {
  const renting: Household = { ...family("tn-parent"), childCare: 0, voucher: true };
  const { help } = netResources(rules, renting, 0);
  // grant 387; adjusted 387 − 83.33 = 303.67, 30 % is 91.10; SNAP: 387 − 209 = 178, shelter 91.10 − 89 = 2.10, net 175.90
  expect(help.cash).toBe(38_700);
  expect(help.housing).toBeCloseTo(135_000 - 9_110, 6);
  expect(help.food).toBeCloseTo(78_500 - 0.3 * 17_590, 6);
});

test("a Minnesota family gets its food through MFIP, and SNAP once that has ended", () => {
  expect(netResources(rules, family("mn-parent"), 0).help.food).toBe(65_200);
  const after = netResources(rules, family("mn-parent"), 330_000).help;
  expect(after.cash).toBe(0);
  // rent 30 % of 3,300 − 83.33 = 965; SNAP: 2,640 − 209 = 2,431, shelter below half of it; 785 − 729.30
  expect(after.food).toBeCloseTo(5_570, 6);
});

test("a curve has a point for every step of the grid, in whole dollars a year", () => {
  const curve = benefitCurve(rules, family("tn-adult"), { highest: 2_500, step: 1_000 });
  expect(curve.map(({ earned }) => earned)).toEqual([0, 1_000, 2_000]);
  expect(curve[0]!.net).toBe(2_976);
  expect(curve[0]!.help.housing).toBe(12_600);
});
