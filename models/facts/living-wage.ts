import { type Kysely, sql } from "kysely";
import type { Warehouse } from "../warehouse.ts";

/** A living wage of a county as reference data give it; `from` is the first day it holds. */
export interface CountyWage {
  county: string;
  from: string;
  hourlyCents: number;
}

/** One row per county and first day of a living wage, with the first day of the county's next. Throws without any. */
export function livingWage(db: Kysely<Warehouse>, wages: readonly CountyWage[]) {
  if (wages.length === 0) throw new Error("no living wages");
  const rows = wages.map(
    ({ county, from, hourlyCents }) =>
      sql`(${sql.lit(county)}, cast(${sql.lit(from)} as date), ${sql.lit(hourlyCents)})`,
  );
  const given = sql<{ county: string; starts_on: string; hourly_cents: number }>`(values ${sql.join(rows)})`;
  return db
    .selectFrom(given.as<"w">(sql`w(county, starts_on, hourly_cents)`))
    .select(["w.county", "w.starts_on", "w.hourly_cents"])
    .select(sql<string | null>`lead(w.starts_on) over (partition by w.county order by w.starts_on)`.as("replaced_on"));
}
