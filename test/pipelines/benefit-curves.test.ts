import { expect, test } from "vitest";
import { benefitCurves } from "../../pipelines/benefit-curves.ts";

const { benefit_family, benefit_curve, benefit_turn, benefit_rule } = benefitCurves();

test("every family has a curve from no earnings to 90,000 dollars in steps of 1,000", () => {
  const steps = Array.from({ length: 91 }, (_, i) => i * 1000);
  for (const { family } of benefit_family) {
    expect(benefit_curve.filter((point) => point.family === family).map(({ earned }) => earned)).toEqual(steps);
  }
  expect(benefit_curve.length).toBe(91 * benefit_family.length);
});

test("a parent in Tennessee loses coverage above the poverty line of 27,320 dollars for three", () => {
  const first = benefit_turn.find(({ family, kind }) => family === "tn-parent" && kind === "cliff");
  expect(first).toMatchObject({ from_earned: 27_000, to_earned: 28_000, program: "coverage" });
});

test("a parent in Massachusetts loses the grant above twice the poverty line, 54,640 dollars", () => {
  const last = benefit_turn.findLast(({ family }) => family === "ma-parent");
  expect(last).toMatchObject({ kind: "cliff", from_earned: 54_000, to_earned: 55_000, program: "cash" });
});

test("the break-even of a cliff is the first point with as much as before it", () => {
  for (const { family, from_earned, to_earned, break_even } of benefit_turn.filter(({ kind }) => kind === "cliff")) {
    const own = benefit_curve.filter((point) => point.family === family);
    const peak = own.find(({ earned }) => earned === from_earned)!.net;
    expect(own.find(({ earned, net }) => earned >= to_earned && net >= peak)?.earned ?? null).toBe(break_even);
  }
});

test("every rule has its source, and says where its numbers are from", () => {
  expect(benefit_rule.length).toBe(9);
  for (const { source, checked, effective_from } of benefit_rule) {
    expect(source).not.toBe("");
    expect(checked).toMatch(/^(read in the source|partly general knowledge|general knowledge)$/);
    expect(effective_from <= "2026-02-01").toBe(true);
  }
});
