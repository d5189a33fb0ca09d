import { type Kysely, sql } from "kysely";
import type { Warehouse } from "../warehouse.ts";

/** One row per service of the type, of any where none is named, in the episode it was given in: the latest under way that day. */
export function episodeService(db: Kysely<Warehouse>, type: string | undefined) {
  return db
    .selectFrom(candidates(db).as("c"))
    .where("c.nth", "=", sql.lit(1))
    .where(type === undefined ? sql<boolean>`true` : sql<boolean>`c.type = ${sql.lit(type)}`)
    .select(["c.enrollment_key", "c.provided_on", "c.hours"]);
}

function candidates(db: Kysely<Warehouse>) {
  return db
    .selectFrom("service as s")
    .innerJoin("run_day as d", (join) => join.onRef("s.provided_on", "<=", "d.as_of"))
    .innerJoin("episode as e", (join) =>
      join
        .onRef("e.partner_id", "=", "s.partner_id")
        .onRef("e.person_key", "=", "s.person_key")
        .onRef("e.program_id", "=", "s.program_id")
        .onRef("e.entered_on", "<=", "s.provided_on"),
    )
    .where(sql<boolean>`(e.exited_on is null or s.provided_on <= e.exited_on)`)
    .select(["e.enrollment_key", "s.provided_on", "s.type", "s.hours"])
    .select(
      sql<number>`row_number() over (partition by s.partner_id, s.service_key order by e.entered_on desc, e.enrollment_key)`.as(
        "nth",
      ),
    );
}
