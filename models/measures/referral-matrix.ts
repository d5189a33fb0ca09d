import { type Kysely, sql } from "kysely";
import type { Warehouse } from "../warehouse.ts";
import type { Identity, Measure, MeasureKind, Part } from "./measure.ts";
import { referralsBySending, referralsTo } from "./population.ts";
import { receiverGroupOf, receiverGroups } from "./receiver-group.ts";

/** Days after sending from which a referral counts, as in the other figures of referrals. */
const HORIZON_DAYS = 90;

/** A partner of the network: its id, its name and the kind it is. */
export interface Receiver {
  id: string;
  name: string;
  kind: string;
}

/** The sender is the unit and the receiver the part, so that the matrix of a network has a part for each of its partners. */
export function referralMatrix(partners: readonly Receiver[]): Measure {
  return {
    id: "referral-matrix",
    version: 1,
    title: "Who sends people to whom",
    question: "To which partners does each partner refer people?",
    numerator: "Referrals from one partner to another.",
    denominator: "Referrals that the partner sent at least 90 days ago.",
    exclusions: [
      "Referrals entered in error, or withdrawn by their sender.",
      "Referrals reported by anybody but their sender, who would count them twice.",
      "Referrals of people who were never enrolled at the sender.",
      "Referrals to anybody who is not a partner of the network: no partner can report them.",
    ],
    source: "Senders and receivers as the sender reports them.",
    unit: "people (referrals)",
    direction: "neither",
    quadrant: "how much",
    settlesAfterDays: HORIZON_DAYS,
    maturesAfterDays: HORIZON_DAYS,
    cohort: { people: "people referred", quarter: "quarter of the referral" },
    parameters: {
      counts: `referrals sent at least ${HORIZON_DAYS} days ago, as in the other figures of referrals`,
      "counted for": "the partner that sent it",
      "counted people":
        "a person counts once for each referral; a count rests on as many people as the threshold asks for",
    },
    requires: ["person", "enrollment", "referral"],
    unduplicated: false,
    severalPerPerson: true,
    series: [{ id: "all", title: "All referrals" }],
    kind: kindOf(partners),
    shape: [
      { slice: "network", periods: ["all"] },
      { slice: "partner", periods: ["all"] },
    ],
    query,
  };
}

function kindOf(partners: readonly Receiver[]): MeasureKind {
  return {
    kind: "count",
    base: "sent",
    parts: [sent, ...groupParts(partners), ...partners.map(columnOf)],
    identities: sums(partners),
    rates: [],
  };
}

const sent: Part = {
  id: "sent",
  title: "Referred",
  means: "Referrals sent at least 90 days ago and not withdrawn.",
  when: "true",
  printed: true,
  population: referralsBySending,
};

const groupId = (group: string) => `to_group_${group}`;
const partId = (partner: string) => `to_${partner}`;
const quoted = (text: string) => `'${text.replaceAll("'", "''")}'`;

/** The receiver knows whom it was sent, whoever sent them; nobody refers to itself. */
const columnOf = ({ id, name }: Receiver): Part => ({
  id: partId(id),
  title: name,
  means: "Referrals to this partner.",
  when: `sent_to = ${quoted(id)}`,
  printed: true,
  knownTo: id,
  impossibleFor: [id],
});

const membersOf = (group: string, partners: readonly Receiver[]) =>
  partners.filter(({ kind }) => receiverGroupOf(kind).id === group);

/** The same groups of receivers that other figures count, to which the columns add up. */
function groupParts(partners: readonly Receiver[]): Part[] {
  return receiverGroups.map(({ id, title }) => {
    const members = membersOf(id, partners).map((one) => quoted(one.id));
    return {
      id: groupId(id),
      title: `Referred to ${title}`,
      means: `Referred to ${title}.`,
      when: members.length === 0 ? "false" : `sent_to in (${members.join(", ")})`,
      printed: true,
      population: referralsTo[id],
    };
  });
}

function sums(partners: readonly Receiver[]): Identity[] {
  const groups = receiverGroups.map(({ id }) => {
    return { total: groupId(id), of: membersOf(id, partners).map((one) => partId(one.id)) };
  });
  return [{ total: "sent", of: groups.map(({ total }) => total) }, ...groups.filter(({ of }) => of.length > 0)];
}

/** One row per referral, with its receiver. */
function query(db: Kysely<Warehouse>) {
  return db
    .selectFrom("sent_referral as s")
    .select([
      "s.referral_key as unit_id",
      "s.person_key",
      "s.partner_id",
      "s.program_id",
      "s.sent_on as anchored_on",
      sql<string>`'all'`.as("series"),
      "s.sent_to",
    ]);
}
