import type { Measure } from "../../models/measures/measure.ts";
import type { PublishedCell } from "../../models/published.ts";
import { partsBeside } from "../../models/relations/shared-cells.ts";
import type { FigureTable } from "../../models/warehouse.ts";
import { publishable } from "./publishable.ts";
import { isSparse } from "./thin-cuts.ts";

/** Figures that are withheld whole before anything else, by measure; none of a measure that is not in it. */
export type LeftOut = ReadonlyMap<string, readonly FigureTable[]>;

/**
 * Withholds the parts that series share, and what adds up with them, in measures where most of these counts are small: what is
 * left of them would tie all series together for little.
 */
export function leaveOutShared(
  figures: readonly FigureTable[],
  measures: readonly Measure[],
  threshold: number,
): LeftOut {
  return new Map(
    measures.flatMap((measure): [string, FigureTable[]][] => {
      const beside = partsBeside(measure);
      const own = figures.filter(({ measure: id, part }) => id === measure.id && beside.has(part));
      const shared = new Set(measure.kind.parts.flatMap((part) => (part.shared && part.printed ? [part.id] : [])));
      const counts = own.filter(({ part, value, reason }) => shared.has(part) && value > 0 && reason === null);
      const large = counts.filter(({ value }) => value >= threshold);
      return isSparse(large.length, counts.length) ? [[measure.id, own]] : [];
    }),
  );
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
