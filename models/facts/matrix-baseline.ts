import { type Kysely, sql } from "kysely";
import type { Warehouse } from "../warehouse.ts";

/** Days from entry within which an assessment that is not of the initial stage can still be the baseline. */
const BASELINE_WINDOW_DAYS = 30;

/** One row per episode with a baseline: its earliest form of the initial stage, else its earliest within 30 days of entry. */
export function matrixBaseline(db: Kysely<Warehouse>) {
  return db
    .selectFrom((from) =>
      from
        .selectFrom("matrix_form as f")
        .where(
          sql<boolean>`(f.stage = 'initial' or abs(f.assessed_on - f.entered_on) <= ${sql.lit(BASELINE_WINDOW_DAYS)})`,
        )
        .select(["f.enrollment_key", "f.person_key", "f.entered_on", "f.assessed_on", "f.stage"])
        .select(
          sql<number>`row_number() over (partition by f.enrollment_key order by case f.stage when 'initial' then 0 else 1 end,
            f.assessed_on, f.stage)`.as("nth"),
        )
        .as("candidate"),
    )
    .where("nth", "=", sql.lit(1))
    .select(["enrollment_key", "person_key", "entered_on", "assessed_on", "stage"]);
}
