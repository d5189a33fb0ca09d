import { type Kysely, sql } from "kysely";
import type { Warehouse } from "../warehouse.ts";

/**
 * One row per referral that others of the same person followed, each naming the one before: when the first of them was sent, how many
 * there are, and when the first service was received from any of them. A referral that names one its sender withdrew, never reported
 * or sent later, or that is a second try at the same partner, begins anew; referrals that name each other in a ring belong to no chain.
 */
export function referralChain(db: Kysely<Warehouse>) {
  return db
    .withRecursive("follower(referral_key, partner_id, parent_key, sent_on, connected_on)", () => followers(db))
    .withRecursive("link(first_key, referral_key, partner_id, sent_on, connected_on)", (with_) =>
      with_
        .selectFrom("follower as f")
        .where(
          sql<boolean>`not exists (select 1 from follower as g where g.referral_key = f.parent_key and g.partner_id = f.partner_id)`,
        )
        .select(["f.parent_key as first_key", "f.referral_key", "f.partner_id", "f.sent_on", "f.connected_on"])
        .unionAll(
          with_
            .selectFrom("link as l")
            .innerJoin("follower as f", (join) =>
              join.onRef("f.parent_key", "=", "l.referral_key").onRef("f.partner_id", "=", "l.partner_id"),
            )
            .select(["l.first_key", "f.referral_key", "f.partner_id", "f.sent_on", "f.connected_on"]),
        ),
    )
    .selectFrom("sent_referral as s")
    .innerJoin("link as l", (join) =>
      join.onRef("l.first_key", "=", "s.referral_key").onRef("l.partner_id", "=", "s.partner_id"),
    )
    .groupBy(["s.referral_key", "s.enrollment_key", "s.person_key", "s.partner_id", "s.program_id", "s.sent_on"])
    .select(["s.referral_key", "s.enrollment_key", "s.person_key", "s.partner_id", "s.program_id", "s.sent_on"])
    .select([
      sql<string>`min(l.sent_on)`.as("followed_on"),
      sql<number>`cast(count(*) as integer)`.as("followers"),
      sql<string | null>`min(l.connected_on)`.as("connected_on"),
    ]);
}

/** Referrals that name an earlier one of the same sender and person to another partner. */
function followers(db: Kysely<Warehouse>) {
  return db
    .selectFrom("sent_referral as s")
    .innerJoin("referral as r", (join) =>
      join.onRef("r.referral_key", "=", "s.referral_key").onRef("r.partner_id", "=", "s.partner_id"),
    )
    .innerJoin("sent_referral as p", (join) =>
      join.onRef("p.referral_key", "=", "r.parent_referral_key").onRef("p.partner_id", "=", "s.partner_id"),
    )
    .whereRef("p.person_key", "=", "s.person_key")
    .whereRef("p.sent_on", "<=", "s.sent_on")
    .whereRef("p.sent_to", "<>", "s.sent_to")
    .select(["s.referral_key", "s.partner_id", "p.referral_key as parent_key", "s.sent_on", "s.connected_on"]);
}
