import { type Day, LAST_DAY } from "./calendar.ts";
import type { Member } from "./household.ts";
import type { Stay } from "./journey.ts";
import { Random } from "./random.ts";

/** How a domain of the Arizona matrix usually stands at entry, how fast it moves in a year, and whether 0 can be said of it. */
interface DomainLife {
  start: number;
  gain: number;
  families?: true;
}

/** The eighteen domains: some are low and movable, some near the ceiling for nearly everyone. */
const domainLives: Readonly<Record<string, DomainLife>> = {
  housing: { start: 2.3, gain: 1.1 },
  employment: { start: 1.9, gain: 1.2 },
  income: { start: 1.8, gain: 1.0 },
  food: { start: 2.2, gain: 0.7 },
  childcare: { start: 2.3, gain: 0.9, families: true },
  child_education: { start: 3.6, gain: 0.5, families: true },
  adult_education: { start: 2.7, gain: 0.5 },
  health_care: { start: 2.8, gain: 0.7 },
  life_skills: { start: 3.1, gain: 0.5 },
  family_relations: { start: 3.0, gain: 0.4 },
  mobility: { start: 2.5, gain: 0.6 },
  community: { start: 2.3, gain: 0.7 },
  parenting: { start: 3.5, gain: 0.4, families: true },
  legal: { start: 4.3, gain: 0.2 },
  mental_health: { start: 3.4, gain: 0.4 },
  substance_abuse: { start: 4.6, gain: 0.1 },
  safety: { start: 3.8, gain: 0.5 },
  disabilities: { start: 4.2, gain: 0.05 },
};

export const domains = Object.keys(domainLives);

/** A cell of a form: a level from 1 to 5, 0 where the domain does not apply, undefined where it was left open. */
export type Level = number | undefined;

/** One filled-in form; `goals` are the domains the person chose. */
export interface Form {
  on: Day;
  stage: "initial" | "interim" | "exit";
  levels: readonly Level[];
  goals: ReadonlySet<number>;
}

/** The forms of one person in one stay, in order of time; none where the stay's partner does not use the matrix. */
export function makeForms(member: Member, stay: Stay): Form[] {
  const random = new Random(stay.household.seed, member.number, stay.number, 2);
  const dates = formDates(stay, random);
  if (dates.length === 0) return [];
  const standing = domains.map((domain) => standingOf(domain, member, stay, random));
  const goals = chooseGoals(standing, random);
  return dates.map(({ on, stage }) => ({
    on,
    stage,
    goals,
    levels: standing.map((at, domain) =>
      levelOn(at, domain, (on - stay.enteredOn) / 30.4, goals.has(domain), stay, random),
    ),
  }));
}

function formDates(stay: Stay, random: Random): Pick<Form, "on" | "stage">[] {
  const { diligence } = stay.partner;
  const dates: Pick<Form, "on" | "stage">[] = [];
  const late = random.chance(0.07) ? random.integer(31, 80) : Math.floor(random.exponential(5));
  const last = stay.exitedOn === stay.contactUntil ? stay.contactUntil - 12 : stay.contactUntil;
  const first = stay.enteredOn + late;
  if (random.chance(0.955) && first <= stay.contactUntil) dates.push({ on: first, stage: "initial" });
  for (const months of [3, 6, 9, 12, 18, 24]) {
    const on = stay.enteredOn + Math.round(months * 30.4) + random.integer(-9, 14);
    if (on > first && on < last && random.chance(diligence)) dates.push({ on, stage: "interim" });
  }
  const left = stay.exitedOn !== undefined && stay.exitedOn === stay.contactUntil && stay.reason !== "deceased";
  if (left && stay.exitedOn! > first && random.chance(diligence)) dates.push({ on: stay.exitedOn!, stage: "exit" });
  return dates.filter(({ on }) => on <= LAST_DAY);
}

function standingOf(domain: string, member: Member, stay: Stay, random: Random): number {
  const life = domainLives[domain]!;
  if (life.families && !stay.members.some((other) => other.role === "child")) return Number.NaN;
  return life.start + 0.42 * stay.household.reserve + 0.35 * member.resolve + random.normal(0, 0.75);
}

function chooseGoals(standing: readonly number[], random: Random): Set<number> {
  const lowest = standing
    .map((at, domain) => ({ domain, at: at + random.normal(0, 0.6) }))
    .filter(({ at }) => !Number.isNaN(at))
    .sort((one, other) => one.at - other.at);
  return new Set(lowest.slice(0, random.integer(1, 4)).map(({ domain }) => domain));
}

/** People come at a low point and rise a little by time alone; the rest is progress, faster where it is a goal. */
function levelOn(standing: number, domain: number, months: number, isGoal: boolean, stay: Stay, random: Random): Level {
  if (Number.isNaN(standing)) return random.chance(0.97) ? 0 : undefined;
  if (random.chance(0.018)) return undefined;
  const crisis = -0.38 * Math.exp(-months / 2.5);
  const progress = (domainLives[domains[domain]!]!.gain * stay.partner.pace * Math.min(months, 18)) / 12;
  const level = standing + crisis + progress * (isGoal ? 1.45 : 0.85) + random.normal(0, 0.42);
  return Math.min(5, Math.max(1, Math.round(level)));
}
