import type { Household, Member } from "./household.ts";
import { ageOn } from "./household.ts";
import type { Stay } from "./journey.ts";
import type { SamplePartner } from "./partner.ts";
import { Random } from "./random.ts";
import type { Sink } from "./row.ts";
import type { TokenKey } from "./token.ts";

const tokens = new WeakMap<Member, string[]>();

/** A partner's token for a person. */
export function personToken(partner: SamplePartner, member: Member): string {
  let known = tokens.get(member);
  if (!known) {
    known = [];
    tokens.set(member, known);
  }
  known[partner.number] ??= partner.key.token(`person ${member.number}`);
  return known[partner.number]!;
}

/** A partner's token for one person's episode. */
export function enrollmentToken(stay: Stay, member: Member): string {
  return stay.partner.key.token(`episode ${member.number} ${stay.number}`);
}

function householdToken(partner: SamplePartner, household: Household): string {
  return partner.key.token(`household ${household.number}`);
}

/** Writes everyone once to each partner that met them, and the families where the partner records them. */
export function sendPeople(stays: readonly Stay[], linkage: TokenKey, sink: Sink): void {
  const known = new Set<string>();
  for (const stay of stays) {
    for (const member of stay.members) {
      const key = `${stay.partner.id} ${member.number}`;
      if (known.has(key)) continue;
      known.add(key);
      sendPerson(stay, member, linkage, sink);
      sendHouseholdMember(stay, member, sink);
    }
  }
}

function sendPerson(stay: Stay, member: Member, linkage: TokenKey, sink: Sink): void {
  const { partner, household } = stay;
  const random = new Random(household.seed, member.number, partner.number, 3);
  sink(partner, "person", {
    person_token: personToken(partner, member),
    linkage_token: partner.links && random.chance(0.985) ? linkage.token(`person ${member.number}`) : undefined,
    gender: random.chance(0.97) ? member.gender : "unknown",
    race_ethnicity: random.chance(0.96) ? member.group : "unknown",
    language: member.language,
    county: household.county,
    veteran: random.chance(0.05) ? undefined : member.veteran,
    disability: random.chance(0.06) ? undefined : member.disability,
    age: ageOn(member, stay.enteredOn),
    age_on: stay.enteredOn,
  });
}

function sendHouseholdMember({ partner, household }: Stay, member: Member, sink: Sink): void {
  if (!partner.sends.has("household_member")) return;
  sink(partner, "household_member", {
    household_token: householdToken(partner, household),
    person_token: personToken(partner, member),
    role: member.role,
  });
}

/** Writes one episode for each member of a stay. */
export function sendEnrollments(stay: Stay, sink: Sink): void {
  const { partner, household, members } = stay;
  const household_token = householdToken(partner, household);
  for (const member of members) {
    const random = new Random(household.seed, member.number, stay.number, 4);
    sink(partner, "enrollment", {
      enrollment_token: enrollmentToken(stay, member),
      person_token: personToken(partner, member),
      household_token,
      program_id: stay.program,
      entered_on: stay.enteredOn,
      exited_on: stay.exitedOn,
      exit_reason: stay.reason === "deceased" && member.role !== "head" ? "other" : stay.reason,
      exit_destination: stay.exitedOn === undefined ? undefined : destination(stay, random),
      prior_living: priorLiving(stay, member),
      age_at_entry: random.chance(0.99) ? ageOn(member, stay.enteredOn) : undefined,
      role: member.role,
      unaccompanied: household.unaccompanied,
    });
  }
}

function destination(stay: Stay, random: Random): string {
  if (stay.reason === "deceased") return "other";
  if (stay.reason === "no_contact") return random.weighted({ unknown: 80, temporary: 12, homeless: 8 });
  if (stay.reason === "institutionalized") return "institution";
  return random.weighted({ permanent: 61, temporary: 22, homeless: 7, other: 4, unknown: 6 });
}

/** Where somebody lived on the night before; families with little to fall back on come more often without a home. */
function priorLiving({ household, number, lostHome }: Stay, member: Member): string {
  if (lostHome) return "homeless";
  const random = new Random(household.seed, member.number, number, 41);
  const homeless = Math.max(3, 14 - 9 * household.reserve);
  return random.weighted({ permanent: 58, temporary: 21, homeless, institution: 2, other: 2, unknown: 5 });
}
