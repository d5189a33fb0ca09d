import { expect, test } from "vitest";
import { readFigureRequest } from "../../../dashboards/figure-request.ts";
import { costPerOutcome } from "../../../dashboards/figures/cost-per-outcome.ts";
import { sums } from "../../../dashboards/figures/sums.ts";
import { lookUp } from "../../../dashboards/lookup.ts";
import { amountWords, averageWords, dollarsEach } from "../../../dashboards/sentences/amounts.ts";
import type { Publication } from "../../../models/published.ts";
import { samplePublication } from "../../support/publication.ts";

const publication = samplePublication();

/** The release with these dollars of a type of service each, and none shown of the others. */
function withDollars(dollars: Readonly<Record<string, number>>): Publication {
  const sum = publication.sum.map((row) => {
    const value = row.sum === "dollars" ? (dollars[row.series] ?? null) : row.value;
    return value === null
      ? { ...row, status: "withheld" as const, value }
      : { ...row, status: "shown" as const, value };
  });
  return { ...publication, sum };
}

const request = (rate: string) =>
  readFigureRequest(`id: money\nchart: sums\nmeasure: services-delivered\nrate: ${rate}`, {});

test("dollars are whole, hours have tenths on average, and a range of people makes a range of dollars", () => {
  expect([amountWords(390_800, "dollars"), amountWords(17_810, "hours")]).toEqual(["$390,800", "17,810 hours"]);
  expect([averageWords(1000, 3, "dollars"), averageWords(100, 8, "hours")]).toEqual(["$333", "12.5 hours"]);
  expect(dollarsEach(1000, { low: 10, high: 20 })).toBe("$50 to $100");
  expect(dollarsEach(1000, { low: 20, high: 20 })).toBe("$50");
  expect(dollarsEach(1000, { low: null, high: 20 })).toBe("$50");
});

test("a sum stands beside its people and their average, and a withheld one says so", () => {
  const { table, headline } = sums(request("dollars"), lookUp(withDollars({ training: 170_400, coaching: 85_200 })));
  const rows = table.rows.map(({ name, cells }) => [name, ...cells.map(({ words }) => words)]);
  expect(rows).toContainEqual(["Training or class", "1,704", "$170,400", "$100"]);
  expect(rows).toContainEqual(["Financial assistance", "1,704", "withheld", "withheld"]);
  expect(headline).toBe("Direct cost: the most of those shown is $170,400, in training or class");
});

test("a sum that a measure does not have cannot be asked for", () => {
  expect(() => sums(request("euros"), lookUp(publication))).toThrow("no sum of services-delivered: euros");
});

test("the cost of an outcome is the dollars that are shown over a shown count of people", () => {
  const from = withDollars({ training: 600_000, coaching: 33_000 });
  const { table, summary } = costPerOutcome(request("dollars"), lookUp(from));
  const placed = from.cell.find(
    (cell) => cell.part === "placed" && cell.slice === "network" && cell.measure === "job-placement",
  );
  expect(placed?.value).toBe(633);
  const rows = table.rows.map(({ name, cells }) => [name, ...cells.map(({ words }) => words)]);
  expect(rows).toContainEqual(["Person placed in a job", "633", "$1,000"]);
  expect(summary[0]).toBe("The dollars are those of 2 of 7 types of service: Coaching and Training or class.");
});

test("an outcome of fewer people than the minimum has no cost, and a withheld one is withheld", () => {
  const from = withDollars({ training: 600_000 });
  const few = (value: number | null) => ({
    ...from,
    cell: from.cell.map((cell) =>
      cell.part === "placed" ? { ...cell, value, status: value === null ? ("withheld" as const) : cell.status } : cell,
    ),
  });
  const placed = (value: number | null) =>
    costPerOutcome(request("dollars"), lookUp(few(value))).table.rows[1]!.cells.map(({ words }) => words);
  expect(placed(from.release[0]!.minimum_denominator - 1)).toEqual(["", "too few to rate"]);
  expect(placed(null)).toEqual(["", "withheld"]);
});

test("without any dollars shown there is no cost of anything", () => {
  const { instead } = costPerOutcome(request("dollars"), lookUp(withDollars({})));
  expect(instead).toBe("Direct cost per person and per outcome: no sum of dollars can be shown");
});
