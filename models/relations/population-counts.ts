import type { Population } from "../measures/population.ts";
import { addressIn, type Cell, cutsOf, partsOf } from "./cell.ts";
import { type Counted, countedAt } from "./shared-cells.ts";
import { populationsOf, type Strand } from "./strand.ts";
import { membersOf, periodsOf, type Structure } from "./structure.ts";
import { find, type SystemDraft } from "./system-draft.ts";

/** A unit in a period. */
export type Place = Pick<Cell, "slice" | "member" | "period_kind" | "period">;

/** One strand's count of a population in one unit and period. */
export interface Count {
  strand: Strand;
  part: string;
  population: Population;
  /** False for a count of some of the population only. */
  isWhole: boolean;
  /** The same for counts that come to one number. */
  number: string;
  at: Counted;
}

/** Counts of one population in one unit and period, each number once. */
export interface CountsOfPopulation {
  place: Place;
  counts: readonly Count[];
}

/** What all strands count of each population, unit by unit and period by period. */
export function countsOfPopulations(draft: SystemDraft): CountsOfPopulation[] {
  const counted = countedAt(draft.structure);
  const populations = [...new Set(draft.strands.flatMap(({ measure }) => populationsOf(measure)))];
  return placesOf(draft).flatMap((place) => {
    const counts = distinct(
      draft.strands.flatMap((strand) => countsOf(strand, place, counted(strand, place), draft.structure)),
    );
    return populations.map((one) => ({ place, counts: counts.filter(({ population }) => population === one) }));
  });
}

/** The position of a count's cell, undefined when its measure does not make it. */
export const cellOf = (draft: SystemDraft, place: Place, { strand, part }: Count): number | undefined =>
  find(draft, strand.measure, { ...place, series: strand.series, part });

function placesOf({ strands, structure }: SystemDraft): Place[] {
  const cuts = strands.flatMap(({ measure }) => cutsOf(measure));
  const distinctCuts = [...new Map(cuts.map((cut) => [`${cut.slice} ${cut.kind}`, cut])).values()];
  return distinctCuts.flatMap(({ slice, kind }) =>
    membersOf(slice, structure).flatMap((member) =>
      periodsOf(kind, structure).map((period): Place => ({ slice, member, period_kind: kind, period })),
    ),
  );
}

function countsOf(strand: Strand, place: Place, at: Counted, { past }: Structure): Count[] {
  const { measure, series } = strand;
  const { slice, period_kind } = place;
  const now = (part: string) => past?.now.get(addressIn(measure.id, { ...place, series, part }));
  return partsOf(measure, slice, period_kind).flatMap(({ id: part, population, within }): Count[] => {
    const number = population
      ? `${population.id} ${at.matured} ${at.partners.join("+")} ${now(part) ?? ""}`
      : `${measure.id} ${series} ${part}`;
    const count = (of: Population | undefined) =>
      of ? [{ strand, part, population: of, isWhole: of === population, number, at }] : [];
    return [...count(population ?? within), ...count((population ?? within)?.within)];
  });
}

/** One count for each number. */
function distinct(counts: readonly Count[]): Count[] {
  return [...new Map(counts.map((count) => [`${count.number} of ${count.population.id}`, count])).values()];
}
