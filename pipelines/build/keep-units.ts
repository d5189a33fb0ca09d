import { mkdirSync } from "node:fs";
import path from "node:path";
import type { Measure } from "../../models/measures/measure.ts";
import { type Door, quoteText } from "../warehouse.ts";
import { keptMeasures, placedUnitsSql } from "./placed-units.ts";

/**
 * Writes what a run counted, for the runs after it: every measure's rows in the given quarters, and all figures and contributions.
 * Only this user may read it.
 */
export async function keepUnits(
  door: Door,
  measures: readonly { measure: Measure; quarters: readonly string[] }[],
  folder: string,
): Promise<void> {
  const kept = await keptMeasures(door);
  mkdirSync(path.join(folder, "units"), { recursive: true, mode: 0o700 });
  const copy = (query: string, ...name: string[]) =>
    door.run(`copy (${query}) to ${quoteText(path.join(folder, ...name))} (format parquet)`);
  for (const { measure, quarters } of measures) {
    if (quarters.length === 0) continue;
    const among = quarters.map(quoteText).join(", ");
    const counted = `select partner_id from counted_partner where measure = ${quoteText(measure.id)}`;
    const rows = `select * from (${placedUnitsSql(door, measure, kept)})
      where quarter in (${among}) and partner_id in (${counted}) order by unit_id`;
    await copy(rows, "units", `${measure.id}.parquet`);
  }
  await copy("select * from figure order by all", "figure.parquet");
  await copy("select * from contribution order by all", "contribution.parquet");
}
