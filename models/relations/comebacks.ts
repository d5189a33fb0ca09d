import type { Slice } from "../figure-key.ts";
import type { Measure } from "../measures/measure.ts";
import { adultsByEntry, episodesByEntry, type Population } from "../measures/population.ts";
import type { FigureKey } from "../published.ts";

/** Who counts each person once, beside which a count of the same people's episodes tells how many came back. */
const ONCE = { measure: "people-served", part: "people" } as const;

/** Units that may serve adults alone: a whole network serves children too. */
const UNITS: readonly Slice[] = ["tier", "partner", "program"];

/** Populations that count every episode of a unit's people, or of its adults: where it serves adults alone, of all of them. */
const EVERY_EPISODE: readonly Population[] = [episodesByEntry, adultsByEntry];

type Count = FigureKey & { part: string };

const placeOf = ({ slice, member, period_kind, period }: FigureKey) => `${slice} ${member} ${period_kind} ${period}`;

/**
 * Positions of counts of people that are nearly a count of their episodes, each with how far they are apart: who knows that a unit
 * serves adults alone could say from both how many came back.
 */
export function comebacks(
  counts: readonly Count[],
  valueAt: (position: number) => number | null,
  measures: readonly Measure[],
  threshold: number,
): ReadonlyMap<number, number> {
  const everyEpisode = new Set(
    measures.flatMap(({ id, kind }) =>
      kind.parts.flatMap(({ id: part, population }) =>
        population && EVERY_EPISODE.includes(population) ? [`${id}/${part}`] : [],
      ),
    ),
  );
  const episodes = new Map<string, Set<number>>();
  counts.forEach((count, position) => {
    const value = valueAt(position);
    if (value === null || !everyEpisode.has(`${count.measure}/${count.part}`)) return;
    const place = placeOf(count);
    episodes.set(place, (episodes.get(place) ?? new Set()).add(value));
  });
  return new Map(
    counts.flatMap((count, position): [number, number][] => {
      const people = valueAt(position);
      if (count.measure !== ONCE.measure || count.part !== ONCE.part || people === null || people === 0) return [];
      if (!UNITS.includes(count.slice)) return [];
      const apart = [...(episodes.get(placeOf(count)) ?? [])].map((value) => Math.abs(value - people));
      const nearest = Math.min(...apart);
      return nearest < threshold ? [[position, nearest]] : [];
    }),
  );
}
