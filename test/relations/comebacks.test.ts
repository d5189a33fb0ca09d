import { expect, test } from "vitest";
import { matrixMovement } from "../../models/measures/matrix-movement.ts";
import { newAndContinuing } from "../../models/measures/new-and-continuing.ts";
import { peopleServed } from "../../models/measures/people-served.ts";
import type { FigureKey } from "../../models/published.ts";
import { comebacks } from "../../models/relations/comebacks.ts";

type Count = FigureKey & { part: string };
const key = { series: "all", slice: "program", member: "jobs", period_kind: "all", period: "to-date" } as const;
const served: Count = { ...key, measure: "people-served", part: "people" };
const episodes: Count = { ...key, measure: "matrix-movement", series: "housing", part: "eligible" };
const measures = [peopleServed, matrixMovement, newAndContinuing];

const found = (...counts: readonly (readonly [Count, number | null])[]) => [
  ...comebacks(
    counts.map(([count]) => count),
    (at) => counts[at]![1],
    measures,
    11,
  ),
];

test("700 people beside 710 episodes of them tell that ten came back, and 711 do not say it of few", () => {
  expect(found([served, 700], [episodes, 710])).toEqual([[0, 10]]);
  expect(found([served, 700], [episodes, 711])).toEqual([]);
});

test("one episode fewer than people is as near: one of them is a child", () => {
  expect(found([served, 366], [episodes, 365])).toEqual([[0, 1]]);
});

test("another unit, another period, a count that is not of every episode, and a withheld one say nothing", () => {
  const elsewhere: Count = { ...episodes, member: "class" };
  const before: Count = { ...episodes, period_kind: "year", period: "PY2024" };
  const improved: Count = { ...episodes, part: "improved" };
  expect(found([served, 700], [elsewhere, 705], [before, 705], [improved, 705])).toEqual([]);
  expect(found([served, 700], [episodes, null])).toEqual([]);
  const network = { slice: "network", member: "network" } as const;
  expect(found([{ ...served, ...network }, 700], [{ ...episodes, ...network }, 705])).toEqual([]);
  expect(found([served, null], [episodes, 705])).toEqual([]);
});
