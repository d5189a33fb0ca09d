import type { Measure } from "../../models/measures/measure.ts";
import type { Publication } from "../../models/published.ts";
import { addressOf } from "../../models/relations/cell.ts";
import { comebacks } from "../../models/relations/comebacks.ts";
import { type Failure, failureAt } from "./failure.ts";

/** Printed counts of people beside whose printed episodes they tell how few came back. */
export function checkComebacks({ cell }: Publication, measures: readonly Measure[], threshold: number): Failure[] {
  const few = comebacks(cell, (at) => cell[at]!.value, measures, threshold);
  return [...few.keys()].map((at) => failureAt(addressOf(cell[at]!), "narrow"));
}
