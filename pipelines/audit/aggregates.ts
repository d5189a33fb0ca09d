import { publicationAlone } from "../../models/aggregate/alone.ts";
import { countable } from "../../models/aggregate/countable.ts";
import type { Measure } from "../../models/measures/measure.ts";
import type { Publication } from "../../models/published.ts";

/** Each agency's own totals as a publication of their own, with the measures they are of: nothing ties them to anybody else's. */
export function alonePublications(
  { aggregate_cell, release, period }: Publication,
  measures: readonly Measure[],
): { alone: Publication; own: Measure[] }[] {
  if (aggregate_cell.length === 0) return [];
  const starts = Number(period.find(({ period_kind }) => period_kind === "year")?.starts_on.slice(5, 7) ?? 1);
  const agencies = Map.groupBy(aggregate_cell, ({ partner_id }) => partner_id);
  return [...agencies.values()].map((cells) => ({
    alone: publicationAlone(cells, release[0]!, starts),
    own: measures
      .filter(({ id }) => cells.some(({ measure }) => measure === id))
      .flatMap((one) => countable(one) ?? []),
  }));
}
