import type { Measure } from "../measures/measure.ts";
import { type Cell, cutsOf } from "./cell.ts";
import { collectorsIn } from "./collectors.ts";
import { membersOf, type Structure } from "./structure.ts";

/** What names the one number that figures of a shared part have in all series, null for figures of other parts. */
export type SharedName = (
  cell: Pick<Cell, "series" | "slice" | "member" | "period_kind" | "period" | "part">,
) => string | null;

/** Names the shared cells of a measure: series have one number where the same partners collect them, for they ask the same people. */
export function sharedNames(measure: Measure, structure: Structure): SharedName {
  const parts = new Set(sharedParts(measure));
  const groups = new Map<string, string>();
  for (const { slice } of parts.size > 0 ? cutsOf(measure) : []) {
    for (const member of membersOf(slice, structure)) {
      for (const { id } of measure.series) {
        groups.set(`${id} ${slice} ${member}`, collectorsIn(slice, member, measure.id, id, structure).join("+"));
      }
    }
  }
  return ({ series, slice, member, period_kind, period, part }) => {
    const group = parts.has(part) ? groups.get(`${series} ${slice} ${member}`) : undefined;
    return group !== undefined ? `${group} ${slice} ${member} ${period_kind} ${period} ${part}` : null;
  };
}

/** Parts that have one number in several series; none where there is but one series. */
export function sharedParts({ kind, series }: Measure): string[] {
  return series.length < 2 ? [] : kind.parts.flatMap(({ id, shared }) => (shared ? [id] : []));
}
