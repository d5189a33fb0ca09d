import { type Kysely, sql } from "kysely";
import type { Warehouse } from "../warehouse.ts";

/** One row per service of the type, of any where none is named, given in an episode of its own program. */
export function episodeService(db: Kysely<Warehouse>, type: string | undefined) {
  return db
    .selectFrom("given_service as g")
    .innerJoin("service as s", (join) =>
      join
        .onRef("s.partner_id", "=", "g.partner_id")
        .onRef("s.service_key", "=", "g.service_key")
        .onRef("s.program_id", "=", "g.program_id"),
    )
    .where(type === undefined ? sql<boolean>`true` : sql<boolean>`g.type = ${sql.lit(type)}`)
    .select(["g.enrollment_key", "g.provided_on", "s.hours"]);
}
