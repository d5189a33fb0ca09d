import { describe, expect, test } from "vitest";
import { brokenSums, truncated } from "../../models/statistics/nrs-table.ts";

const row = (counts: readonly number[], share: number, periods: readonly number[]) => {
  const [participants, excluded, levelGains, diplomas, otherGains, separated, remaining] = counts as [
    number,
    number,
    number,
    number,
    number,
    number,
    number,
  ];
  const [all, gains, secondary, other, ofPeriods] = periods as [number, number, number, number, number];
  return {
    ...{ participants, excluded, levelGains, diplomas, otherGains, separated, remaining, share },
    periods: { all, levelGains: gains, diplomas: secondary, otherGains: other, share: ofPeriods },
  };
};

/** Massachusetts, program year 2022 (nrs.ed.gov). */
const massachusetts: [string, ReturnType<typeof row>][] = [
  ["ABE level 1", row([51, 0, 7, 0, 0, 25, 19], 0.1372, [52, 7, 0, 0, 0.1346])],
  ["ABE level 2", row([415, 4, 105, 17, 0, 171, 118], 0.2968, [417, 106, 17, 0, 0.2949])],
  ["ABE total", row([5951, 10, 1148, 694, 22, 2332, 1745], 0.3137, [6022, 1152, 704, 22, 0.3118])],
];

describe("table 4 of Massachusetts, 2022", () => {
  test.each(massachusetts)("%s: every sum and share holds", (_, published) => {
    expect(brokenSums(published)).toEqual([]);
  });
  test("one learner more in any column breaks the sum, and a rounded share is not the printed one", () => {
    const [, [, published]] = massachusetts as [unknown, (typeof massachusetts)[0]];
    for (const column of ["levelGains", "diplomas", "otherGains", "separated", "remaining", "excluded"] as const)
      expect(brokenSums({ ...published, [column]: published[column] + 1 })).toContain("E + F + G + H + I = B − C");
    const [, first] = massachusetts[0]!;
    expect(brokenSums({ ...first, share: 0.1373 })).toEqual(["J = (E + F + G) / (B − C)"]);
    expect(brokenSums({ ...first, periods: { ...first.periods, share: 0.1347 } })).toEqual(["O = (L + M + N) / K"]);
    expect(brokenSums({ ...first, periods: { ...first.periods, levelGains: 6, share: 0.1153 } })).toEqual([
      "L + M + N ≥ E + F + G",
    ]);
  });
});

test("shares are cut off, not rounded", () => {
  expect(truncated(7, 51)).toBe(0.1372);
  expect(truncated(2, 3)).toBe(0.6666);
  expect(truncated(1, 1)).toBe(1);
  expect(truncated(0, 0)).toBe(0);
  expect(truncated(29, 100, 2)).toBe(0.29);
});
