import type { TableFeed } from "../../pipelines/network.ts";

/** A day as the number of days since 1970-01-01, so that days can be added and compared. */
export type Day = number;

/** The day written as YYYY-MM-DD. */
export function day(text: string): Day {
  return Date.parse(`${text}T00:00:00Z`) / 86_400_000;
}

/** First day on which the sample network took anyone in. */
export const FIRST_DAY = day("2023-07-01");

/** Last day the sample knows of; `as_of` in network.yaml says the same. */
export const LAST_DAY = day("2026-06-30");

const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/** A way of writing dates that the network knows. */
export type DateFormat = TableFeed["dates"];

/** Year, month and day of the month, from their digits, in one of the formats. */
export function writeDate(format: DateFormat, year: string, month: string, dayOfMonth: string): string {
  const name = MONTHS[Number(month) - 1]!;
  return format.replace("YYYY", year).replace("Mon", name).replace("MM", month).replace("DD", dayOfMonth);
}

/** Room for every day up to 2079, so that the tables below stay plain arrays. */
const DAYS_KNOWN = 40_000;

const written = new Map<DateFormat, string[]>();

/** A day in one of the formats. */
export function dateText(value: Day, format: DateFormat): string {
  let known = written.get(format);
  if (!known) {
    known = new Array<string>(DAYS_KNOWN);
    written.set(format, known);
  }
  known[value] ??= writeDate(format, yearOf(value), isoDate(value).slice(5, 7), isoDate(value).slice(8, 10));
  return known[value];
}

function isoDate(value: Day): string {
  return new Date(value * 86_400_000).toISOString().slice(0, 10);
}

const years = new Array<string>(DAYS_KNOWN);

/** The calendar year of a day. */
export function yearOf(value: Day): string {
  years[value] ??= isoDate(value).slice(0, 4);
  return years[value];
}

/** Month of the year of a day, 0 for January. */
export function monthOf(value: Day): number {
  return new Date(value * 86_400_000).getUTCMonth();
}

/** The month of a day as YYYY-MM. */
export function monthText(value: Day): string {
  return dateText(value, "YYYY-MM-DD").slice(0, 7);
}

/** The first day of the month that comes `months` after the month of a day. */
export function monthStart(value: Day, months: number): Day {
  return Date.UTC(Number(yearOf(value)), monthOf(value) + months, 1) / 86_400_000;
}
