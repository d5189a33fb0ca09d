import { type Day, LAST_DAY, monthStart } from "./calendar.ts";
import type { Member } from "./household.ts";
import type { Stay } from "./journey.ts";
import { enrollmentToken, personToken } from "./people.ts";
import { Random } from "./random.ts";
import type { Sink } from "./row.ts";

interface Benefit {
  /** Share of the partner's families with it. */
  share: number;
  /** A usual month. */
  cents: number;
  childOnly?: true;
}

/** What the families of a care-coordination hub have, as it notes. */
const AT_HUBS: Readonly<Record<string, Benefit>> = {
  snap: { share: 0.43, cents: 34_000 },
  tanf: { share: 0.16, cents: 28_500, childOnly: true },
  housing: { share: 0.14, cents: 71_000 },
  health: { share: 0.36, cents: 0 },
  childcare: { share: 0.17, cents: 58_000, childOnly: true },
  wic: { share: 0.13, cents: 6_400, childOnly: true },
};

/** Which benefits a partner pays or records. */
const BENEFITS: Readonly<Record<string, Readonly<Record<string, Benefit>>>> = {
  "keystone-benefits": {
    snap: { share: 0.78, cents: 34_000 },
    tanf: { share: 0.22, cents: 28_500, childOnly: true },
  },
  "stonebridge-housing": { housing: { share: 0.55, cents: 71_000 } },
  "fernhill-family-center": { childcare: { share: 0.62, cents: 58_000, childOnly: true } },
  "cedar-court-clinic": { health: { share: 0.35, cents: 0 }, wic: { share: 0.16, cents: 6_400, childOnly: true } },
  "riverbend-hub": AT_HUBS,
  "southfield-hub": AT_HUBS,
};

/** Writes the months of benefits of the head of the household during a stay. */
export function sendBenefits(stay: Stay, sink: Sink): void {
  if (!stay.partner.sends.has("benefit_month")) return;
  const head = stay.members[0]!;
  const random = new Random(stay.household.seed, head.number, stay.number, 11);
  const hasChild = stay.members.some((member) => member.role === "child");
  for (const [benefit, { share, cents, childOnly }] of Object.entries(BENEFITS[stay.partner.id] ?? {})) {
    if ((childOnly && !hasChild) || !random.chance(share)) continue;
    const usual = cents * (0.7 + 0.16 * stay.members.length) * (0.9 + 0.2 * random.real());
    sendMonths(stay, head, benefit, usual, random, sink);
  }
}

/** Share of people on a benefit whose family had it when they grew up. */
const GREW_UP_WITH: Readonly<Record<string, number>> = {
  snap: 0.44,
  tanf: 0.31,
  housing: 0.22,
  health: 0.38,
  childcare: 0.12,
  wic: 0.33,
};

/** What the head of the household said of one benefit, in about a quarter of stays nothing. */
function saidOf(benefit: string, { household, number }: Stay, head: Member): string {
  const random = new Random(household.seed, head.number, number, 71, benefit.length);
  const grewUpWith = random.chance(GREW_UP_WITH[benefit] ?? 0);
  return random.chance(0.26) ? "unknown" : grewUpWith ? "yes" : "no";
}

function sendMonths(stay: Stay, head: Member, benefit: string, usual: number, random: Random, sink: Sink): void {
  const grew_up_with_assistance = saidOf(benefit, stay, head);
  const last = Math.min(LAST_DAY, stay.contactUntil);
  for (let count = 0; count < 24; count++) {
    const month = monthStart(stay.enteredOn, count);
    if (month > last || random.chance(0.035)) return;
    sink(stay.partner, "benefit_month", {
      person_token: personToken(stay.partner, head),
      benefit,
      month,
      amount: usual === 0 ? undefined : Math.round(usual * 0.988 ** count),
      grew_up_with_assistance,
    });
  }
}

/** Writes what one adult reported of income: at entry, once a year, at exit. */
export function sendIncomes(member: Member, stay: Stay, sink: Sink): void {
  if (!stay.partner.sends.has("income") || !member.adult) return;
  const random = new Random(stay.household.seed, member.number, stay.number, 12);
  const earner = 0.5 + 0.14 * stay.household.reserve + 0.14 * member.resolve + random.normal(0, 0.25);
  const unchanged = new Random(stay.household.seed, member.number, stay.number, 44);
  const last = Math.min(LAST_DAY, stay.contactUntil);
  let before: Amounts | undefined;
  report(stay.enteredOn, "entry");
  for (let year = 1; stay.enteredOn + year * 365 < last; year++) report(stay.enteredOn + year * 365, "annual");
  if (stay.exitedOn === stay.contactUntil && random.chance(0.88)) report(stay.exitedOn, "exit");

  function report(reported_on: Day, stage: string): void {
    const amounts = amountsOf((reported_on - stay.enteredOn) / 30.4);
    const silent = random.chance(0.035);
    before = before && unchanged.chance(0.15) ? before : amounts;
    const { fromWork, other } = before;
    sink(stay.partner, "income", {
      enrollment_token: enrollmentToken(stay, member),
      person_token: personToken(stay.partner, member),
      reported_on,
      stage,
      any_income: silent ? undefined : fromWork !== undefined || other > 0,
      total_monthly: silent ? undefined : (fromWork ?? 0) + other,
      earned: silent ? undefined : fromWork !== undefined,
      earned_monthly: silent ? undefined : fromWork,
    });
  }

  function amountsOf(months: number): Amounts {
    const earned = random.chance(Math.min(0.92, Math.max(0.06, earner * 0.8 + 0.017 * months)));
    const fromWork = earned ? Math.max(9_000, Math.round(random.normal(132_000 + 1_800 * months, 46_000))) : undefined;
    return { fromWork, other: random.chance(0.44) ? random.integer(12_000, 98_000) : 0 };
  }
}

/** Cents of income in a month; no `fromWork` without a job. */
interface Amounts {
  fromWork: number | undefined;
  other: number;
}
