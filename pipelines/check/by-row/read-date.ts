import type { TableFeed } from "../../network.ts";

type Format = TableFeed["dates"];

const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
const FORMS: Readonly<Record<Format, RegExp | null>> = {
  "YYYY-MM-DD": null,
  "MM/DD/YYYY": /^(?<month>[0-9]{1,2})\/(?<day>[0-9]{1,2})\/(?<year>[0-9]{4})$/,
  "DD/MM/YYYY": /^(?<day>[0-9]{1,2})\/(?<month>[0-9]{1,2})\/(?<year>[0-9]{4})$/,
  "DD.MM.YYYY": /^(?<day>[0-9]{1,2})\.(?<month>[0-9]{1,2})\.(?<year>[0-9]{4})$/,
  YYYYMMDD: /^(?<year>[0-9]{4})(?<month>[0-9]{2})(?<day>[0-9]{2})$/,
  "DD-Mon-YYYY": /^(?<day>[0-9]{1,2})-(?<name>[A-Za-z]{3})-(?<year>[0-9]{4})$/,
};

/** A day in a partner's format as `YYYY-MM-DD`; anything else as it is, for the checks to find. */
export function readDate(text: string, format: Format): string {
  const parts = FORMS[format]?.exec(text)?.groups;
  if (!parts) return text;
  const month = parts.name ? 1 + MONTHS.indexOf(parts.name.toLowerCase()) : Number(parts.month);
  const [year, day] = [Number(parts.year), Number(parts.day)];
  if (month < 1 || month > 12 || day < 1 || day > daysIn(year, month)) return text;
  return [String(year).padStart(4, "0"), String(month).padStart(2, "0"), String(day).padStart(2, "0")].join("-");
}

const DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
const daysIn = (year: number, month: number) =>
  DAYS[month - 1]! + (month === 2 && (year % 400 === 0 || (year % 4 === 0 && year % 100 !== 0)) ? 1 : 0);
