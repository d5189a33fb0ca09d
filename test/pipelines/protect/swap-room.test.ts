import fc from "fast-check";
import { expect, test } from "vitest";
import { type PartnerMix, swapRoom } from "../../../pipelines/protect/swap-room.ts";

const open = { expected: 0, low: Number.NEGATIVE_INFINITY, high: Number.POSITIVE_INFINITY };
/** Young people get there at 0.3, others at 0.8. */
const shares = [0.3, 0.8];
const own: PartnerMix = { met: [6, 16], unmet: [14, 4], ...open };
const other: PartnerMix = { met: [24, 64], unmet: [56, 16], ...open };

test("without ratios 16 who met it can become young and 14 who did not can cease to be", () => {
  expect(swapRoom(own, [other], shares, 0)).toBe(30);
});

test("two expected people more or fewer are four who change strata, either way", () => {
  const ratio = { ...own, expected: 22, low: 20, high: 24 };
  expect(swapRoom(ratio, [other], shares, 0)).toBe(8);
  expect(swapRoom({ ...ratio, high: 22.4 }, [other], shares, 0)).toBe(4);
});

test("the others' ratios must hold as well, and the others have to have somebody to change with", () => {
  const tight = { ...other, expected: 88, low: 87, high: 90 };
  expect(swapRoom(own, [tight], shares, 0)).toBe(6);
  expect(swapRoom(own, [{ ...other, met: [24, 0], unmet: [0, 3] }], shares, 0)).toBe(16 + 3);
  expect(swapRoom(own, [], shares, 0)).toBe(0);
});

test("strata of one share can change as they like", () => {
  const ratio = { ...own, expected: 22, low: 22, high: 22 };
  expect(swapRoom(ratio, [other], [0.5, 0.5], 0)).toBe(30);
});

/** All numbers of young people of the first of two partners that print the same, by trying every one. */
function possible([first, second]: readonly [PartnerMix, PartnerMix], of: readonly number[]): number {
  const young = first.met[0]! + first.unmet[0]!;
  const change = of[1]! - of[0]!;
  const found = [];
  for (let met = -first.met[0]!; met <= first.met[1]!; met++) {
    for (let unmet = -first.unmet[0]!; unmet <= first.unmet[1]!; unmet++) {
      const isThere = [second.met[0]! - met, second.met[1]! + met, second.unmet[0]! - unmet, second.unmet[1]! + unmet];
      const moved = (met + unmet) * change;
      const isSame = (mix: PartnerMix, by: number) =>
        mix.expected + by >= mix.low - 1e-9 && mix.expected + by <= mix.high + 1e-9;
      if (isThere.every((people) => people >= 0) && isSame(first, -moved) && isSame(second, moved))
        found.push(young + met + unmet);
    }
  }
  return Math.max(...found) - Math.min(...found);
}

const mix = fc
  .record({
    met: fc.tuple(fc.nat(9), fc.nat(9)),
    unmet: fc.tuple(fc.nat(9), fc.nat(9)),
    below: fc.double({ min: 0, max: 4, noNaN: true }),
    above: fc.double({ min: 0, max: 4, noNaN: true }),
  })
  .map(({ met, unmet, below, above }): PartnerMix => ({ met, unmet, expected: 10, low: 10 - below, high: 10 + above }));

test("never more room than trying everything finds", () => {
  fc.assert(
    fc.property(mix, mix, (first, second) => {
      expect(swapRoom(first, [second], shares, 0)).toBeLessThanOrEqual(possible([first, second], shares));
    }),
    { seed: 7, numRuns: 300 },
  );
});
