import { type Kysely, sql } from "kysely";
import type { Warehouse } from "../warehouse.ts";
import type { Measure, Part } from "./measure.ts";
import {
  REFERRAL_DAYS,
  type ReferralDay,
  referralsAccepted,
  referralsBySending,
  referralsConnected,
} from "./population.ts";
import { FOLLOWED_DAYS, notWaiting, referralWait, referredAndWaiting, waitParameters } from "./referral-wait.ts";
import { survivalKind } from "./survival-kind.ts";

export const timeToService: Measure = {
  ...referralWait,
  id: "time-to-service",
  version: 1,
  title: "Time until a referral leads to the service",
  question: "How long do referred people wait for the service?",
  numerator: "Referrals whose service was received by each day of the grid.",
  exclusions: [...notWaiting, "A service whose day is not known counts as none."],
  parameters: waitParameters("served"),
  kind: survivalKind({
    days: REFERRAL_DAYS,
    followedFor: FOLLOWED_DAYS,
    started: referredAndWaiting,
    event: { title: "Service received", did: "got the service" },
    without: "Not served",
    populations: {
      started: { population: referralsBySending },
      ...Object.fromEntries(REFERRAL_DAYS.map((days) => [`by_${days}`, countedBy(days)])),
    },
  }),
  query,
};

/** Whoever was served by a day had been accepted by then. */
function countedBy(days: ReferralDay): Pick<Part, "population" | "within"> {
  const isShared = days === 14 || days === 30 || days === 90;
  return isShared ? { population: referralsConnected[days] } : { within: referralsAccepted[days] };
}

/** One row per referral: until the day of the service, else to the as-of date, at least 90 days. */
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
      sql<number>`coalesce(s.connected_on, d.as_of) - s.sent_on`.as("days"),
      sql<boolean>`s.connected_on is not null`.as("ended"),
    ]);
}
