import { type Kysely, sql } from "kysely";
import type { Warehouse } from "../warehouse.ts";

/**
 * One row per referral its sender reports and did not withdraw, sent by the as-of date, with the day of each thing that became of it by
 * then. What has no day has not happened, a rejection undoes an acceptance, and whoever was served was accepted by that day. It is
 * counted in the person's latest episode at the sender that began by the day it was sent, else in the first after it.
 */
export function sentReferral(db: Kysely<Warehouse>) {
  return db
    .selectFrom(candidates(db).as("c"))
    .where("c.nth", "=", sql.lit(1))
    .select(["c.referral_key", "c.enrollment_key", "c.person_key", "c.partner_id", "c.program_id"])
    .select(["c.sent_to", "c.sent_on", "c.warm", "c.reason"])
    .select([
      sql<boolean>`c.status = 'rejected'`.as("rejected"),
      sql<string | null>`case when c.status = 'service_received' then least(c.answered_on, c.closed_on)
        when c.status <> 'rejected' and (c.unserved_on is null or c.answered_on <= c.unserved_on) then c.answered_on end`.as(
        "accepted_on",
      ),
      "c.unserved_on",
      sql<string | null>`case when c.status = 'service_received' then c.closed_on end`.as("connected_on"),
    ]);
}

/** Every referral beside each episode it could be counted in, numbered from the likeliest. */
function candidates(db: Kysely<Warehouse>) {
  const known = (day: "accepted_on" | "closed_on") =>
    sql<string | null>`case when r.${sql.raw(day)} <= d.as_of then r.${sql.raw(day)} end`;
  return db
    .selectFrom("referral as r")
    .innerJoin("run_day as d", (join) => join.onRef("r.sent_on", "<=", "d.as_of"))
    .innerJoin("episode as e", (join) =>
      join.onRef("e.partner_id", "=", "r.partner_id").onRef("e.person_key", "=", "r.person_key"),
    )
    .whereRef("r.sent_by", "=", "r.partner_id")
    .where("r.status", "<>", sql.lit("cancelled"))
    .select(["r.referral_key", "e.enrollment_key", "r.person_key", "r.partner_id", "e.program_id"])
    .select(["r.sent_to", "r.sent_on", "r.status"])
    .select([
      sql<boolean>`coalesce(r.warm_handoff, false)`.as("warm"),
      sql<string>`coalesce(r.not_connected_reason, 'unknown')`.as("reason"),
      known("accepted_on").as("answered_on"),
      known("closed_on").as("closed_on"),
      sql<string | null>`case when r.status in ('rejected', 'not_received') then ${known("closed_on")} end`.as(
        "unserved_on",
      ),
      sql<number>`row_number() over (partition by r.referral_key order by case when e.entered_on <= r.sent_on then 0 else 1 end,
        abs(r.sent_on - e.entered_on), e.enrollment_key)`.as("nth"),
    ]);
}
