import type { Measure } from "../measures/measure.ts";
import type { Population } from "../measures/population.ts";

/** One series of one measure. */
export interface Strand {
  measure: Measure;
  series: string;
}

/** Every series of some measures, in their order. */
export function strandsOf(measures: readonly Measure[]): Strand[] {
  return measures.flatMap((measure) => measure.series.map(({ id }) => ({ measure, series: id })));
}

/** `measure/series` of some strands, for messages. */
export function nameOf(strands: readonly Strand[]): string {
  return strands.map(({ measure, series }) => `${measure.id}/${series}`).join("+");
}

/** Populations that a measure counts, whole or in part, and those they are within. */
export function populationsOf({ kind }: Measure): Population[] {
  const counted = kind.parts.flatMap(({ population, within }) => population ?? within ?? []);
  return [...new Set(counted.flatMap((one) => [one, one.within ?? [], one.toDateWithin ?? []].flat()))];
}

/** Measures in groups that count a population in common, directly or through others. */
export function connected(measures: readonly Measure[]): Measure[][] {
  const groups: { measures: Measure[]; populations: Set<Population> }[] = [];
  for (const measure of measures) {
    const populations = populationsOf(measure);
    const touching = groups.filter((group) => populations.some((one) => group.populations.has(one)));
    const joined = {
      measures: [...touching.flatMap((group) => group.measures), measure],
      populations: new Set([...touching.flatMap((group) => [...group.populations]), ...populations]),
    };
    for (const one of touching) groups.splice(groups.indexOf(one), 1);
    groups.push(joined);
  }
  return groups.map((group) => group.measures);
}
