import { LAST_DAY } from "./calendar.ts";
import type { Referral } from "./journey.ts";
import { personToken } from "./people.ts";
import { Random } from "./random.ts";
import type { Row, Sink } from "./row.ts";

/** Writes a referral as its sender knows it on the last day. */
export function sendReferral(referral: Referral, number: number, sink: Sink): void {
  const { from, member, to, need, sentOn } = referral;
  if (!from.partner.sends.has("referral")) return;
  const random = new Random(from.household.seed, member.number, number, 5);
  sink(from.partner, "referral", {
    referral_token: from.partner.key.token(`referral ${member.number} ${number}`),
    person_token: personToken(from.partner, member),
    sent_by: from.partner.id,
    sent_to: to.id,
    sent_on: sentOn,
    need,
    ...outcome(referral, random),
    warm_handoff: random.chance(from.partner.serves === "household" ? 0.44 : 0.18),
  });
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
