import { type Kysely, sql } from "kysely";
import type { Warehouse } from "../warehouse.ts";
import type { Measure } from "./measure.ts";
import { REFERRAL_DAYS, referralsAccepted, referralsBySending } from "./population.ts";
import { FOLLOWED_DAYS, notWaiting, referralWait, referredAndWaiting, waitParameters } from "./referral-wait.ts";
import { survivalKind } from "./survival-kind.ts";

export const timeToAccept: Measure = {
  ...referralWait,
  id: "time-to-accept",
  version: 1,
  title: "Time until a referral is accepted",
  question: "How long do referred people wait until the receiver accepts them?",
  numerator: "Referrals accepted by each day of the grid.",
  exclusions: [
    ...notWaiting,
    "An acceptance whose day is not known counts as none, unless the service was received on a known day.",
  ],
  parameters: waitParameters("accepted"),
  kind: survivalKind({
    days: REFERRAL_DAYS,
    followedFor: FOLLOWED_DAYS,
    started: referredAndWaiting,
    event: { title: "Accepted", did: "were accepted" },
    without: "Not accepted",
    populations: {
      started: { population: referralsBySending },
      ...Object.fromEntries(REFERRAL_DAYS.map((days) => [`by_${days}`, { population: referralsAccepted[days] }])),
    },
  }),
  query,
};

/** One row per referral: until the day of the acceptance, else to the as-of date, at least 90 days. */
function query(db: Kysely<Warehouse>) {
  return db
    .selectFrom("sent_referral as s")
    .crossJoin("run_day as d")
    .select([
      "s.referral_key as unit_id",
      "s.person_key",
      "s.partner_id",
      "s.program_id",
      "s.sent_on as anchored_on",
      sql<string>`'all'`.as("series"),
      sql<number>`coalesce(s.accepted_on, d.as_of) - s.sent_on`.as("days"),
      sql<boolean>`s.accepted_on is not null`.as("ended"),
    ]);
}
