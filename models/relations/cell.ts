import { type PeriodKind, periodKinds, type Slice } from "../figure-key.ts";
import type { Measure, MeasureKind, Part } from "../measures/measure.ts";
import type { FigureKey } from "../published.ts";
import { membersOf, periodsOf, type Structure } from "./structure.ts";

/**
 * What the reader gets of a cell: `printed` ones may be shown, `hidden` ones never are,
 * `overlap` is the never printed number of people counted in more than one unit,
 * `rest` that of people of a unit who are not in a smaller one: it is 0 or more, and nobody is hidden by hiding it;
 * `then` is a figure of an earlier release, shown or withheld for good.
 */
export type Role = "printed" | "hidden" | "overlap" | "rest" | "then";

/** One number of one measure: everything a relation can be about. */
export interface Cell extends FigureKey {
  part: string;
  role: Role;
  /** True for a number that is the same in several series; its series is the first of them. */
  shared?: boolean;
}

/** The address of a cell as one text, the same for two cells exactly when they are the same figure. */
export function addressOf(cell: FigureKey & { part: string }): string {
  return addressIn(cell.measure, cell);
}

/** The address of a place in a measure. */
export function addressIn(measure: string, place: Omit<FigureKey, "measure"> & { part: string }): string {
  const { series, slice, member, period_kind, period, part } = place;
  return `${measure}/${series} ${slice} ${member} ${period_kind} ${period} ${part}`;
}

/** Parts a measure makes for a slice and a length of period; none where its shape does not ask for that cut. */
export function partsOf(measure: Measure, slice: Slice, kind: PeriodKind): readonly Part[] {
  const shapes = measure.shape.filter((shape) => shape.slice === slice && shape.periods.includes(kind));
  if (shapes.length === 0) return [];
  const detailed = shapes.some((shape) => shape.detail);
  return measure.kind.parts.filter((part) => (detailed || !part.detail) && !part.notFor?.includes(slice));
}

/** Slices and lengths of period a measure is made for, each once, the longest periods of a slice first. */
export function cutsOf(measure: Measure): { slice: Slice; kind: PeriodKind }[] {
  const cuts = measure.shape.flatMap(({ slice, periods }) =>
    periodKinds.filter((kind) => periods.includes(kind)).map((kind) => ({ slice, kind })),
  );
  return cuts.filter((cut, at) => cuts.findIndex((c) => c.slice === cut.slice && c.kind === cut.kind) === at);
}

/** Every figure of one series of a measure, unit by unit and period by period. */
export function figureCells(measure: Measure, series: string, structure: Structure): Cell[] {
  return cutsOf(measure).flatMap(({ slice, kind }) =>
    membersOf(slice, structure).flatMap((member) =>
      periodsOf(kind, structure).flatMap((period) =>
        partsOf(measure, slice, kind).map(
          (part): Cell => ({
            measure: measure.id,
            series,
            slice,
            member,
            period_kind: kind,
            period,
            part: part.id,
            role: part.printed ? "printed" : "hidden",
          }),
        ),
      ),
    ),
  );
}

/** How central a part is to its measure: its base, the counts of its first rate, those of other rates, the rest, the detail. */
export function rankOf(part: string, kind: MeasureKind): 0 | 1 | 2 | 3 | 4 {
  const [first] = kind.rates;
  if (part === kind.base) return 0;
  if (first && (part === first.numerator || part === first.denominator)) return 1;
  if (kind.rates.some((rate) => part === rate.numerator || part === rate.denominator)) return 2;
  return kind.parts.some(({ id, detail }) => id === part && detail) ? 4 : 3;
}
