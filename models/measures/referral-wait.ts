import type { Measure } from "./measure.ts";
import { REFERRAL_DAYS } from "./population.ts";

/** Days for which every referral is followed: later ones would tell what became of those still waiting, by the outcomes of that day. */
export const FOLLOWED_DAYS = 90;

/** What every time that referred people wait has in common: who waits, from when, how long each is followed. */
export const referralWait = {
  denominator: "Referrals sent at least 90 days ago, each followed for 90 days.",
  source:
    "Kaplan–Meier estimate with Greenwood's variance and log–log intervals, from counts on a fixed grid of days; open referrals are still at risk after the last one. The rules are the project's own.",
  unit: "people (referrals)",
  direction: "higher is better",
  quadrant: "how well",
  settlesAfterDays: FOLLOWED_DAYS,
  maturesAfterDays: FOLLOWED_DAYS,
  cohort: { people: "people referred", quarter: "quarter of the referral" },
  requires: ["person", "enrollment", "referral"],
  unduplicated: false,
  severalPerPerson: true,
  series: [{ id: "all", title: "All referrals" }],
  shape: [
    { slice: "network", periods: ["all"] },
    { slice: "partner", periods: ["all"] },
  ],
} satisfies Partial<Measure>;

/** Referrals that are in no curve. */
export const notWaiting: readonly string[] = [
  "Referrals entered in error, or withdrawn by their sender.",
  "Referrals sent less than 90 days ago.",
  "Referrals reported by anybody but their sender, who would count them twice.",
  "Referrals of people who were never enrolled at the sender.",
];

/** Settings of a wait for something, `had` being what those never had who ended without it. */
export const waitParameters = (had: string) => ({
  clock: "from the day it was sent (day 0)",
  grid: `counted up to day ${REFERRAL_DAYS.join(", ")}`,
  open: "followed for 90 days, and still waiting then",
  "ended without it": `rejected, or closed without the service: never ${had}, and followed like an open one`,
  "counted for": "the partner that sent it",
  "counted people": "a person counts once for each referral; a count rests on as many people as the threshold asks for",
});

/** Who waits, in the words of the curve. */
export const referredAndWaiting = {
  title: "Referred",
  means: "Referrals sent at least 90 days ago and not withdrawn.",
};
