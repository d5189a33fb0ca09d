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

/** Shared parts and what adds up with them, as far as the base: all that has to change in other series when a shared part does. */
export function partsBeside(measure: Measure): Set<string> {
  const { base, identities } = measure.kind;
  const beside = new Set(sharedParts(measure));
  for (let before = -1; before < beside.size; ) {
    before = beside.size;
    for (const { total, of } of identities) {
      const parts = [total, ...of];
      if (parts.some((part) => beside.has(part))) for (const part of parts) if (part !== base) beside.add(part);
    }
  }
  return beside;
}

/**
 * The same measure without its shared parts and what adds up with them. Where nothing of these is shown this is all there is to
 * protect: whatever the other parts are, any larger number of people may have been in the cohort, so that every part left out
 * can be as large as one likes, and no series says anything of another.
 */
export function withoutShared(measure: Measure): Measure {
  const beside = partsBeside(measure);
  const isLeft = (...parts: string[]) => parts.every((part) => !beside.has(part));
  const { parts, identities, rates } = measure.kind;
  const kind = {
    ...measure.kind,
    parts: parts.filter(({ id }) => isLeft(id)),
    identities: identities.filter(({ total, of }) => isLeft(total, ...of)),
    rates: rates.filter(({ numerator, denominator }) => isLeft(numerator, denominator)),
  };
  return { ...measure, kind };
}
