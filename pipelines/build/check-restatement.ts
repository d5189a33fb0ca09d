import { existsSync } from "node:fs";
import path from "node:path";
import type { Measure } from "../../models/measures/measure.ts";
import { closedPeriods, type Past } from "../kept.ts";
import { type Door, quoteName, quoteText } from "../warehouse.ts";
import { keptMeasures, placedUnitsSql } from "./placed-units.ts";

/** The units that a record is counted in, by the column that names them. */
const UNITS = { network: "null", tier: "tier", partner: "partner_id", program: "program_id" } as const;

/**
 * Throws, naming the units and never how many, when counting closed quarters again would change something for fewer records of a unit
 * than the threshold asks for: whoever has both releases would know whose they are. None at all is as good as enough.
 */
export async function checkRestatement(
  door: Door,
  past: Past,
  measures: readonly Measure[],
  threshold: number,
): Promise<void> {
  const kept = await keptMeasures(door);
  const few: string[] = [];
  for (const measure of measures) few.push(...(await unitsOfFew(door, past, measure, kept, threshold)));
  if (few.length === 0) return;
  const shown = few.slice(0, 5).join("; ");
  const more = few.length > 5 ? `; and ${few.length - 5} more` : "";
  throw new Error(
    `${past.restated.join(", ")} cannot be counted again: it would change something for some records and for too few to hide them: ${shown}${more}. Wait until there are more corrections, or none`,
  );
}

async function unitsOfFew(
  door: Door,
  past: Past,
  measure: Measure,
  kept: ReadonlySet<string>,
  threshold: number,
): Promise<string[]> {
  const before = closedPeriods({ kept: past.kept, restated: [] }, measure).quarters.map(({ quarter }) => quarter);
  const again = past.restated.filter((quarter) => before.includes(quarter));
  const file = path.join(past.folder, "units", `${measure.id}.parquet`);
  if (again.length === 0) return [];
  if (!existsSync(file)) throw new Error(`what release ${past.kept.release} counted is not all there: ${file}`);
  const quarters = again.map(quoteText).join(", ");
  await door.run(
    `create temp table was as select * from read_parquet(${quoteText(file)}) where quarter in (${quarters})`,
  );
  const columns = (await door.rows<{ column_name: string }>("describe was")).map(({ column_name }) =>
    quoteName(column_name),
  );
  await door.run(`create temp table is_now as select ${columns.join(", ")} from (${placedUnitsSql(door, measure, kept)})
    where quarter in (${quarters}) and partner_id in (select partner_id from counted_partner where measure = ${quoteText(measure.id)})`);
  const rows = await door.rows<{ unit: string }>(changedSql(threshold));
  await door.run("drop table was; drop table is_now");
  return rows.map(({ unit }) => `${measure.id} in ${unit}`);
}

/** Units with fewer changed records than the threshold, but some. */
function changedSql(threshold: number): string {
  const changed = `(select * from was except select * from is_now) union all (select * from is_now except select * from was)`;
  const units = Object.entries(UNITS).map(
    ([slice, column]) => `select concat_ws(' ', ${quoteText(slice)}, ${column}) as unit, unit_id from (${changed})`,
  );
  return `select unit from (${units.join(" union all ")}) group by unit
    having count(distinct unit_id) < ${threshold} order by unit`;
}
