import { expect, test } from "vitest";
import { gammaAbove, gammaQuantile, logGamma } from "../../models/statistics/gamma.ts";

test("the gamma function of whole numbers is a factorial, and of one half the root of pi", () => {
  expect(logGamma(11)).toBeCloseTo(Math.log(3_628_800), 12);
  expect(logGamma(0.5)).toBeCloseTo(Math.log(Math.PI) / 2, 13);
  expect(logGamma(0.25)).toBeCloseTo(Math.log(3.625609908221908), 13);
});

test.each([
  [0.5, 1.920729410347062, 0.05],
  [1.5, 5, 0.01856613546304325],
  [5, 1.5, 0.9814240637778593],
  [3, 7.1, 0.027480119469370966],
  [5, 20, 1.694474393006737e-5],
  [2000, 2050, 0.1321492595964944],
  [2000, 1950, 0.8686473630432853],
  [4, 0, 1],
])("with shape %f, %f or more has the chance %f (scipy 1.17)", (shape, x, chance) => {
  expect(gammaAbove(shape, x)).toBeCloseTo(chance, 11);
});

test("with shape 1 it is exp(-x), and it stays exact far out", () => {
  for (const x of [0.05, 0.5, 2, 12.5]) expect(gammaAbove(1, x)).toBeCloseTo(Math.exp(-x), 14);
  expect(gammaAbove(5, 100) / 1.6139305336977317e-37).toBeCloseTo(1, 9);
});

test.each([
  [0.025, 15, 8.395386132783315],
  [0.975, 16, 24.740218871485844],
  [0.999, 2.5, 10.257502826216436],
  [0.5, 1000, 999.6666864269652],
])("a chance of %f with shape %f is below %f (scipy 1.17)", (chance, shape, value) => {
  expect(gammaQuantile(chance, shape)).toBeCloseTo(value, 8);
});

test("refuses what is not a gamma value", () => {
  expect(() => gammaAbove(0, 1)).toThrow("invalid gamma: 1 with shape 0");
  expect(() => gammaAbove(2, -1)).toThrow("invalid gamma: -1 with shape 2");
});
