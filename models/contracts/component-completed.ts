import { type Kysely, sql } from "kysely";
import type { Warehouse } from "../warehouse.ts";
import { episodeService } from "./episode-service.ts";

/** One row per episode that ended as completed and had a service of the type: reached on its last day. */
export function componentCompleted(db: Kysely<Warehouse>, { service }: { service: string }) {
  return db
    .selectFrom("episode as e")
    .innerJoin("enrollment as n", (join) =>
      join.onRef("n.partner_id", "=", "e.partner_id").onRef("n.enrollment_key", "=", "e.enrollment_key"),
    )
    .where("n.exit_reason", "=", sql.lit("completed"))
    .where("e.exited_on", "is not", null)
    .where("e.enrollment_key", "in", db.selectFrom(episodeService(db, service).as("s")).select("s.enrollment_key"))
    .select([
      "e.enrollment_key",
      sql<string>`e.exited_on`.as("achieved_on"),
      sql<string>`e.exited_on`.as("evidenced_on"),
    ])
    .select(sql<string>`'completed'`.as("piece"));
}
