import { type Day, LAST_DAY } from "./calendar.ts";
import type { Member } from "./household.ts";
import type { Stay } from "./journey.ts";
import { enrollmentToken, personToken } from "./people.ts";
import { Random } from "./random.ts";
import type { Sink } from "./row.ts";

/** Writes the tests of one adult learner: a first test, and for most who stay a second. */
export function sendTests(member: Member, stay: Stay, sink: Sink): void {
  if (!stay.partner.sends.has("education_test") || !member.adult) return;
  const random = new Random(stay.household.seed, member.number, stay.number, 9);
  const track = member.language !== "english" && member.language !== "unknown" ? "esl" : "abe";
  const subjects = track === "esl" ? ["reading", "listening"] : ["reading", "mathematics", "language"];
  const first = stay.enteredOn + random.integer(0, 14);
  const second = first + random.integer(75, 190);
  const ability = 3 + 0.5 * stay.household.reserve + 0.5 * member.resolve;
  for (const subject of subjects) {
    if (first > LAST_DAY || !random.chance(subject === "language" ? 0.3 : 0.85)) continue;
    const level = clamp(ability + random.normal(0, 0.9));
    send(first, "pre", subject, level);
    if (second <= Math.min(LAST_DAY, stay.contactUntil) && random.chance(0.74)) {
      send(second, "post", subject, clamp(level + gain(random)));
    }
  }

  function send(tested_on: Day, point: string, subject: string, level: number): void {
    sink(stay.partner, "education_test", {
      enrollment_token: enrollmentToken(stay, member),
      person_token: personToken(stay.partner, member),
      tested_on,
      track,
      subject,
      point,
      level,
      edition: track === "esl" ? "CASAS STEPS" : "TABE 11/12",
    });
  }
}

function clamp(level: number): number {
  return Math.min(6, Math.max(1, Math.round(level)));
}

function gain(random: Random): number {
  return Number(random.weighted({ "-1": 6, "0": 46, "1": 40, "2": 8 }));
}

/** Days after the last contact in which partners still hear of an examination passed. */
const HEARD_OF_DAYS = 120;

/** Writes the credential that some adults earn while at a partner that reports credentials, or soon after. */
export function sendCredential(member: Member, stay: Stay, sink: Sink): void {
  if (!stay.partner.sends.has("credential") || !member.adult) return;
  const random = new Random(stay.household.seed, member.number, stay.number, 10);
  const earned_on = stay.enteredOn + 45 + Math.floor(random.exponential(120));
  const able = 0.38 + 0.07 * stay.household.reserve;
  if (earned_on > Math.min(LAST_DAY, stay.contactUntil + HEARD_OF_DAYS) || !random.chance(able)) return;
  const teaches = stay.partner.sends.has("education_test");
  const type = teaches
    ? random.weighted({ diploma: 62, work_readiness: 22, certificate: 16 })
    : random.weighted({ certification: 38, certificate: 24, license: 18, work_readiness: 17, associate: 3 });
  const isWorkforce = stay.partner.sends.has("skill_gain");
  const finishedSchool = isWorkforce && new Random(stay.household.seed, member.number, stay.number, 23).chance(0.2);
  sink(stay.partner, "credential", {
    person_token: personToken(stay.partner, member),
    enrollment_token: enrollmentToken(stay, member),
    type: finishedSchool ? "diploma" : type,
    earned_on,
  });
}

/** Days after entry it usually takes to gain a skill of each type. */
const PACE = { transcript: 150, milestone: 90, progression: 120 } as const;

/** Writes the gains in skill of some adults, at a partner that reports them, while the partner is in touch. */
export function sendSkillGains(member: Member, stay: Stay, sink: Sink): void {
  if (!stay.partner.sends.has("skill_gain") || !member.adult) return;
  const random = new Random(stay.household.seed, member.number, stay.number, 21);
  const able = 0.3 + 0.05 * stay.household.reserve + 0.04 * member.resolve;
  for (const [type, days] of Object.entries(PACE)) {
    const achieved_on = stay.enteredOn + 20 + Math.floor(random.exponential(days));
    if (!random.chance(able) || achieved_on > Math.min(LAST_DAY, stay.contactUntil)) continue;
    sink(stay.partner, "skill_gain", {
      enrollment_token: enrollmentToken(stay, member),
      person_token: personToken(stay.partner, member),
      type,
      achieved_on,
    });
  }
}
