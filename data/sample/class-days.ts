import { LAST_DAY } from "./calendar.ts";
import type { Stay } from "./journey.ts";
import { personToken } from "./people.ts";
import { Random } from "./random.ts";
import type { Sink } from "./row.ts";

/** Programs that keep a list of who came each day, and on how many days a month people come. */
const KEEPS_LIST: Readonly<Record<string, number>> = { "millrace-youth": 6 };

/** Writes the days on which the adults of one stay came to a program that keeps such a list, with their hours. */
export function sendClassDays(stay: Stay, sink: Sink): void {
  const { partner, program } = stay;
  const monthly = KEEPS_LIST[program];
  if (monthly === undefined || !partner.sends.has("service")) return;
  for (const member of stay.members.filter(({ adult }) => adult)) {
    const random = new Random(stay.household.seed, member.number, stay.number, 47);
    const last = Math.min(LAST_DAY, stay.contactUntil);
    const count = Math.min(60, Math.floor((monthly * (last - stay.enteredOn + 1)) / 30.4 + random.real()));
    for (let at = 0; at < count; at++) {
      sink(partner, "service", {
        service_token: partner.key.token(`class day ${member.number} ${stay.number} ${at}`),
        person_token: personToken(partner, member),
        program_id: program,
        provided_on: random.integer(stay.enteredOn, last),
        type: "coaching",
        hours: random.integer(8, 24) / 4,
      });
    }
  }
}
