import { expect, test } from "vitest";
import { betaBelow, betaQuantile } from "../../models/statistics/beta.ts";

test.each([
  [0.3, 2, 3, 0.3483],
  [0.5, 0.5, 0.5, 0.5],
  [0.9, 20, 3, 0.6200409384119034],
  [0.02, 1, 50, 0.635830319912883],
  [0.61, 600, 400, 0.7398549584138367],
  [0.2, 0.2, 7, 0.9737448984244851],
  [0, 2, 2, 0],
  [1, 2, 2, 1],
])("%f or less with shapes %f and %f has the chance %f (scipy 1.17)", (x, a, b, chance) => {
  expect(betaBelow(x, a, b)).toBeCloseTo(chance, 11);
});

test("with shapes 1 and 1 every share is as likely as any other", () => {
  expect(betaBelow(0.37, 1, 1)).toBeCloseTo(0.37, 14);
});

test.each([
  [0.025, 8, 4, 0.39025744042757876],
  [0.975, 8, 4, 0.8907365561809019],
  [0.025, 0.5, 30, 1.650464425776342e-5],
  [0.975, 2000, 1000, 0.6834258700545397],
])("a chance of %f with shapes %f and %f is below %f (scipy 1.17)", (chance, a, b, value) => {
  expect(betaQuantile(chance, a, b)).toBeCloseTo(value, 11);
});

test("refuses what is not a beta value", () => {
  expect(() => betaBelow(1.1, 2, 3)).toThrow("invalid beta: 1.1 with shapes 2 and 3");
  expect(() => betaBelow(0.1, 0, 3)).toThrow("invalid beta: 0.1 with shapes 0 and 3");
});
