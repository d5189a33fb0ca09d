import { expect, test } from "vitest";
import { inflatedProportionLimits, inflatedRatioLimits } from "../../models/statistics/inflated-limits.ts";

test("without variance between units they are the arcsine limits: 50 % of 100 people is 10 standard errors from either end", () => {
  const { low95, high95, high998 } = inflatedProportionLimits(0.5, 100, 0);
  expect(low95).toBeCloseTo(Math.sin(Math.PI / 4 - 1.959963984540054 / 20) ** 2, 12);
  expect(high95).toBeCloseTo(1 - low95, 12);
  expect(high998).toBeCloseTo(Math.sin(Math.PI / 4 + 3.090232306167813 / 20) ** 2, 12);
});

test("a variance between units three times that of chance doubles the distance on the arcsine scale", () => {
  const angle = (share: number) => Math.asin(Math.sqrt(share)) - Math.PI / 4;
  const chance = inflatedProportionLimits(0.5, 400, 0);
  const more = inflatedProportionLimits(0.5, 400, 3 / 1600);
  expect(angle(more.high95)).toBeCloseTo(2 * angle(chance.high95), 12);
});

test("by hand: of 25 expected, a ratio lies within (1 ± 0.196) squared, and with a variance of 0.03 within (1 ± 0.392) squared", () => {
  expect(inflatedRatioLimits(25, 0).low95).toBeCloseTo((1 - 0.1959963984540054) ** 2, 12);
  expect(inflatedRatioLimits(25, 0.03).high95).toBeCloseTo((1 + 0.3919927969080108) ** 2, 12);
});

test("limits stop at the ends of the scale and never turn back", () => {
  expect(inflatedProportionLimits(0.02, 11, 0.2).low998).toBe(0);
  expect(inflatedProportionLimits(0.98, 11, 0.2).high998).toBe(1);
  expect(inflatedRatioLimits(0.5, 0.5).low998).toBe(0);
});

test("refuses a unit of nobody", () => {
  expect(() => inflatedProportionLimits(0.5, 0, 0)).toThrow("invalid size: 0");
  expect(() => inflatedRatioLimits(0, 0)).toThrow("invalid expected count: 0");
});
