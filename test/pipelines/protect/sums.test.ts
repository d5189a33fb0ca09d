import { describe, expect, test } from "vitest";
import { servicesDelivered } from "../../../models/measures/services-delivered.ts";
import type { PublishedCell } from "../../../models/published.ts";
import type { SumFigureTable } from "../../../models/warehouse.ts";
import { sumsOf } from "../../../pipelines/protect/sums.ts";

const address = { measure: "services-delivered", series: "training" } as const;
const cell = (facts: Partial<PublishedCell> = {}) =>
  ({
    ...{ ...address, slice: "network", member: "network", period_kind: "all", period: "to-date" },
    ...{ part: "served", status: "shown", value: 40, ...facts },
  }) as PublishedCell;

/** Forty people with $123.45 each, in cents, unless said otherwise. */
const figure = (facts: Partial<SumFigureTable> = {}): SumFigureTable => ({
  ...{ ...address, sum: "dollars", without: null, people: 40 },
  ...{ amount: 493_800, largest: 12_345, second: 12_345, ...facts },
});
const withoutHub = (facts: Partial<SumFigureTable>) => figure({ without: "hub", ...facts });
const sums = (cells: readonly PublishedCell[], figures = [figure()]) =>
  sumsOf(figures, cells, [servicesDelivered], { threshold: 11, minimumDenominator: 20 });
const only = (figures: readonly SumFigureTable[], facts: Partial<PublishedCell> = {}, id = "dollars") =>
  sums([cell(facts)], [...figures]).find(({ sum }) => sum === id)!;

describe("a sum of a shown count", () => {
  test("is rounded to 100 dollars, and to 10 hours", () => {
    expect(only([figure()])).toMatchObject({ sum: "dollars", status: "shown", n: 40, value: 4900 });
    const hours = { sum: "hours", amount: 123_500, largest: 4000, second: 3000 };
    expect(only([figure(hours)], {}, "hours")).toMatchObject({ status: "shown", value: 1240 });
  });
  test("is not shown of one person fewer than the minimum", () => {
    expect(only([figure({ people: 19 })], { value: 19 })).toMatchObject({
      status: "too_few_to_rate",
      n: 19,
      value: null,
    });
    expect(only([figure({ people: 20 })], { value: 20 }).status).toBe("shown");
  });
  test("is not shown where fewer people than the minimum are behind a larger count", () => {
    expect([19, 20].map((people) => only([figure({ people })]).status)).toEqual(["withheld", "shown"]);
  });
  test("is not shown where two people make up all but a tenth of the largest amount", () => {
    const shares = { largest: 300_000, second: 163_800 };
    expect(only([figure(shares)]).status).toBe("shown");
    expect(only([figure({ ...shares, amount: 493_799 })])).toMatchObject({ status: "withheld", n: 40, value: null });
  });
  test("is not shown where a partner that takes its own off is left with few people", () => {
    const left = { amount: 123_450, people: 10 };
    expect([10, 11].map((people) => only([figure(), withoutHub({ ...left, people })]).status)).toEqual([
      "withheld",
      "shown",
    ]);
  });
  test("is not shown where two of the people a partner is left with make up most of it", () => {
    const left = { people: 12, largest: 100_000, second: 20_000 };
    expect(only([figure(), withoutHub({ ...left, amount: 130_000 })]).status).toBe("shown");
    expect(only([figure(), withoutHub({ ...left, amount: 129_999 })]).status).toBe("withheld");
  });
  test("is shown where it is one partner's alone, which is left with nobody", () => {
    expect(only([figure()]).status).toBe("shown");
  });
  test("is not shown where nobody was given anything", () => {
    expect(only([]).status).toBe("withheld");
  });
  test("stops the run when it is of more people than its count", () => {
    expect(() => only([figure({ people: 41 })])).toThrow("a sum of other people than its count");
  });
});

test.each(["withheld", "not_collected", "not_applicable"] as const)(
  "where the count is %s, so is the sum",
  (status) => {
    expect(only([figure()], { status, value: null })).toMatchObject({ status, n: null, value: null });
  },
);

test("there is none by partner, by year or beside another part", () => {
  const year = { period_kind: "year", period: "PY2025" } as const;
  expect(sums([cell({ slice: "partner", member: "hub" }), cell(year), cell({ part: "moves" })])).toEqual([]);
});
