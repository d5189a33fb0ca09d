import type { Measure } from "../../models/measures/measure.ts";
import type { PublishedCell } from "../../models/published.ts";
import { addressOf } from "../../models/relations/cell.ts";
import { type Failure, failureAt } from "./failure.ts";

/**
 * What one series gives away of another: a part that counts the same people in every series must be printed in all or in none of
 * those with the same collectors, and where the collectors differ, what they differ by must not be few people.
 */
export function checkSameInEverySeries(
  cells: readonly PublishedCell[],
  measures: readonly Measure[],
  threshold: number,
): Failure[] {
  const shared = new Set(
    measures.flatMap(({ id, kind }) => kind.parts.filter((part) => part.shared).map((part) => `${id} ${part.id}`)),
  );
  const places = Map.groupBy(
    cells.filter(
      ({ measure, part, status }) => shared.has(`${measure} ${part}`) && (status === "shown" || status === "withheld"),
    ),
    ({ measure, part, slice, member, period }) => [measure, part, slice, member, period].join(" "),
  );
  return [...places.values()].flatMap((same) => {
    const values = [...new Set(same.flatMap(({ value }) => (value === null ? [] : [value])))].sort((a, b) => a - b);
    const close = values.some((value, index) => index > 0 && value - values[index - 1]! < threshold);
    const mixed = values.length > 0 && same.some(({ status }) => status === "withheld");
    return close || mixed ? [failureAt(addressOf(same[0]!), "narrow")] : [];
  });
}
