import { type Count, cellOf, countsOfPopulations, type Place } from "./population-counts.ts";
import { addUnprinted, type SystemDraft } from "./system-draft.ts";

/**
 * Where everybody of a population is counted in at least one series of a measure, the series together are more than the population
 * by those who are in several: adds by how many, which is a number that anybody can work out.
 */
export function addOverSeries(draft: SystemDraft): void {
  for (const { place, counts } of countsOfPopulations(draft)) {
    const whole = counts.filter(({ isWhole }) => isWhole);
    const somewhere = counts.filter((count) => coversInSeries(count) && count.at.partners.length > 0);
    const byMeasure = Map.groupBy(somewhere, ({ strand, part }) => `${strand.measure.id} ${part}`);
    for (const series of byMeasure.values()) {
      const own = whole.find((count) => takesInTheSame(count, series));
      if (own && series.length > 1) addRepeats(draft, place, own, series);
    }
  }
}

/** True for a count of the very population that is counted whole over the series; of a larger one it is only some. */
function coversInSeries({ strand, part, population }: Count): boolean {
  const { everybodySomewhere, within } = strand.measure.kind.parts.find(({ id }) => id === part)!;
  return everybodySomewhere === true && within === population;
}

/** True when a count and some series together are of the same partners, and wait as long. */
function takesInTheSame({ at }: Count, series: readonly Count[]): boolean {
  const partners = new Set(series.flatMap((one) => one.at.partners));
  const isSame = partners.size === at.partners.length && at.partners.every((partner) => partners.has(partner));
  return isSame && series.every((one) => one.at.matured === at.matured);
}

function addRepeats(draft: SystemDraft, place: Place, whole: Count, series: readonly Count[]): void {
  const [total, of] = [cellOf(draft, place, whole), series.flatMap((count) => cellOf(draft, place, count) ?? [])];
  if (total === undefined || of.length < series.length) return;
  const { measure, series: own } = whole.strand;
  const [{ strand, part }] = series as [Count];
  const repeats = `${part} of ${strand.measure.id} in more than one series`;
  const excess = addUnprinted(draft, measure, { ...place, series: own, part: repeats }, "overlap", true);
  const says = `${part} of ${strand.measure.id} over all series in ${place.slice} ${place.member}, ${place.period}`;
  draft.relations.push({ says, totals: [total, excess], of, owners: null, spansPartners: false });
}
