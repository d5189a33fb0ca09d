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
import { survivalKind } from "./survival-kind.ts";

/** Days for which every referral is followed: later ones would tell what became of those still waiting, by the outcomes of that day. */
const FOLLOWED_DAYS = 90;

const REFERRED = "people referred";

export const timeToService: Measure = {
  id: "time-to-service",
  version: 1,
  title: "Time until a referral leads to the service",
  question: "How long do referred people wait for the service?",
  numerator: "Referrals whose service was received by each day of the grid.",
  denominator: "Referrals sent at least 90 days ago, each followed for 90 days.",
  exclusions: [
    "Referrals entered in error, or withdrawn by their sender.",
    "Referrals sent less than 90 days ago.",
    "Referrals reported by anybody but their sender, who would count them twice.",
    "Referrals of people who were never enrolled at the sender.",
    "A service whose day is not known counts as none.",
  ],
  source:
    "Kaplan–Meier estimate with Greenwood's variance and log–log intervals, from counts on a fixed grid of days; open referrals are still at risk after the last one. The rules are the project's own.",
  unit: "people (referrals)",
  direction: "higher is better",
  quadrant: "how well",
  settlesAfterDays: FOLLOWED_DAYS,
  maturesAfterDays: FOLLOWED_DAYS,
  cohort: { people: REFERRED, quarter: "quarter of the referral" },
  parameters: {
    clock: "from the day it was sent (day 0)",
    grid: `counted up to day ${REFERRAL_DAYS.join(", ")}`,
    open: "followed for 90 days, and still waiting then",
    "ended without it": "rejected, or closed without the service: never served, and followed like an open one",
    "counted for": "the partner that sent it",
    "counted people":
      "a person counts once for each referral; a count rests on as many people as the threshold asks for",
  },
  requires: ["person", "enrollment", "referral"],
  unduplicated: false,
  severalPerPerson: true,
  series: [{ id: "all", title: "All referrals" }],
  kind: survivalKind({
    days: REFERRAL_DAYS,
    followedFor: FOLLOWED_DAYS,
    started: { title: "Referred", means: "Referrals sent at least 90 days ago and not withdrawn." },
    event: { title: "Service received", did: "got the service" },
    without: "Not served",
    populations: {
      started: { population: referralsBySending },
      ...Object.fromEntries(REFERRAL_DAYS.map((days) => [`by_${days}`, countedBy(days)])),
    },
  }),
  shape: [
    { slice: "network", periods: ["all"] },
    { slice: "partner", periods: ["all"] },
  ],
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
