import { expect, test } from "vitest";
import { matrixMovement } from "../../../models/measures/matrix-movement.ts";
import { peopleServed } from "../../../models/measures/people-served.ts";
import type { FigureTable } from "../../../models/warehouse.ts";
import { markComebacks } from "../../../pipelines/protect/mark-comebacks.ts";

const figure = (measure: string, series: string, part: string, member: string, value: number): FigureTable => ({
  ...{ measure, series, part, slice: "program", member, period_kind: "all", period: "to-date" },
  ...{ value, people: null, reason: null },
});

test("a count of people is marked as being about the few who came back, and every other figure stays as it is", () => {
  const figures = [
    figure("people-served", "all", "people", "jobs", 304),
    figure("matrix-movement", "housing", "eligible", "jobs", 307),
    figure("people-served", "all", "people", "class", 304),
    figure("matrix-movement", "housing", "eligible", "class", 350),
  ];
  expect(markComebacks(figures, [peopleServed, matrixMovement], 11)).toEqual([
    { ...figures[0], people: 3 },
    ...figures.slice(1),
  ]);
});
