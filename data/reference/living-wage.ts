/** An hourly wage on which one adult without children could live in a county, from a day on. */
export interface LivingWageRate {
  /** State and three-digit FIPS code, such as TN-157. */
  county: string;
  /** `YYYY-MM-DD`; it holds until the county's next one. */
  from: string;
  hourlyCents: number;
}

const COUNTIES = ["TN-157", "TN-047", "TN-167", "MS-033", "MS-093", "MS-137", "AR-035"];

/**
 * Illustrative: round figures made up for the sample network on 22 November 2026, the same for every county.
 * They are of no published source; a network puts the figures it has agreed on here, with their source and date.
 */
export const livingWages: readonly LivingWageRate[] = COUNTIES.flatMap((county) => [
  { county, from: "2020-01-01", hourlyCents: 1500 },
  { county, from: "2025-01-01", hourlyCents: 1700 },
]);
