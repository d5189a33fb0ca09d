/** Distance from a line within which a value counts as on it, relative to the larger of them and 1. */
const ROUNDING = 1e-12;

/** 1 above or upwards, -1 below or downwards, 0 neither. */
export type Side = -1 | 0 | 1;

/** The side of a line on which a value lies; 0 on it, up to rounding. */
export function sideOf(value: number, line: number): Side {
  const distance = value - line;
  if (Math.abs(distance) <= ROUNDING * Math.max(1, Math.abs(value), Math.abs(line))) return 0;
  return distance > 0 ? 1 : -1;
}

/** The side on which a value lies outside two lines; 0 between and on them. */
export function outsideOf(value: number, low: number, high: number): Side {
  if (sideOf(value, high) > 0) return 1;
  return sideOf(value, low) < 0 ? -1 : 0;
}
