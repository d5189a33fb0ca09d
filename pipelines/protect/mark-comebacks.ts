import type { Measure } from "../../models/measures/measure.ts";
import { comebacks } from "../../models/relations/comebacks.ts";
import type { FigureTable } from "../../models/warehouse.ts";

/** The figures, those of people beside whose episodes they would tell how few came back marked as being about so few. */
export function markComebacks(
  figures: readonly FigureTable[],
  measures: readonly Measure[],
  threshold: number,
): FigureTable[] {
  const few = comebacks(figures, (at) => figures[at]!.value, measures, threshold);
  return figures.map((figure, at) => (few.has(at) ? { ...figure, people: few.get(at)! } : figure));
}
