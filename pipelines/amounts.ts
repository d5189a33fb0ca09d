/** A whole number with thousands separators. */
export const count = (number: number): string => number.toLocaleString("en-US");

/** A share in whole percent: 0 % and 100 % only where it is none and all. */
export function percent(numerator: number, denominator: number): string {
  if (denominator === 0) return "";
  const rounded = Math.round((100 * numerator) / denominator);
  if (rounded === 0 && numerator > 0) return "under 1 %";
  if (rounded === 100 && numerator < denominator) return "over 99 %";
  return `${rounded} %`;
}

/** A count with its noun. */
export const counted = (number: number, one: string, many = `${one}s`): string =>
  `${count(number)} ${number === 1 ? one : many}`;

/** A number of days to at most one decimal. */
export const daysText = (days: number): string => counted(Math.round(days * 10) / 10, "day");

const MONTHS = "January February March April May June July August September October November December".split(" ");

/** A day as it is read: June 30, 2026. */
export function dayText(day: string): string {
  const [year, month, date] = day.split("-").map(Number) as [number, number, number];
  return `${MONTHS[month - 1]} ${date}, ${year}`;
}

/** A reason as a sentence of its own. */
export const sentence = (reason: string): string =>
  `${reason.charAt(0).toUpperCase()}${reason.slice(1)}${reason.endsWith(".") ? "" : "."}`;
