import type { Measure } from "../measures/measure.ts";
import type { Population } from "../measures/population.ts";
import type { Cell } from "./cell.ts";
import { collectorsIn } from "./collectors.ts";
import { type Strand, strandsOf } from "./strand.ts";
import { daysOver, type Structure } from "./structure.ts";

type Place = Pick<Cell, "slice" | "member" | "period_kind" | "period">;

/** Whom of a population a strand counts in a unit and period: at which partners, and from how many days ago on. */
export interface Counted {
  partners: readonly string[];
  matured: number;
}

/** Says for a strand and a place at whom it counts. */
export type CountedAt = (strand: Strand, place: Place) => Counted;

/** At whom each strand counts in each unit, worked out once; in a period long over nobody is too recent to be counted. */
export function countedAt(structure: Structure): CountedAt {
  const known = new Map<string, readonly string[]>();
  return ({ measure, series }, { slice, member, period_kind, period }) => {
    const name = `${measure.id}/${series} ${slice} ${member}`;
    const partners = known.get(name) ?? collectorsIn(slice, member, measure.id, series, structure);
    known.set(name, partners);
    const matures = measure.maturesAfterDays ?? 0;
    return { partners, matured: daysOver(period_kind, period, structure) >= matures ? 0 : matures };
  };
}

/**
 * What names the one number that figures of a population have in all strands that count it alike; `counted` is the number itself where
 * closed periods may have made it several.
 */
export function sharedName(
  population: Population,
  { partners, matured }: Counted,
  place: Place,
  counted: number | undefined,
): string {
  const { slice, member, period_kind, period } = place;
  const at = `${population.id} ${matured} ${partners.join("+")} ${slice} ${member} ${period_kind} ${period}`;
  return counted === undefined ? at : `${at} = ${counted}`;
}

/** Parts of some measures by which they hang together, as `measure part`. */
export type Beside = ReadonlySet<string>;

/** True when a number is of a part by which measures hang together. */
export function isBeside(beside: Beside, { measure, part }: { measure: string; part: string }): boolean {
  return beside.has(`${measure} ${part}`);
}

/** Parts that count a whole population and what adds up with them, as far as the base of each measure: all that has to change in other strands when such a part does; none where there is but one strand. */
export function besideOf(measures: readonly Measure[]): Beside {
  if (strandsOf(measures).length < 2) return new Set();
  return new Set(measures.flatMap((measure) => partsBeside(measure).map((part) => `${measure.id} ${part}`)));
}

function partsBeside({ kind: { base, identities, parts } }: Measure): string[] {
  const beside = new Set(parts.flatMap(({ id, population }) => (population ? [id] : [])));
  for (let before = -1; before < beside.size; ) {
    before = beside.size;
    for (const { total, of } of identities) {
      const together = [total, ...of];
      if (together.some((part) => beside.has(part))) for (const part of together) if (part !== base) beside.add(part);
    }
  }
  return [...beside];
}

/**
 * The same measure without the given parts. Where nothing is shown of what strands share and of what adds up with it, the rest is
 * all there is to protect: whatever the other parts are, any larger number of people may have been in the population, so that every
 * part left out can be as large as one likes, and no strand says anything of another.
 */
export function withoutShared(measure: Measure, beside: Beside): Measure {
  const isLeft = (...parts: string[]) => parts.every((part) => !isBeside(beside, { measure: measure.id, part }));
  const { parts, identities, rates } = measure.kind;
  const kind = {
    ...measure.kind,
    parts: parts.filter(({ id }) => isLeft(id)),
    identities: identities.filter(({ total, of }) => isLeft(total, ...of)),
    rates: rates.filter(({ numerator, denominator }) => isLeft(numerator, denominator)),
  };
  return { ...measure, kind };
}
