import type { Measure } from "../../models/measures/measure.ts";
import type { PublishedCell } from "../../models/published.ts";
import { addressOf, figureCells } from "../../models/relations/cell.ts";
import type { Structure } from "../../models/relations/structure.ts";
import type { FigureTable } from "../../models/warehouse.ts";

/** Figures of the series `all` by `member period part`; what is not named is an error. */
export function figuresFrom(
  measure: Measure,
  structure: Structure,
  values: Readonly<Record<string, number | FigureTable["reason"]>>,
): FigureTable[] {
  return figureCells(measure, "all", structure).map(({ role: _, ...cell }) => {
    const given = values[`${cell.member} ${cell.period} ${cell.part}`];
    if (given === undefined) throw new Error(`no value for ${addressOf(cell)}`);
    return typeof given === "number" ? { ...cell, value: given, reason: null } : { ...cell, value: 0, reason: given };
  });
}

/** What is printed, by `member period part`: a number, or the status that stands for it. */
export function printedOf(cells: readonly PublishedCell[]): Record<string, number | string> {
  return Object.fromEntries(
    cells.map(({ member, period, part, value, status }) => [`${member} ${period} ${part}`, value ?? status]),
  );
}
