import { expect, test } from "vitest";
import { narrowedBy } from "../../../pipelines/protect/narrowed.ts";
import type { PartnerMix } from "../../../pipelines/protect/swap-room.ts";

const shares = [0.3, 0.8];
/** 100 young people and 100 others, 110 expected to meet it; the range is that of a ratio. */
const mix = (low: number, high: number): PartnerMix => ({
  ...{ met: [30, 80], unmet: [70, 20], expected: 110, low, high },
});
const without = mix(Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY);
const narrowed = (...mixes: readonly PartnerMix[]) => [
  ...narrowedBy(new Map(mixes.map((one, at) => ["abcdef"[at]!, one])), shares, 10),
];

test("ranges of 10 expected people are of 20 who change strata, and all stay", () => {
  expect(narrowed(mix(105, 115), mix(105, 115), mix(105, 115), without)).toEqual([]);
});

test("a ratio whose people can change by fewer than 10 goes", () => {
  expect(narrowed(mix(108, 111), mix(105, 115), mix(105, 115), without)).toEqual(["a"]);
});

test("two of three partners whose ranges meet at an end tell each other's, and the narrower goes", () => {
  expect(narrowed(mix(110, 120), mix(110, 121), without, without)).toEqual([]);
  expect(narrowed(mix(110, 120), mix(110, 121))).toEqual(["a"]);
});

test("a partner that knows its own people is a reader too, and knows more where there are fewer others", () => {
  expect(narrowed(mix(110, 120), mix(110, 121), without)).toEqual(["a"]);
  expect(narrowed(mix(110, 120), mix(110, 121), mix(100, 120))).toEqual(["a"]);
});

test("a partner without a ratio is not to be told by the others' either", () => {
  expect(narrowed(without, mix(110, 112), mix(105, 115))).toEqual(["b"]);
  expect(narrowed(without, without)).toEqual([]);
});

test("who is told by the counts alone is not told by a ratio", () => {
  const few: PartnerMix = { met: [1, 1], unmet: [1, 1], expected: 0, low: without.low, high: without.high };
  expect(narrowed(few, mix(100, 120), mix(100, 120), without)).toEqual([]);
});
