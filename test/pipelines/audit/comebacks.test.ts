import { expect, test } from "vitest";
import { matrixMovement } from "../../../models/measures/matrix-movement.ts";
import { peopleServed } from "../../../models/measures/people-served.ts";
import type { Publication, PublishedCell } from "../../../models/published.ts";
import { checkComebacks } from "../../../pipelines/audit/comebacks.ts";

const cell = (measure: string, series: string, part: string, value: number | null) =>
  ({
    ...{ measure, series, part, slice: "program", member: "jobs", period_kind: "all", period: "to-date" },
    ...{ value, status: value === null ? "withheld" : "shown" },
  }) as PublishedCell;

const check = (...cells: PublishedCell[]) =>
  checkComebacks({ cell: cells } as unknown as Publication, [peopleServed, matrixMovement], 11).map(
    ({ address }) => address,
  );

test("people printed beside nearly as many episodes of them are found, and withheld ones are not", () => {
  const episodes = cell("matrix-movement", "housing", "eligible", 710);
  expect(check(cell("people-served", "all", "people", 700), episodes)).toEqual([
    "people-served/all program jobs all to-date people",
  ]);
  expect(check(cell("people-served", "all", "people", null), episodes)).toEqual([]);
});
