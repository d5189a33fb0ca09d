import { type Kysely, sql } from "kysely";
import type { Warehouse } from "../warehouse.ts";
import { episodeService } from "./episode-service.ts";

/** One row per episode with a service of the type: reached on the day of the first. */
export function componentBegun(db: Kysely<Warehouse>, { service }: { service: string }) {
  const first = sql<string>`min(s.provided_on)`;
  return db
    .selectFrom(episodeService(db, service).as("s"))
    .groupBy("s.enrollment_key")
    .select(["s.enrollment_key", first.as("achieved_on"), first.as("evidenced_on")])
    .select(sql<string>`'begun'`.as("piece"));
}
