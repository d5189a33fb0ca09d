import type { Measure } from "../../models/measures/measure.ts";
import type { PublishedCell } from "../../models/published.ts";
import { addressOf, figureCells } from "../../models/relations/cell.ts";
import type { Structure } from "../../models/relations/structure.ts";
import type { FigureTable } from "../../models/warehouse.ts";

/** Figures of every series by `member period part`, before it the series unless that is `all`; what is not named is an error. */
export function figuresFrom(
  measure: Measure,
  structure: Structure,
  values: Readonly<Record<string, number | FigureTable["reason"]>>,
): FigureTable[] {
  const cells = measure.series.flatMap(({ id }) => figureCells(measure, id, structure));
  return cells.map(({ role: _, ...cell }) => {
    const given = values[nameOf(cell)];
    if (given === undefined) throw new Error(`no value for ${addressOf(cell)}`);
    return typeof given === "number"
      ? { ...cell, value: given, people: null, reason: null }
      : { ...cell, value: 0, people: null, reason: given };
  });
}

/** `member period part`, before it the series unless that is `all`. */
export function nameOf({ series, member, period, part }: Pick<PublishedCell, "series" | "member" | "period" | "part">) {
  return `${series === "all" ? "" : `${series} `}${member} ${period} ${part}`;
}

/** What is printed, by `member period part`: a number, or the status that stands for it. */
export function printedOf(cells: readonly PublishedCell[]): Record<string, number | string> {
  return Object.fromEntries(cells.map((cell) => [nameOf(cell), cell.value ?? cell.status]));
}
