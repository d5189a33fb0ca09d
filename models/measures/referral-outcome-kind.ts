import type { Identity, MeasureKind, Part, Rate } from "./measure.ts";
import { referralsAccepted, referralsBySending, referralsConnected, referralsUnserved } from "./population.ts";
import { isIn, stateMoves, statePart } from "./referral-state.ts";

/** Days after sending at which what became of a referral is looked at. */
export const HORIZONS = [14, 30, 90] as const;
export type Horizon = (typeof HORIZONS)[number];
const LAST = Math.max(...HORIZONS);

/** Whom referrals are about. */
export const REFERRED = "people referred";

const crossed = HORIZONS.slice(1).map((next, before) => stateMoves(HORIZONS[before]!, next));

const part = (id: string, title: string, means: string, when: string): Part => {
  return { id, title, means, when, printed: true };
};
const hidden = (id: string, title: string, when: string): Part => ({ id, title, means: title, when, printed: false });

function partsAt(days: Horizon): Part[] {
  const by = `within ${days} days`;
  return [
    part(
      `answered_${days}`,
      `Answered ${by}`,
      `Accepted, or known to have ended, ${by}.`,
      isIn(days, "open", "connected", "failed", "refused"),
    ),
    {
      ...part(
        `accepted_${days}`,
        `Accepted ${by}`,
        `The receiver accepted ${by}.`,
        isIn(days, "open", "connected", "failed"),
      ),
      population: referralsAccepted[days],
    },
    part(
      `closed_${days}`,
      `Loop closed ${by}`,
      `How it ended is known ${by}: with the service or without it.`,
      isIn(days, "connected", "failed", "refused"),
    ),
    {
      ...part(
        `connected_${days}`,
        `Connected to the service ${by}`,
        `The service was received ${by}.`,
        isIn(days, "connected"),
      ),
      population: referralsConnected[days],
    },
    ...(["waiting", "open", "failed", "refused"] as const).map((state) => statePart(state, days)),
  ];
}

const sumsAt = (days: Horizon): Identity[] => [
  { total: "sent", of: [`answered_${days}`, `waiting_${days}`] },
  { total: `answered_${days}`, of: [`accepted_${days}`, `refused_${days}`] },
  { total: `accepted_${days}`, of: [`connected_${days}`, `open_${days}`, `failed_${days}`] },
  { total: `closed_${days}`, of: [`connected_${days}`, `failed_${days}`, `refused_${days}`] },
];

function rate(id: string, title: string, did: string, denominator = "sent", among = REFERRED): Rate {
  return { id, title, numerator: id, denominator, did, among, of: did };
}
const ratesOf = (what: string, title: string, did: string) =>
  HORIZONS.map((days) => rate(`${what}_${days}`, `${title} within ${days} days`, `${did} within ${days} days`));

/** What has become of referrals by each of the days; a row has a column `state_<day>` for each, and `warm` and `rejected`. */
export const referralOutcomeKind: MeasureKind = {
  kind: "share",
  base: "sent",
  parts: [
    {
      ...part("sent", "Referred", `Referrals sent at least ${LAST} days ago and not withdrawn.`, "true"),
      population: referralsBySending,
    },
    part("warm", "Introduced in person", "The sender introduced the person to the receiver (warm hand-off).", "warm"),
    ...HORIZONS.flatMap(partsAt),
    part(
      "decided",
      `Accepted or rejected within ${LAST} days`,
      "The receiver said yes or no.",
      `${isIn(LAST, "open", "connected", "failed")} or (${isIn(LAST, "refused")} and rejected)`,
    ),
    part("rejected", `Rejected within ${LAST} days`, "The receiver said no.", `${isIn(LAST, "refused")} and rejected`),
    {
      ...part(
        "unserved",
        `Ended without the service within ${LAST} days`,
        "Rejected, or closed and the service not received.",
        isIn(LAST, "failed", "refused"),
      ),
      population: referralsUnserved,
    },
    hidden("not_warm", "Not marked as a warm hand-off", "not warm"),
    hidden("closed_unasked", "Closed without an answer", `${isIn(LAST, "refused")} and not rejected`),
    ...crossed.flatMap(({ parts }) => parts),
  ],
  identities: [
    { total: "sent", of: ["warm", "not_warm"] },
    ...HORIZONS.flatMap(sumsAt),
    { total: "decided", of: [`accepted_${LAST}`, "rejected"] },
    { total: "unserved", of: [`failed_${LAST}`, `refused_${LAST}`] },
    { total: `refused_${LAST}`, of: ["rejected", "closed_unasked"] },
    ...crossed.flatMap(({ identities }) => identities),
  ],
  rates: [
    rate("warm", "Introduced in person", "were introduced to the receiver in person"),
    ...ratesOf("answered", "Answered", "got an answer"),
    ...ratesOf("accepted", "Accepted", "were accepted"),
    {
      ...rate("accepted", "Accepted, of those who got a yes or a no", `were accepted within ${LAST} days`),
      ...{ numerator: `accepted_${LAST}`, denominator: "decided", among: `${REFERRED} who got a yes or a no` },
    },
    ...ratesOf("closed", "Loop closed", "had a known outcome"),
    ...ratesOf("connected", "Connected to the service", "got the service"),
  ],
};
