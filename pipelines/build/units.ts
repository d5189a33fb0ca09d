import type { Measure } from "../../models/measures/measure.ts";
import type { Door } from "../warehouse.ts";

/** SQL for the rows a measure counts: those of its query that began long enough ago. Throws when the query has parameters. */
export function unitsSql({ kysely }: Pick<Door, "kysely">, measure: Measure): string {
  const { sql, parameters } = measure.query(kysely).compile();
  if (parameters.length > 0) throw new Error(`parameters in the query of ${measure.id}: write them with sql.lit`);
  const { maturesAfterDays = 0 } = measure;
  if (maturesAfterDays > measure.settlesAfterDays) throw new Error(`settled before it is mature: ${measure.id}`);
  if (maturesAfterDays === 0) return sql;
  return `select u.* from (${sql}) as u join run_day as d on u.anchored_on + ${maturesAfterDays} <= d.as_of`;
}
