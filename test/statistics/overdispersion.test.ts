import fc from "fast-check";
import { expect, test } from "vitest";
import { overdispersion, proportionScore, ratioScore, type UnitScore } from "../../models/statistics/overdispersion.ts";

const score = (z: number, standardError = 0.1): UnitScore => ({ z, standardError });

test("by hand: four units two standard errors out have phi 4, and tau squared (16 - 3) / 3 of their variance", () => {
  const { phi, tauSquared } = overdispersion([-2, -2, 2, 2].map((z) => score(z)));
  expect(phi).toBeCloseTo(4, 12);
  expect(tauSquared).toBeCloseTo((13 / 3) * 0.01, 12);
});

test("units that differ no more than chance explains have no variance between them", () => {
  expect(overdispersion([0.5, -0.5, 0.4, -0.4].map((z) => score(z))).tauSquared).toBe(0);
});

test("one wild unit among twenty changes nothing", () => {
  const calm = Array.from({ length: 20 }, (_, at) => score(at % 2 ? 0.5 : -0.5));
  expect(overdispersion([...calm.slice(1), score(50)])).toEqual(overdispersion([...calm.slice(1), score(0.5)]));
});

test("scores by hand: 25 of 100 against 50 % is 15 degrees off on the arcsine scale; 9 of 4 expected half as many again", () => {
  expect(proportionScore(25, 100, 0.5).z).toBeCloseTo(-(Math.PI / 12) * 20, 12);
  expect(proportionScore(25, 100, 0.5).standardError).toBe(0.05);
  expect(ratioScore(9, 4)).toEqual({ z: 2, standardError: 0.25 });
  expect(ratioScore(0, 4).z).toBe(-4);
});

/** The same by other steps: cut values found by place, tau squared in the weights' own terms. */
function again(scores: readonly UnitScore[]): { phi: number; tauSquared: number } {
  const sorted = scores.map(({ z }) => z).sort((a, b) => a - b);
  const cut = (share: number) => {
    const whole = Math.trunc((sorted.length - 1) * share);
    const part = (sorted.length - 1) * share - whole;
    return (1 - part) * sorted[whole]! + part * (sorted[whole + 1] ?? 0);
  };
  const drawn = sorted.map((z) => [cut(0.1), z, cut(0.9)].sort((a, b) => a - b)[1]!);
  const squares = drawn.reduce((sum, z) => sum + z ** 2, 0);
  const w = scores.map(({ standardError }) => 1 / standardError ** 2);
  const pairs = w.flatMap((a, i) => w.map((b, j) => (i === j ? 0 : a * b)));
  const [total, products] = [w, pairs].map((each) => each.reduce((sum, value) => sum + value, 0));
  return {
    phi: squares / scores.length,
    tauSquared: Math.max(0, ((squares - scores.length + 1) * total!) / products!),
  };
}

test("agrees with the same worked out another way", () => {
  const unit = fc.record({
    z: fc.double({ min: -9, max: 9, noNaN: true }),
    standardError: fc.double({ min: 0.01, max: 0.5, noNaN: true }),
  });
  fc.assert(
    fc.property(fc.array(unit, { minLength: 2, maxLength: 40 }), (scores) => {
      const [one, other] = [overdispersion(scores), again(scores)];
      expect(one.phi).toBeCloseTo(other.phi, 8);
      expect(one.tauSquared).toBeCloseTo(other.tauSquared, 8);
    }),
    { seed: 6, numRuns: 300 },
  );
});

test("one unit has no variance between units, and none is refused", () => {
  expect(overdispersion([score(3)]).tauSquared).toBe(0);
  expect(() => overdispersion([])).toThrow("no values");
  expect(() => proportionScore(3, 2, 0.5)).toThrow("invalid proportion: 3 of 2");
  expect(() => ratioScore(3, 0)).toThrow("invalid ratio: 3 to 0");
});
