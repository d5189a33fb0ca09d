import { sql } from "kysely";
import type { Identity, Median, Part, Rate } from "./measure.ts";

const EMPLOYED = "people employed in the second quarter";

const part = (id: string, title: string, means: string, when: string): Part => {
  return { id, title, means, when, printed: true, detail: true };
};

/** A part for the whole network alone: at one partner few change their employer, and whatever would tell of them is withheld. */
const networkPart = (...words: Parameters<typeof part>): Part => ({ ...part(...words), notFor: ["partner"] });

/** What is counted of people employed in the second quarter after exit: whether they keep the employer, and whether their earnings are known. */
export const workParts: readonly Part[] = [
  networkPart(
    "followed_q4",
    "Employed, and known again",
    "Employed in the second quarter, with status known in the fourth.",
    "q2 and q4 is not null",
  ),
  networkPart(
    "same_employer",
    "Same employer",
    "With one employer in both the second and the fourth quarter.",
    "q2 and q4 and same_employer",
  ),
  networkPart(
    "not_same_employer",
    "Not with the same employer",
    "Employed in the second quarter; in the fourth without a job, with another employer, or with one nobody named.",
    "q2 and q4 is not null and not (q4 and same_employer)",
  ),
  {
    ...networkPart(
      "changed_employer",
      "Employed in both quarters, not with the same employer",
      "Employed in both quarters, not with the same employer.",
      "q2 and q4 and not same_employer",
    ),
    printed: false,
  },
  part(
    "earnings_known",
    "Earnings known",
    "Employed in the second quarter, with wage and hours known for every job in it.",
    "q2 and coalesce(earned_cents > 0, false)",
  ),
  part(
    "earnings_not_known",
    "Earnings not known",
    "Employed in the second quarter, with a job whose wage or hours are not known, or without pay.",
    "q2 and not coalesce(earned_cents > 0, false)",
  ),
];

export const workIdentities: readonly Identity[] = [
  { total: "followed_q4", of: ["employed_q2_employed_q4", "employed_q2_not_employed_q4"] },
  { total: "followed_q4", of: ["same_employer", "not_same_employer"] },
  { total: "employed_q2_employed_q4", of: ["same_employer", "changed_employer"] },
  { total: "employed_q2", of: ["earnings_known", "earnings_not_known"] },
];

export const workRates: readonly Rate[] = [
  {
    ...{ id: "same_employer", title: "Same employer in both quarters" },
    ...{ numerator: "same_employer", denominator: "followed_q4" },
    ...{ did: "had the same employer in the fourth quarter", among: `${EMPLOYED} with status known in the fourth` },
    of: "had the same employer in the second and in the fourth quarter",
  },
];

export const workMedians: readonly Median[] = [
  {
    id: "earnings_q2",
    title: "Median earnings in the second quarter after exit",
    value: "earned_cents",
    among: "earnings_known",
    unit: "dollars a quarter",
    of: `${EMPLOYED} after exit with known earnings`,
    did: "earned",
  },
];

/** Jobs held in the quarter that begins so many months after the first quarter after exit `x`, by the person whose exit it is. */
const heldIn = (alias: string, months: number) => {
  const [job, first, last] = [sql.raw(alias), sql.raw(String(months)), sql.raw(String(months + 3))];
  return sql`${job}.partner_id = x.partner_id and ${job}.person_key = x.person_key and ${job}.employer_key is not null
    and ${job}.started_on < cast(x.first_quarter_starts_on + interval '${last} months' as date)
    and coalesce(${job}.ended_on, ${job}.last_verified_on, ${job}.started_on) >= cast(x.first_quarter_starts_on + interval '${first} months' as date)`;
};

/** True where one employer is named for a job in the second and for a job in the fourth quarter after exit. */
export const sameEmployer = sql<boolean>`exists (select 1 from job as a join job as b on b.employer_key = a.employer_key
  where ${heldIn("a", 3)} and ${heldIn("b", 9)})`;
