import { type Kysely, sql } from "kysely";
import type { Warehouse } from "../warehouse.ts";

/** Days after the last of an episode by whose end a certificate still counts as earned in it. */
export const CERTIFICATE_AFTER_EXIT_DAYS = 90;

/** One row per certificate of one of the types, of any where none is named, earned in an episode or at most 90 days after it. */
export function certificateEarned(db: Kysely<Warehouse>, { types }: { types?: readonly string[] | undefined }) {
  const named = types && sql<boolean>`c.type in (${sql.join(types.map((type) => sql.lit(type)))})`;
  return db
    .selectFrom(candidates(db).as("c"))
    .where("c.nth", "=", sql.lit(1))
    .where(sql<boolean>`(c.exited_on is null or c.earned_on <= c.exited_on + ${sql.lit(CERTIFICATE_AFTER_EXIT_DAYS)})`)
    .where(named ?? sql<boolean>`true`)
    .select(["c.enrollment_key", "c.earned_on as achieved_on", "c.earned_on as evidenced_on", "c.type as piece"]);
}

/** Certificates beside each episode they could belong to, numbered from the one they do: the one their partner names, else the latest begun. */
function candidates(db: Kysely<Warehouse>) {
  return db
    .selectFrom("credential as c")
    .innerJoin("run_day as d", (join) => join.onRef("c.earned_on", "<=", "d.as_of"))
    .innerJoin("episode as e", (join) =>
      join
        .onRef("e.partner_id", "=", "c.partner_id")
        .onRef("e.person_key", "=", "c.person_key")
        .onRef("e.entered_on", "<=", "c.earned_on"),
    )
    .where(sql<boolean>`(c.enrollment_key is null or c.enrollment_key = e.enrollment_key)`)
    .select(["e.enrollment_key", "e.exited_on", "c.type", "c.earned_on"])
    .select(
      sql<number>`row_number() over (partition by c.partner_id, c.person_key, c.type, c.earned_on
        order by e.entered_on desc, e.enrollment_key)`.as("nth"),
    );
}
