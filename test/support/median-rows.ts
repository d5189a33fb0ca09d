import type { Measure } from "../../models/measures/measure.ts";
import type { PublishedCell, PublishedMedian } from "../../models/published.ts";
import type { MedianFigureTable } from "../../models/warehouse.ts";
import { mediansOf } from "../../pipelines/protect/medians.ts";
import { chance } from "./chance.ts";

/** About where the medians of a made-up release lie, and how wide an interval of 100 people is, in cents. */
const AMOUNTS = { "dollars a quarter": [420_000, 90_000], "dollars an hour": [120, 160] } as const;

/** Made-up medians of the measures that have any, beside the counts of a made-up release. */
export function medianRows(cells: readonly PublishedCell[], measures: readonly Measure[], minimum: number) {
  const toDate = cells.filter(
    ({ slice, period_kind }) => period_kind === "all" && (slice === "network" || slice === "partner"),
  );
  const figures = toDate.flatMap((cell) =>
    (measures.find(({ id }) => id === cell.measure)?.medians ?? [])
      .filter(({ among }) => among === cell.part)
      .map(({ id, unit }): MedianFigureTable => {
        const { measure, series, slice, member, value: n } = cell;
        const [usual, width] = AMOUNTS[unit];
        const value = Math.round(usual * (0.9 + 0.2 * chance(measure, member)));
        const half = (width * 5) / Math.sqrt(n ?? 100);
        const key = { measure, series, slice: slice as "network" | "partner", member, median: id };
        return { ...key, people: n ?? 0, value, low: value - half, high: value + half };
      }),
  );
  return mediansOf(figures, cells, measures, { minimumDenominator: minimum, width: 10 }) satisfies PublishedMedian[];
}
