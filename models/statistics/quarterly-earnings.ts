/** Times a quarter that a wage is paid, as the joint WIOA guidance converts wages. */
const PER_QUARTER = { week: 13, two_weeks: 6.5, month: 3, year: 1 / 4 } as const;

/** How a wage is stated: an amount in cents for each of these, or for each hour with the hours worked a week. */
export type Wage =
  | { cents: number; every: keyof typeof PER_QUARTER }
  | { cents: number; every: "hour"; hoursPerWeek: number };

/** Earnings of a quarter in whole cents, by the conversions of RSA-TAC-17-01, attachment III. */
export function quarterlyEarnings(wage: Wage): number {
  if (wage.every === "hour") return Math.round(wage.cents * wage.hoursPerWeek * PER_QUARTER.week);
  return Math.round(wage.cents * PER_QUARTER[wage.every]);
}
