import { LAST_DAY } from "./calendar.ts";
import type { Referral } from "./journey.ts";
import type { SamplePartner } from "./partner.ts";
import { personToken } from "./people.ts";
import { Random } from "./random.ts";
import type { Row, Sink } from "./row.ts";

/** Writes a referral as its sender knows it on the last day, and those on which the person was sent from there. */
export function sendReferral(referral: Referral, number: number, partners: readonly SamplePartner[], sink: Sink): void {
  const { from, member } = referral;
  if (!from.partner.sends.has("referral")) return;
  const random = new Random(from.household.seed, member.number, number, 5);
  const token = `referral ${member.number} ${number}`;
  const row = rowOf(referral, token, random);
  sink(from.partner, "referral", row);
  sendOn(referral, row, token, partners, new Random(from.household.seed, member.number, number, 43), sink);
}

function rowOf(referral: Referral, token: string, random: Random): Row {
  const { from, member, to, need, sentOn } = referral;
  return {
    referral_token: from.partner.key.token(token),
    person_token: personToken(from.partner, member),
    sent_by: from.partner.id,
    sent_to: to.id,
    sent_on: sentOn,
    need,
    ...outcome(referral, random),
    warm_handoff: random.chance(from.partner.serves === "household" ? 0.44 : 0.18),
  };
}

/** Writes the referral that followed one without the service, where its sender names the one before, and what followed that. */
function sendOn(
  first: Referral,
  row: Row,
  token: string,
  partners: readonly SamplePartner[],
  random: Random,
  sink: Sink,
): void {
  const { from } = first;
  const ended = row.status === "rejected" || row.status === "not_received";
  if (!ended || !namesParents(from.partner) || !random.chance(0.5)) return;
  const sentOn = (row.closed_on as number) + 1 + Math.floor(random.exponential(6));
  const to = nextDoor(first, sentOn, partners, random);
  if (to === undefined || sentOn > LAST_DAY) return;
  const became = random.chance(to.connects * 0.8) ? sentOn + Math.ceil(random.exponential(24)) : undefined;
  const next = { ...first, to, sentOn, became: became !== undefined && became <= LAST_DAY ? became : undefined };
  const nextToken = `${token} on`;
  const following = { ...rowOf(next, nextToken, random), parent_referral_token: row.referral_token };
  sink(from.partner, "referral", following);
  sendOn(next, following, nextToken, partners, random, sink);
}

const namesParents = ({ feeds }: SamplePartner) =>
  feeds.some(({ record, columns }) => record === "referral" && "parent_referral_token" in columns);

/** Another partner for the need, else a hub. */
function nextDoor(
  { from, to, need }: Referral,
  sentOn: number,
  partners: readonly SamplePartner[],
  random: Random,
): SamplePartner | undefined {
  const open = partners.filter((one) => one !== to && one !== from.partner && one.joins <= sentOn);
  const able = open.filter(({ meets }) => meets.includes(need));
  const choice = able.length > 0 ? able : open.filter(({ id }) => id.endsWith("-hub"));
  return choice.length > 0 ? random.pick(choice) : undefined;
}

function outcome({ sentOn, became }: Referral, random: Random): Row {
  if (became !== undefined) {
    const accepted_on = sentOn + Math.floor((became - sentOn) * random.real());
    const told = became + Math.floor(random.exponential(6));
    if (told > LAST_DAY) return { status: "in_progress", accepted_on };
    if (random.chance(0.06)) return { status: "unknown", accepted_on };
    return { status: "service_received", accepted_on, closed_on: told };
  }
  const closed_on = sentOn + 3 + Math.floor(random.exponential(40));
  if (closed_on > LAST_DAY || random.chance(0.18)) return waiting(sentOn, random);
  return refused(sentOn, closed_on, random);
}

function waiting(sentOn: number, random: Random): Row {
  const status = random.weighted({ sent: 34, received: 24, accepted: 18, waitlisted: 24 });
  const accepted = Math.min(LAST_DAY, sentOn + Math.floor(random.exponential(9)));
  return { status, accepted_on: status === "accepted" ? accepted : undefined };
}

function refused(sentOn: number, closed_on: number, random: Random): Row {
  const status = random.weighted({ not_received: 56, rejected: 30, cancelled: 14 });
  const accepted = status === "not_received" && random.chance(0.5);
  return {
    status,
    accepted_on: accepted ? sentOn + Math.floor((closed_on - sentOn) * random.real()) : undefined,
    closed_on,
    not_connected_reason: random.weighted({
      no_capacity: 31,
      not_reached: 27,
      not_eligible: 17,
      declined: 13,
      other: 5,
      unknown: 7,
    }),
  };
}
