import { expect, test } from "vitest";
import { likeness } from "../../../pipelines/map/name-likeness.ts";

test.each([
  ["Start Date", ["start date"], 1],
  ["START_DT", ["start date"], 1],
  ["clientToken", ["client"], 0.96],
  ["Fecha de Ingreso", ["fecha de ingreso"], 1],
  ["Enrolment", ["enrollment"], 0.8],
  ["Shelf", ["client", "start date"], 0],
  ["", ["client"], 0],
])("%s is like %j by %d", (column, names, like) => {
  expect(likeness(column, names)).toBeCloseTo(like, 2);
});

test("a name within a longer one is less like it the more else it says", () => {
  const [near, far] = [
    likeness("Program Start Date", ["start date"]),
    likeness("Date the program was to start", ["start date"]),
  ];
  expect(near).toBeGreaterThan(far);
  expect(near).toBeLessThan(0.9);
});
