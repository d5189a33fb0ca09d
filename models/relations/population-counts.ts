import type { Population } from "../measures/population.ts";
import { type Cell, cutsOf, partsOf } from "./cell.ts";
import { type Counted, countedAt } from "./shared-cells.ts";
import { populationsOf, type Strand } from "./strand.ts";
import { membersOf, periodsOf } from "./structure.ts";
import type { SystemDraft } from "./system-draft.ts";

/** A unit in a period. */
export type Place = Pick<Cell, "slice" | "member" | "period_kind" | "period">;

/** One strand's count of a population in one unit and period. */
export interface Count {
  strand: Strand;
  part: string;
  population: Population;
  /** False for a count of some of the population only. */
  isWhole: boolean;
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
    const counts = distinct(draft.strands.flatMap((strand) => countsOf(strand, place, counted(strand, place))));
    return populations.map((one) => ({ place, counts: counts.filter(({ population }) => population === one) }));
  });
}

function placesOf({ strands, structure }: SystemDraft): Place[] {
  const cuts = strands.flatMap(({ measure }) => cutsOf(measure));
  const distinctCuts = [...new Map(cuts.map((cut) => [`${cut.slice} ${cut.kind}`, cut])).values()];
  return distinctCuts.flatMap(({ slice, kind }) =>
    membersOf(slice, structure).flatMap((member) =>
      periodsOf(kind, structure).map((period): Place => ({ slice, member, period_kind: kind, period })),
    ),
  );
}

function countsOf(strand: Strand, { slice, period_kind }: Place, at: Counted): Count[] {
  return partsOf(strand.measure, slice, period_kind).flatMap(({ id: part, population, within }): Count[] => {
    if (population) return [{ strand, part, population, isWhole: true, at }];
    return within ? [{ strand, part, population: within, isWhole: false, at }] : [];
  });
}

/** One count for each number that counts of populations come to, and every count of some of one. */
function distinct(counts: readonly Count[]): Count[] {
  const nameOf = ({ strand, part, population, isWhole, at }: Count) =>
    isWhole
      ? `${population.id} ${at.matured} ${at.partners.join("+")}`
      : `${strand.measure.id} ${strand.series} ${part}`;
  return [...new Map(counts.map((count) => [nameOf(count), count])).values()];
}
