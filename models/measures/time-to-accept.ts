import { type Kysely, sql } from "kysely";
import type { Warehouse } from "../warehouse.ts";
import type { Measure } from "./measure.ts";
import { REFERRAL_DAYS, referralsAccepted, referralsBySending } from "./population.ts";
import { survivalKind } from "./survival-kind.ts";

/** Days for which every referral is followed: later ones would tell what became of those still waiting, by the outcomes of that day. */
const FOLLOWED_DAYS = 90;

const REFERRED = "people referred";

export const timeToAccept: Measure = {
  id: "time-to-accept",
  version: 1,
  title: "Time until a referral is accepted",
  question: "How long do referred people wait until the receiver accepts them?",
  numerator: "Referrals accepted by each day of the grid.",
  denominator: "Referrals sent at least 90 days ago, each followed for 90 days.",
  exclusions: [
    "Referrals entered in error, or withdrawn by their sender.",
    "Referrals sent less than 90 days ago.",
    "Referrals reported by anybody but their sender, who would count them twice.",
    "Referrals of people who were never enrolled at the sender.",
    "An acceptance whose day is not known counts as none, unless the service was received on a known day.",
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
    "ended without it": "rejected, or closed without the service: never accepted, and followed like an open one",
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
    event: { title: "Accepted", did: "were accepted" },
    without: "Not accepted",
    populations: {
      started: { population: referralsBySending },
      ...Object.fromEntries(REFERRAL_DAYS.map((days) => [`by_${days}`, { population: referralsAccepted[days] }])),
    },
  }),
  shape: [
    { slice: "network", periods: ["all"] },
    { slice: "partner", periods: ["all"] },
  ],
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
