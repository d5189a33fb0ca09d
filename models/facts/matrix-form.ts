import { type Kysely, sql } from "kysely";
import { matrixVersions } from "../instruments/catalogue.ts";
import type { Warehouse } from "../warehouse.ts";

/** One row per form of the matrix, in any of its versions, of an episode of an adult or unaccompanied youth, filled in by the as-of date. */
export function matrixForm(db: Kysely<Warehouse>) {
  const versions = sql.raw(matrixVersions.map((id) => `'${id}'`).join(", "));
  return db
    .selectFrom("assessment_score as s")
    .innerJoin("episode as e", (join) =>
      join.onRef("e.enrollment_key", "=", "s.enrollment_key").onRef("e.person_key", "=", "s.person_key"),
    )
    .innerJoin("run_day as d", (join) => join.onRef("s.assessed_on", "<=", "d.as_of"))
    .where("e.assessable", "=", sql.lit(true))
    .where(sql<boolean>`s.instrument in (${versions})`)
    .select(["e.enrollment_key", "e.person_key", "e.partner_id", "e.entered_on", "s.assessed_on", "s.stage"])
    .distinct();
}
