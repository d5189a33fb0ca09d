import { type Kysely, sql } from "kysely";
import type { Warehouse } from "../warehouse.ts";

/** Days after entry of the two fixed points. */
export const POINT_DAYS = { six_months: 183, twelve_months: 365 } as const;

/** Days before and after a fixed point in which a form counts for it: half of the quarter between two forms, so that none counts twice. */
export const POINT_WINDOW_DAYS = 45;

/** One row per episode with a baseline and fixed point after entry for which a form counts: the one nearest it within 45 days, later than the baseline. */
export function matrixPoint(db: Kysely<Warehouse>) {
  return db
    .selectFrom(nearest(db, "six_months").unionAll(nearest(db, "twelve_months")).as("c"))
    .where("c.nth", "=", sql.lit(1))
    .select(["c.enrollment_key", "c.point", "c.assessed_on", "c.stage"]);
}

/** Forms in the window of one point, numbered from the nearest; of two as near the earlier is the first. */
function nearest(db: Kysely<Warehouse>, point: keyof typeof POINT_DAYS) {
  const apart = sql`abs(f.assessed_on - (f.entered_on + ${sql.lit(POINT_DAYS[point])}))`;
  return db
    .selectFrom("matrix_form as f")
    .innerJoin("matrix_baseline as b", (join) =>
      join.onRef("b.enrollment_key", "=", "f.enrollment_key").onRef("f.assessed_on", ">", "b.assessed_on"),
    )
    .where(sql<boolean>`${apart} <= ${sql.lit(POINT_WINDOW_DAYS)}`)
    .select(["f.enrollment_key", "f.assessed_on", "f.stage"])
    .select([
      sql<keyof typeof POINT_DAYS>`${sql.lit(point)}`.as("point"),
      sql<number>`row_number() over (partition by f.enrollment_key order by ${apart}, f.assessed_on,
        case f.stage when 'exit' then 0 when 'interim' then 1 else 2 end)`.as("nth"),
    ]);
}
