import { type Kysely, sql } from "kysely";
import type { Warehouse } from "../warehouse.ts";
import { episodeService } from "./episode-service.ts";

/** One row per episode whose hours of service come to enough: reached on the day they do. Services without hours count for none. */
export function hoursOfService(
  db: Kysely<Warehouse>,
  { hours, service }: { hours: number; service?: string | undefined },
) {
  const soFar = db
    .selectFrom(episodeService(db, service).as("s"))
    .where("s.hours", "is not", null)
    .select(["s.enrollment_key", "s.provided_on"])
    .select(sql<number>`sum(s.hours) over (partition by s.enrollment_key order by s.provided_on)`.as("so_far"));
  const reached = sql<string>`min(h.provided_on)`;
  return db
    .selectFrom(soFar.as("h"))
    .where("h.so_far", ">=", sql.lit(hours))
    .groupBy("h.enrollment_key")
    .select(["h.enrollment_key", reached.as("achieved_on"), reached.as("evidenced_on")])
    .select(sql<string>`'hours'`.as("piece"));
}
