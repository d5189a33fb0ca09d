import type { Measure } from "../../models/measures/measure.ts";
import type { PublishedCell } from "../../models/published.ts";
import { addressOf } from "../../models/relations/cell.ts";
import type { Past } from "../../models/relations/past.ts";
import { besideOf, isBeside } from "../../models/relations/shared-cells.ts";
import { connected } from "../../models/relations/strand.ts";
import type { FigureTable } from "../../models/warehouse.ts";
import { publishable } from "./publishable.ts";
import { isSparse } from "./thin-cuts.ts";

/** Figures that are withheld whole before anything else, by measure; none of a measure that is not in it. */
export type LeftOut = ReadonlyMap<string, readonly FigureTable[]>;

/**
 * Withholds the parts that measures and their series have in common, and what adds up with them, where most of these counts are
 * small: what is left of them would tie everything together for little.
 */
export function leaveOutShared(
  figures: readonly FigureTable[],
  measures: readonly Measure[],
  threshold: number,
  past: Past | null = null,
): LeftOut {
  // What a release has shown of them stays, and so does what it tells of the others.
  const wasShown = (figure: FigureTable) => past?.printed.has(addressOf(figure)) ?? false;
  return new Map(connected(measures).flatMap((together) => leftOutOf(together, figures, threshold, wasShown)));
}

function leftOutOf(
  together: readonly Measure[],
  figures: readonly FigureTable[],
  threshold: number,
  wasShown: (figure: FigureTable) => boolean,
): [string, FigureTable[]][] {
  const beside = besideOf(together);
  const own = figures.filter((figure) => isBeside(beside, figure));
  if (own.some(wasShown)) return [];
  const shared = new Set(
    together.flatMap(({ id, kind }) =>
      kind.parts.flatMap(({ id: part, population, printed }) => (population && printed ? [`${id} ${part}`] : [])),
    ),
  );
  const counts = own.filter(
    ({ measure, part, value, reason }) => shared.has(`${measure} ${part}`) && value > 0 && reason === null,
  );
  const large = counts.filter(({ value }) => value >= threshold);
  if (!isSparse(large.length, counts.length)) return [];
  return together.map(({ id }) => [id, own.filter(({ measure }) => measure === id)]);
}

/** The publishable cells of figures that are left out: none has a number. */
export function cellsLeftOut(leftOut: LeftOut, measures: readonly Measure[]): PublishedCell[] {
  return measures.flatMap(({ id, kind }) => {
    const printed = new Set(kind.parts.flatMap((part) => (part.printed ? [part.id] : [])));
    return (leftOut.get(id) ?? []).flatMap(({ value: _, reason, ...figure }) =>
      printed.has(figure.part)
        ? [publishable<PublishedCell>({ ...figure, status: reason ?? "withheld", value: null })]
        : [],
    );
  });
}
