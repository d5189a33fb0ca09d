import type { Measure } from "../../models/measures/measure.ts";
import type { PublishedCell } from "../../models/published.ts";
import type { SumFigureTable } from "../../models/warehouse.ts";
import { sumsOf } from "../../pipelines/protect/sums.ts";
import { chance } from "./chance.ts";

/** About what one person is given of a made-up service, in cents and hundredths of an hour. */
const EACH = { dollars: 18_000, hours: 450 } as const;

/** Made-up sums of the measures that have any, beside the counts of a made-up release; nobody recorded the cost of child care. */
export function sumRows(
  cells: readonly PublishedCell[],
  measures: readonly Measure[],
  { threshold, minimum_denominator }: { threshold: number; minimum_denominator: number },
) {
  const network = cells.filter(({ slice, period_kind }) => slice === "network" && period_kind === "all");
  const figures = network.flatMap(({ measure, series, part, value }) =>
    (measures.find(({ id }) => id === measure)?.sums ?? [])
      .filter(({ among, unit }) => among === part && !(series === "childcare" && unit === "dollars"))
      .map(({ id, unit }): SumFigureTable => {
        const each = Math.round(EACH[unit] * (0.5 + chance(measure, series, unit)));
        const people = value ?? 0;
        return { measure, series, sum: id, without: null, people, amount: people * each, largest: each, second: each };
      }),
  );
  return sumsOf(figures, cells, measures, { threshold, minimumDenominator: minimum_denominator });
}
