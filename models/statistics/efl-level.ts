/** Scores of one test edition that stand for each educational functioning level, as long as the edition is approved. */
export interface ScoreBands {
  edition: string;
  track: "abe" | "esl";
  subject: "reading" | "mathematics" | "language" | "listening";
  /** Lowest score of levels 1 to 6; null where the first has no lower end. */
  lowest: readonly [number | null, number, number, number, number, number];
  /** Highest score of level 6; null where it has no upper end. */
  highest: number | null;
  /** First and last day on which the edition was approved, `YYYY-MM-DD`; null where that is not known. */
  approvedFrom: string | null;
  approvedTo: string | null;
  source: string;
  /** False for figures from general knowledge, which nobody has compared with a primary source. */
  verified: boolean;
}

/** A score on one subject of a test. */
export interface TestScore extends Pick<ScoreBands, "edition" | "track" | "subject"> {
  tested_on: string;
  score: number;
}

/** The level a score stands for, or null: nothing is inferred from an unknown edition, a day without approval or a score off the scale. */
export function eflLevel(bands: readonly ScoreBands[], test: TestScore): number | null {
  const found = bands.find((band) => isAbout(band, test));
  if (!found || (found.highest !== null && test.score > found.highest)) return null;
  const level = found.lowest.findLastIndex((lowest) => lowest === null || test.score >= lowest) + 1;
  return level > 0 ? level : null;
}

function isAbout(band: ScoreBands, { edition, track, subject, tested_on }: TestScore): boolean {
  const { approvedFrom, approvedTo } = band;
  const isApproved = (approvedFrom ?? tested_on) <= tested_on && tested_on <= (approvedTo ?? tested_on);
  return band.edition === edition && band.track === track && band.subject === subject && isApproved;
}
