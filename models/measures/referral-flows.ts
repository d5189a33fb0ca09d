import { type Kysely, sql } from "kysely";
import type { Warehouse } from "../warehouse.ts";
import type { Identity, Measure, Part, Rate } from "./measure.ts";
import { type Population, referralsBySending, referralsConnected, referralsTo } from "./population.ts";
import { type ReceiverGroup, receiverGroups } from "./receiver-group.ts";

/** Days after sending within which the service is looked for. */
const HORIZON_DAYS = 90;

const REFERRED = "people referred";

function partsOf({ id, title }: ReceiverGroup): Part[] {
  const to = `receiver = '${id}'`;
  const part = (name: string, says: string, when: string, printed: boolean, population?: Population): Part => {
    const whole = population ? { population } : {};
    return { id: `${name}_${id}`, title: says, means: `${says}.`, when, printed, ...whole };
  };
  return [
    part("to", `Referred to ${title}`, to, true, referralsTo[id]),
    part("connected", `Connected to the service at ${title} within ${HORIZON_DAYS} days`, `${to} and connected`, true),
    part("not_connected", `Not connected at ${title}`, `${to} and not connected`, false),
  ];
}

const sums: readonly Identity[] = [
  { total: "sent", of: receiverGroups.map(({ id }) => `to_${id}`) },
  { total: "connected", of: receiverGroups.map(({ id }) => `connected_${id}`) },
  ...receiverGroups.map(({ id }) => ({ total: `to_${id}`, of: [`connected_${id}`, `not_connected_${id}`] })),
];

function sentTo({ id, title }: ReceiverGroup): Rate {
  const did = `were referred to ${title}`;
  return { id: `to_${id}`, title: `Referred to ${title}`, numerator: `to_${id}`, denominator: "sent", ...about(did) };
}

function connectedAt({ id, title }: ReceiverGroup): Rate {
  const name = `connected_${id}`;
  return {
    ...{ id: name, title: `Connected at ${title}`, numerator: name, denominator: `to_${id}` },
    ...about(`got the service within ${HORIZON_DAYS} days`, `${REFERRED} to ${title}`),
  };
}

const about = (did: string, among = REFERRED) => ({ did, among, of: did });

export const referralFlows: Measure = {
  id: "referral-flows",
  version: 1,
  title: "Where referrals go",
  question: "To which kinds of partner are people referred, and where do they get the service?",
  numerator: "Referrals to each kind of partner, and of these the ones whose service was received within 90 days.",
  denominator: "Referrals sent at least 90 days ago; for the service those to one kind of partner.",
  exclusions: [
    "Referrals entered in error, or withdrawn by their sender.",
    "Referrals reported by anybody but their sender, who would count them twice.",
    "Referrals of people who were never enrolled at the sender.",
  ],
  source: "Senders and receivers as the sender reports them; the groups of receivers are the project's own.",
  unit: "people (referrals)",
  direction: "neither",
  quadrant: "how much",
  settlesAfterDays: HORIZON_DAYS,
  maturesAfterDays: HORIZON_DAYS,
  cohort: { people: REFERRED, quarter: "quarter of the referral" },
  parameters: {
    horizon: `${HORIZON_DAYS} days from the day it was sent`,
    receivers: "by the kind of partner; several kinds together are other partners",
    "counted for": "the partner that sent it",
    "counted people":
      "a person counts once for each referral; a count rests on as many people as the threshold asks for",
  },
  requires: ["person", "enrollment", "referral"],
  unduplicated: false,
  severalPerPerson: true,
  series: [{ id: "all", title: "All referrals" }],
  kind: {
    kind: "share",
    base: "sent",
    parts: [
      {
        id: "sent",
        title: "Referred",
        means: "Referrals sent at least 90 days ago and not withdrawn.",
        when: "true",
        printed: true,
        population: referralsBySending,
      },
      {
        id: "connected",
        title: `Connected to the service within ${HORIZON_DAYS} days`,
        means: "The service was received.",
        when: "connected",
        printed: true,
        population: referralsConnected[HORIZON_DAYS],
      },
      ...receiverGroups.flatMap(partsOf),
    ],
    identities: sums,
    rates: [...receiverGroups.map(sentTo), ...receiverGroups.map(connectedAt)],
  },
  shape: [
    { slice: "network", periods: ["all"] },
    { slice: "partner", periods: ["all"] },
  ],
  query,
};

/** One row per referral, with the group its receiver is in. */
function query(db: Kysely<Warehouse>) {
  const named = (kinds: readonly string[]) => sql.raw(kinds.map((kind) => `'${kind}'`).join(", "));
  const groups = receiverGroups.slice(0, -1);
  const [rest] = receiverGroups.slice(-1);
  const when = groups.map(({ id, kinds }) => sql`when p.kind in (${named(kinds)}) then ${sql.lit(id)}`);
  return db
    .selectFrom("sent_referral as s")
    .leftJoin("partner as p", "p.partner_id", "s.sent_to")
    .select([
      "s.referral_key as unit_id",
      "s.person_key",
      "s.partner_id",
      "s.program_id",
      "s.sent_on as anchored_on",
      sql<string>`'all'`.as("series"),
      sql<string>`case ${sql.join(when, sql` `)} else ${sql.lit(rest!.id)} end`.as("receiver"),
      sql<boolean>`coalesce(s.connected_on <= s.sent_on + ${sql.lit(HORIZON_DAYS)}, false)`.as("connected"),
    ]);
}
