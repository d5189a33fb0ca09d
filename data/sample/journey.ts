import { type Day, LAST_DAY } from "./calendar.ts";
import type { Household, Member } from "./household.ts";
import { type Need, needWeights } from "./need.ts";
import type { SamplePartner } from "./partner.ts";
import { Random } from "./random.ts";

/** One household's time in one program of one partner. */
export interface Stay {
  partner: SamplePartner;
  household: Household;
  members: readonly Member[];
  program: string;
  number: number;
  enteredOn: Day;
  /** Undefined while the stay is open on the last day. */
  exitedOn: Day | undefined;
  reason: ExitReason | undefined;
  /** Last day on which anyone of the partner was in touch with the household. */
  contactUntil: Day;
  /** True where the household has lost its home since an earlier stay. */
  lostHome?: true;
}

export type ExitReason =
  | "completed"
  | "moved"
  | "no_contact"
  | "declined"
  | "ineligible"
  | "institutionalized"
  | "deceased"
  | "other"
  | "unknown";

/** One referral of a member to another partner; `became` is when a service followed, undefined when none did (yet). */
export interface Referral {
  from: Stay;
  member: Member;
  to: SamplePartner;
  need: Need;
  sentOn: Day;
  became: Day | undefined;
}

/** Where a household goes in the network, and who sent it there. */
export interface Journey {
  stays: Stay[];
  referrals: Referral[];
}

/** Leads a household through the network: a first door, referrals and what came of them, sometimes a second stay. */
export function makeJourney(household: Household, partners: readonly SamplePartner[], random: Random): Journey {
  const journey: Journey = { stays: [], referrals: [] };
  const first = enter(journey, household, firstDoor(household, partners, random), household.arrivesOn, random);
  referOn(journey, first, partners, random);
  for (const stay of journey.stays.slice()) comeBack(journey, stay, random);
  loseHomes(journey, partners);
  return journey;
}

function firstDoor(household: Household, partners: readonly SamplePartner[], random: Random): SamplePartner {
  const weights = partners.map((partner) => doorWeight(partner, household));
  let left = random.real() * weights.reduce((sum, weight) => sum + weight, 0);
  for (const [at, weight] of weights.entries()) {
    left -= weight;
    if (left < 0) return partners[at]!;
  }
  return partners[0]!;
}

function doorWeight(partner: SamplePartner, household: Household): number {
  if (household.arrivesOn < partner.joins) return 0;
  if (partner.serves === "adult" && household.unaccompanied) return 0;
  const alone = household.members.length === 1;
  const fit = partner.serves === "adult" ? (alone ? 1.7 : 0.45) : alone ? 0.8 : 1.15;
  const children = partner.meets.includes("childcare") && !household.members.some((member) => member.role === "child");
  return children ? 0 : partner.doors * fit * Math.exp(partner.leans * household.reserve);
}

function enter(journey: Journey, household: Household, partner: SamplePartner, enteredOn: Day, random: Random): Stay {
  const adults = household.members.filter((member) => member.adult);
  const stay: Stay = {
    partner,
    household,
    members: partner.serves === "household" || adults.length === 0 ? household.members : [random.pick(adults)],
    program: partner.programs[Math.floor(random.real() ** 1.6 * partner.programs.length)]!,
    number: journey.stays.length,
    enteredOn,
    ...ending(partner, enteredOn, random),
  };
  journey.stays.push(stay);
  return stay;
}

function ending(
  partner: SamplePartner,
  enteredOn: Day,
  random: Random,
): Pick<Stay, "exitedOn" | "reason" | "contactUntil"> {
  const planned = 30.4 * partner.months * (0.45 + random.exponential(0.55));
  const lost = random.exponential(30.4 / partner.lost);
  const length = 1 + Math.round(Math.min(planned, lost + 75));
  const exitedOn = enteredOn + length;
  const contactUntil = planned < lost + 75 ? exitedOn : enteredOn + Math.round(lost);
  if (exitedOn > LAST_DAY) {
    return { exitedOn: undefined, reason: undefined, contactUntil: Math.min(contactUntil, LAST_DAY) };
  }
  return { exitedOn, contactUntil, reason: contactUntil < exitedOn ? "no_contact" : reasonToLeave(random) };
}

function reasonToLeave(random: Random): ExitReason {
  return random.weighted<ExitReason>({
    completed: 68,
    declined: 10,
    moved: 7,
    ineligible: 5,
    other: 4,
    unknown: 4,
    institutionalized: 1.4,
    deceased: 0.6,
  });
}

function referOn(journey: Journey, from: Stay, partners: readonly SamplePartner[], random: Random): void {
  const unserved = from.members.length < from.household.members.length;
  if (unserved) mustReach(journey, from, partners, random);
  for (let count = Number(random.weighted({ "0": 26, "1": 32, "2": 25, "3": 17 })); count > 0; count--) {
    const sentOn = from.enteredOn + Math.floor(random.exponential(18));
    const need = random.weighted(needWeights);
    const able = partners.filter((to) => to !== from.partner && to.meets.includes(need) && to.joins <= sentOn);
    if (able.length === 0 || sentOn > Math.min(LAST_DAY, from.contactUntil)) continue;
    refer(journey, { from, member: from.members[0]!, to: random.pick(able), need, sentOn, became: undefined }, random);
  }
}

/** A partner that serves one adult sends the rest of the family to a hub, so that nobody is left without a stay. */
function mustReach(journey: Journey, from: Stay, partners: readonly SamplePartner[], random: Random): void {
  const sentOn = Math.min(LAST_DAY, from.enteredOn + Math.floor(random.exponential(6)));
  const hubs = partners.filter((to) => to.id.endsWith("-hub") && to.joins <= sentOn);
  const to = random.pick(hubs);
  const became = Math.min(LAST_DAY, sentOn + Math.floor(random.exponential(9)));
  const need = random.weighted(needWeights);
  journey.referrals.push({ from, member: from.members[0]!, to, need, sentOn, became });
  enter(journey, from.household, to, became, random);
}

function refer(journey: Journey, referral: Referral, random: Random): void {
  const became = referral.sentOn + Math.ceil(random.exponential(24));
  journey.referrals.push(referral);
  if (!random.chance(referral.to.connects) || became > LAST_DAY) return;
  referral.became = became;
  const known = journey.stays.some((stay) => stay.partner === referral.to);
  if (!known) enter(journey, referral.from.household, referral.to, became, random);
}

function comeBack(journey: Journey, stay: Stay, random: Random): void {
  if (stay.exitedOn === undefined || stay.reason === "deceased" || !random.chance(0.07)) return;
  const again = stay.exitedOn + 32 + Math.floor(random.exponential(140));
  if (again > LAST_DAY) return;
  const back = enter(journey, stay.household, stay.partner, again, random);
  back.members = stay.members;
}

/** Some who left a partner that records where people go come back to the network later, without a home. */
function loseHomes(journey: Journey, partners: readonly SamplePartner[]): void {
  for (const stay of journey.stays.slice()) {
    const random = new Random(stay.household.seed, stay.household.number, stay.number, 42);
    if (!stay.partner.records.has("exit_destination") || stay.exitedOn === undefined) continue;
    if (stay.reason === "deceased" || stay.reason === "no_contact" || !random.chance(0.2)) continue;
    const again = stay.exitedOn + 15 + Math.floor(random.exponential(240));
    const doors = partners.filter(
      (to) => to.serves === "household" && to.records.has("prior_living") && to.joins <= again,
    );
    if (again > LAST_DAY || doors.length === 0) continue;
    enter(journey, stay.household, random.pick(doors), again, random).lostHome = true;
  }
}
