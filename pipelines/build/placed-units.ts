import { groupSlices } from "../../models/figure-key.ts";
import type { Measure } from "../../models/measures/measure.ts";
import { type Door, quoteName, quoteText } from "../warehouse.ts";
import { unitsSql } from "./units.ts";

/** The schema of what the last release counted in periods that are closed, a table for each measure. */
export const KEPT = "kept";

/** The table of a measure in it. */
export const keptTable = (measure: string) => `${KEPT}.${quoteName(measure)}`;

/** Measures of which a release kept what it counted. */
export async function keptMeasures(door: Door): Promise<ReadonlySet<string>> {
  const tables = await door.rows<{ name: string }>(
    `select table_name as name from information_schema.tables where table_schema = ${quoteText(KEPT)}`,
  );
  return new Set(tables.map(({ name }) => name));
}

/**
 * SQL for the rows a measure counts, each with its tier, its quarter and program year, and the groups its person is in. In periods that
 * a release closed these are the rows that it counted, whatever became of them since; a row that would be new there is in the first
 * quarter that is open.
 */
export function placedUnitsSql(
  door: Pick<Door, "kysely">,
  measure: Measure,
  kept: ReadonlySet<string> = new Set(),
): string {
  const units = unitsSql(door, measure);
  if (!kept.has(measure.id)) return placed(units);
  return `select * from ${keptTable(measure.id)}
    union all by name ${placed(openedSql(units, measure))}`;
}

/** SQL for rows with their tier, quarter, program year and groups. */
export const placed = (units: string): string =>
  `select u.*, g.tier, q.quarter, q.year, ${groupSlices.map((slice) => `p.${slice}`).join(", ")} from (${units}) as u
    join program as g on g.program_id = u.program_id
    join person_group as p on p.person_key = u.person_key
    join quarter as q on u.anchored_on between q.starts_on and q.ends_on`;

/** Rows that no release counted in a closed period, those that come too late for theirs moved to the first day that is open. */
function openedSql(units: string, { id, maturesAfterDays = 0 }: Measure): string {
  const closed = `select * from closed_quarter where measure = ${quoteText(id)}`;
  return `select moved.* from (
      select u.* replace (case when c.quarter is null then cast(u.anchored_on as date) else o.opens_on end as anchored_on)
      from (${units}) as u
      cross join (select max(ends_on) + 1 as opens_on from (${closed})) as o
      left join (${closed}) as c on cast(u.anchored_on as date) between c.takes_from and c.ends_on
      where u.unit_id not in (select unit_id from ${keptTable(id)})) as moved
    join run_day as d on moved.anchored_on + ${maturesAfterDays} <= d.as_of`;
}
