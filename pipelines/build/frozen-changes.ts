import type { Measure } from "../../models/measures/measure.ts";
import { type Door, quoteName, quoteText } from "../warehouse.ts";
import { keptMeasures, keptTable, placedUnitsSql } from "./placed-units.ts";

/** What a partner's files now say of closed quarters that was not counted there, in rows of one measure. */
export interface FrozenChange {
  measure: string;
  partner: string;
  /** Rows that came too late and are in the first open quarter, or wait for it. */
  late: number;
  /** Rows that the files have otherwise now, or not at all; they stay as a release counted them. */
  changed: number;
  gone: number;
}

/** The same for every measure that readers see by the quarter, where there is any. */
export async function frozenChanges(door: Door, measures: readonly Measure[]): Promise<FrozenChange[]> {
  const kept = await keptMeasures(door);
  const byQuarter = measures.filter(
    ({ id, shape }) => kept.has(id) && shape.some(({ periods }) => periods.includes("quarter")),
  );
  const changes: FrozenChange[] = [];
  for (const measure of byQuarter) changes.push(...(await changesOf(door, measure)));
  return changes;
}

async function changesOf(door: Door, measure: Measure): Promise<FrozenChange[]> {
  const columns = (await door.rows<{ column_name: string }>(`describe ${keptTable(measure.id)}`)).map(
    ({ column_name }) => quoteName(column_name),
  );
  await door.run(`create temp table sent as select ${columns.join(", ")} from (${placedUnitsSql(door, measure)})
    where partner_id in (select partner_id from counted_partner where measure = ${quoteText(measure.id)})`);
  const differs = columns.map((column) => `k.${column} is distinct from s.${column}`).join(" or ");
  const rows = await door.rows<FrozenChange>(`
    with compared as (
      select coalesce(k.partner_id, s.partner_id) as partner, k.unit_id is null and c.quarter is not null as late,
        k.unit_id is not null and s.unit_id is null as gone, k.unit_id is not null and s.unit_id is not null and (${differs}) as changed
      from ${keptTable(measure.id)} as k full outer join sent as s on s.unit_id = k.unit_id
      left join closed_quarter as c on c.measure = ${quoteText(measure.id)} and s.anchored_on between c.takes_from and c.ends_on)
    select ${quoteText(measure.id)} as measure, partner, count(*) filter (where late) as late,
      count(*) filter (where changed) as changed, count(*) filter (where gone) as gone
    from compared where late or changed or gone group by partner order by partner`);
  await door.run("drop table sent");
  return rows;
}
