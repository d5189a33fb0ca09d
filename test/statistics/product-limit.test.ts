import { expect, test } from "vitest";
import { productLimit } from "../../models/statistics/product-limit.ts";

test("two steps by hand: 8 of 10 come through the first, and 5 of 6 the second", () => {
  const [first, second] = productLimit([
    { days: 1, atRisk: 10, events: 2 },
    { days: 4, atRisk: 6, events: 1 },
  ]);
  expect(first!.share).toBeCloseTo(0.8, 12);
  expect(first!.standardError).toBeCloseTo(Math.sqrt((0.8 * 0.2) / 10), 12);
  expect(second!.share).toBeCloseTo(0.8 * (5 / 6), 12);
  const greenwood = 2 / (10 * 8) + 1 / (6 * 5);
  expect(second!.standardError).toBeCloseTo(second!.share * Math.sqrt(greenwood), 12);
  const doubleLog = (share: number) => Math.log(-Math.log(share));
  const reach = (1.959963984540054 * Math.sqrt(greenwood)) / -Math.log(second!.share);
  expect(doubleLog(second!.low!)).toBeCloseTo(doubleLog(second!.share) + reach, 10);
  expect(doubleLog(second!.high!)).toBeCloseTo(doubleLog(second!.share) - reach, 10);
});

test("no interval is defined while everybody, and once nobody, is without the event", () => {
  const rows = productLimit([
    { days: 1, atRisk: 3, events: 0 },
    { days: 2, atRisk: 2, events: 2 },
    { days: 3, atRisk: 0, events: 0 },
  ]);
  expect(rows.map(({ share, standardError, low, high }) => [share, standardError, low, high])).toEqual([
    [1, 0, null, null],
    [0, null, null, null],
    [0, null, null, null],
  ]);
});

test("refuses more events than people, and days out of order", () => {
  expect(() => productLimit([{ days: 30, atRisk: 4, events: 5 }])).toThrow("invalid counts by day 30: 5 of 4");
  const twice = { days: 30, atRisk: 4, events: 1 };
  expect(() => productLimit([twice, twice])).toThrow("invalid order: day 30 after 30");
});
