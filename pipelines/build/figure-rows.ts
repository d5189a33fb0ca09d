import type { FigureAddress } from "../../models/figure-address.ts";
import type { Measure, Part } from "../../models/measures/measure.ts";
import { type Door, quoteText } from "../warehouse.ts";
import { placedUnitsSql } from "./placed-units.ts";
import { columnOf, unitRows } from "./unit-rows.ts";

/** SQL for the rows that one figure counts: those of its measure in its series, unit and period for which its part is true. */
export function figureRowsSql(
  door: Pick<Door, "kysely">,
  measure: Measure,
  at: FigureAddress,
  part: Part,
  kept: ReadonlySet<string> = new Set(),
): string {
  const period = at.period_kind === "all" ? [] : [`${at.period_kind} = ${quoteText(at.period)}`];
  const member = columnOf(at.slice).map((column) => `${column} = ${quoteText(at.member)}`);
  const where = [`series = ${quoteText(at.series)}`, ...member, ...period, `(${part.when})`].join("\n    and ");
  return `with unit as (${placedUnitsSql(door, measure, kept)})
  select * from (${unitRows(measure, at.slice)})
  where ${where}`;
}
