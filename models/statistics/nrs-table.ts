/** One row of table 4 of the National Reporting System, columns B to I, as printed. */
export interface NrsRow {
  /** Column B. */
  participants: number;
  /** Column C. */
  excluded: number;
  /** Column E. */
  levelGains: number;
  /** Column F. */
  diplomas: number;
  /** Column G. */
  otherGains: number;
  /** Column H. */
  separated: number;
  /** Column I. */
  remaining: number;
}

/** Columns J to O, where they are printed: the share of participants with a gain, and the same of periods of participation. */
export interface NrsShares {
  share?: number;
  periods?: { all: number; levelGains: number; diplomas: number; otherGains: number; share: number };
}

/** The sums and shares of table 4 that a row breaks, by their columns; none when it is sound. Shares are cut off after four digits. */
export function brokenSums(row: NrsRow & NrsShares): string[] {
  const counted = row.participants - row.excluded;
  const gains = row.levelGains + row.diplomas + row.otherGains;
  const { share, periods } = row;
  const inPeriods = periods && periods.levelGains + periods.diplomas + periods.otherGains;
  return [
    ...(gains + row.separated + row.remaining === counted ? [] : ["E + F + G + H + I = B − C"]),
    ...(share === undefined || share === truncated(gains, counted) ? [] : ["J = (E + F + G) / (B − C)"]),
    ...(periods && periods.share !== truncated(inPeriods!, periods.all) ? ["O = (L + M + N) / K"] : []),
    ...(periods && inPeriods! < gains ? ["L + M + N ≥ E + F + G"] : []),
  ];
}

/** A share cut off, not rounded, after so many digits; 0 of nobody. */
export function truncated(numerator: number, denominator: number, digits = 4): number {
  const scale = 10 ** digits;
  return denominator === 0 ? 0 : Math.floor((numerator * scale) / denominator) / scale;
}
