import { expect, test } from "vitest";
import { mcnemarBowker } from "../../models/statistics/mcnemar-bowker.ts";

test("three levels by hand: (10-4)²/14 + (6-2)²/8 + (5-9)²/14", () => {
  const { statistic, freedom, probability } = mcnemarBowker([
    [20, 10, 6],
    [4, 30, 5],
    [2, 9, 40],
  ]);
  expect(statistic).toBeCloseTo(36 / 14 + 16 / 8 + 16 / 14, 12);
  expect(freedom).toBe(3);
  expect(probability).toBeCloseTo(0.126369, 6);
});

test("two levels are McNemar's test: (59-6)²/65", () => {
  const { statistic, freedom } = mcnemarBowker([
    [101, 59],
    [6, 33],
  ]);
  expect([statistic, freedom]).toEqual([53 ** 2 / 65, 1]);
});

test("levels between which nobody moved add no degree of freedom", () => {
  const still = [
    [5, 0, 0],
    [0, 5, 3],
    [0, 1, 5],
  ];
  expect(mcnemarBowker(still)).toMatchObject({ statistic: 1, freedom: 1 });
  expect(
    mcnemarBowker([
      [7, 0],
      [0, 7],
    ]),
  ).toEqual({ statistic: 0, freedom: 0, probability: 1 });
});

test("the same table the other way round is as far from symmetry", () => {
  const table = [
    [1, 8, 2],
    [3, 1, 9],
    [4, 4, 1],
  ];
  const turned = table.map((_, i) => table.map((row) => row[i]!));
  expect(mcnemarBowker(turned)).toEqual(mcnemarBowker(table));
});

test("refuses a table that is not square", () => {
  expect(() => mcnemarBowker([[1, 2]])).toThrow("not a square table: 1 rows");
});
