import { type Day, LAST_DAY, monthOf } from "./calendar.ts";
import { ageOn, type Member } from "./household.ts";
import type { Stay } from "./journey.ts";
import { enrollmentToken, personToken } from "./people.ts";
import { Random } from "./random.ts";
import type { Row, Sink } from "./row.ts";

/** How readily employers of the region hire in each month. */
const HIRING = [0.55, 0.65, 0.85, 0.95, 1.0, 0.95, 0.8, 0.85, 0.9, 1.0, 1.0, 0.75];

/** Writes the jobs of one adult in one stay: one held on entry, one found, sometimes another after it, or only one begun not long before entry. */
export function sendJobs(member: Member, stay: Stay, sink: Sink): void {
  if (!stay.partner.sends.has("job") || !member.adult || ageOn(member, stay.enteredOn) > 67) return;
  const random = new Random(stay.household.seed, member.number, stay.number, 8);
  const readiness = 0.5 + 0.1 * stay.household.reserve + 0.08 * member.resolve;
  let number = 0;
  let free = stay.enteredOn;
  if (random.chance(0.16)) free = send(stay.enteredOn - random.integer(20, 700), "held");
  for (let tries = 0; tries < 2 && random.chance(readiness * stay.partner.pace); tries++) {
    const started = hiredOn(free, random);
    if (started > Math.min(LAST_DAY, stay.contactUntil + 45)) break;
    free = send(started, "found");
  }
  const recent = new Random(stay.household.seed, member.number, stay.number, 72);
  if (number === 0 && recent.chance(0.22)) send(stay.enteredOn - recent.integer(5, 175), "held", recent);

  function send(startedOn: Day, how: "held" | "found", by = random): Day {
    const { row, until } = spell(startedOn, how, stay, member, by);
    sink(stay.partner, "job", {
      job_token: stay.partner.key.token(`job ${member.number} ${stay.number} ${number++}`),
      person_token: personToken(stay.partner, member),
      enrollment_token: enrollmentToken(stay, member),
      ...row,
    });
    return until;
  }
}

function hiredOn(from: Day, random: Random): Day {
  let on = from;
  do on += 1 + Math.floor(random.exponential(48));
  while (on < LAST_DAY && !random.chance(HIRING[monthOf(on)]!));
  return on;
}

/** One job; what is not known is left open: the partner sees the end only while it is still in touch. */
function spell(
  started_on: Day,
  how: "held" | "found",
  stay: Stay,
  member: Member,
  random: Random,
): { row: Row; until: Day } {
  const steadiness = Math.exp(0.25 * member.resolve + 0.15 * stay.household.reserve);
  const lasted = Math.floor(430 * steadiness * random.exponential(1) ** 1.25);
  const until = Math.max(started_on + lasted, how === "held" ? stay.enteredOn : 0);
  const seenUntil = Math.min(LAST_DAY, stay.contactUntil + 30 + Math.floor(random.exponential(170)));
  const ended = until <= seenUntil;
  const verified = ended ? until : Math.max(started_on, seenUntil - random.integer(0, 28));
  const row: Row = {
    employer_token: stay.partner.key.token(`employer ${Math.floor(240 * random.real() ** 2)}`),
    started_on,
    ended_on: ended ? until : undefined,
    last_verified_on: random.chance(0.94) ? verified : undefined,
    verified_by: random.weighted({ wage_record: 34, pay_stub: 27, employer: 13, self_report: 20, unverified: 6 }),
    hours_per_week: random.pick([20, 24, 25, 30, 32, 35, 37.5, 40, 40, 40]),
    hourly_wage: wage(started_on, stay, random),
  };
  const asked = new Random(stay.household.seed, member.number, stay.number, 22, started_on);
  if (asked.chance(0.12)) row.hourly_wage = undefined;
  if (asked.chance(0.08)) row.hours_per_week = undefined;
  return { row, until };
}

function wage(on: Day, stay: Stay, random: Random): number {
  const years = (on - stay.partner.joins) / 365;
  return Math.max(775, Math.round(random.normal(1490 + 60 * stay.household.reserve, 230) * 1.035 ** years));
}
