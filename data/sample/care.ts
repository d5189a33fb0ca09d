import { LAST_DAY } from "./calendar.ts";
import type { Member } from "./household.ts";
import type { Stay } from "./journey.ts";
import { domains, type Form } from "./matrix.ts";
import { enrollmentToken, personToken } from "./people.ts";
import { Random } from "./random.ts";
import type { Sink } from "./row.ts";

/** Writes the matrix forms of one person in one stay, and the goals set when the first was filled in. */
export function sendForms(member: Member, stay: Stay, forms: readonly Form[], sink: Sink): void {
  const { partner } = stay;
  const enrollment_token = enrollmentToken(stay, member);
  const person_token = personToken(partner, member);
  for (const { on, stage, levels, goals } of forms) {
    const row = { enrollment_token, person_token, assessed_on: on, stage };
    sink(partner, "assessment_score", row, { levels, goals });
  }
  if (forms[0] && partner.sends.has("goal")) sendGoals(member, stay, forms[0], sink);
}

function sendGoals(member: Member, stay: Stay, form: Form, sink: Sink): void {
  const { partner } = stay;
  const random = new Random(stay.household.seed, member.number, stay.number, 6);
  const undated = new Random(stay.household.seed, member.number, stay.number, 61);
  for (const domain of form.goals) {
    const set_on = Math.min(LAST_DAY, stay.contactUntil, form.on + random.integer(0, 21));
    const reached_on = set_on + 14 + Math.floor(random.exponential(430 / partner.pace));
    const due_on = set_on + random.pick([60, 90, 120, 180, 270]);
    sink(partner, "goal", {
      goal_token: partner.key.token(`goal ${member.number} ${stay.number} ${domain}`),
      person_token: personToken(partner, member),
      enrollment_token: enrollmentToken(stay, member),
      domain: domains[domain],
      set_on,
      due_on: undated.chance(0.22) ? undefined : due_on,
      reached_on: reached_on <= Math.min(LAST_DAY, stay.contactUntil) ? reached_on : undefined,
    });
  }
}

/** Writes the services of one stay: to its adults, and child care to its children. */
export function sendServices(stay: Stay, sink: Sink): void {
  if (!stay.partner.sends.has("service")) return;
  for (const member of stay.members) {
    for (const [type, monthly] of Object.entries(stay.partner.services)) {
      const forChild = type === "childcare";
      if (forChild === (member.role === "child")) sendServicesTo(member, type, monthly, stay, sink);
    }
  }
}

function sendServicesTo(member: Member, type: string, monthly: number, stay: Stay, sink: Sink): void {
  const { partner } = stay;
  const random = new Random(stay.household.seed, member.number, stay.number, 7, type.length);
  const last = Math.min(LAST_DAY, stay.contactUntil);
  const count = Math.min(24, Math.floor((monthly * (last - stay.enteredOn + 14)) / 30.4 + random.real()));
  for (let at = 0; at < count; at++) {
    sink(partner, "service", {
      service_token: partner.key.token(`service ${member.number} ${stay.number} ${type} ${at}`),
      person_token: personToken(partner, member),
      program_id: stay.program,
      provided_on: random.integer(stay.enteredOn, last),
      type,
      hours: type === "financial" ? undefined : random.integer(1, type === "childcare" ? 32 : 10) / 4,
      cost: costOf(type, random),
    });
  }
}

function costOf(type: string, random: Random): number | undefined {
  if (type === "financial") return Math.max(5_000, Math.round(random.normal(42_000, 16_000)));
  return random.chance(0.3) ? random.integer(12, 190) * 100 : undefined;
}
