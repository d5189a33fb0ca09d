/** How many people of a county lived below the poverty line, as a survey counted them. */
export interface PovertyCount {
  /** State and three-digit FIPS code, such as TN-157. */
  county: string;
  people: number;
  /** The years the survey covers, as in `2019 to 2023`. */
  years: string;
  source: string;
  /** The day on which the number was read there. */
  readOn: string;
}

const madeUp = {
  years: "2020 to 2024",
  source:
    "illustrative round figures, made up for the sample network; a network puts its own in their place, such as table S1701 of the American Community Survey, 5-year estimates",
  readOn: "2026-11-22",
};

/** Illustrative: of no published source. A network puts the counts of its own counties here, with their source and date. */
export const povertyCounts: readonly PovertyCount[] = [
  { county: "TN-157", people: 150_000, ...madeUp },
  { county: "MS-033", people: 20_000, ...madeUp },
  { county: "AR-035", people: 10_000, ...madeUp },
];
