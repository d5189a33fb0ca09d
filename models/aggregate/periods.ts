import { TO_DATE } from "../figure-key.ts";
import type { PublishedPeriod } from "../published.ts";

const YEAR = /^PY(\d{4})$/;
const QUARTER = /^(\d{4})-Q([1-4])$/;
/** No agency counts what it did before this program year; an earlier one is a slip of the pen. */
const FIRST_YEAR = 2000;
const MONTHS = [1, 4, 7, 10];

/** The program year a period begins in, null for the time to date and for what is no period. */
export function yearOf(period: string, programYearStarts: number): number | null {
  const year = YEAR.exec(period);
  if (year) return Number(year[1]);
  const quarter = QUARTER.exec(period);
  if (!quarter) return null;
  return Number(quarter[1]) - (MONTHS[Number(quarter[2]) - 1]! < programYearStarts ? 1 : 0);
}

/**
 * The periods that counts of some periods may be about: every program year and quarter from the year before the first of them to the
 * as-of date, none before 2000. The year before stands for all earlier ones, of which nobody has said anything.
 */
export function periodsAround(
  mentioned: readonly string[],
  { asOf, programYearStarts }: { asOf: string; programYearStarts: number },
): PublishedPeriod[] {
  const last = yearOn(asOf, programYearStarts);
  const years = mentioned.flatMap((period) => yearOf(period, programYearStarts) ?? []);
  const first = Math.max(FIRST_YEAR, Math.min(last, ...years.filter((year) => year >= FIRST_YEAR)) - 1);
  const all: PublishedPeriod = { period_kind: "all", period: TO_DATE, title: "To date", starts_on: "", ends_on: asOf };
  return [all, ...range(first, last).flatMap((year) => yearAndQuarters(year, programYearStarts))];
}

const range = (first: number, last: number) => Array.from({ length: last - first + 1 }, (_, at) => first + at);

function yearOn(day: string, programYearStarts: number): number {
  return Number(day.slice(0, 4)) - (Number(day.slice(5, 7)) < programYearStarts ? 1 : 0);
}

function yearAndQuarters(year: number, programYearStarts: number): PublishedPeriod[] {
  const starts = (months: number) => dayOf(year, programYearStarts + months);
  const ends = (months: number) => dayOf(year, programYearStarts + months, 0);
  const quarters = [0, 3, 6, 9].map((months): PublishedPeriod => {
    const starts_on = starts(months);
    const period = `${starts_on.slice(0, 4)}-Q${Math.ceil(Number(starts_on.slice(5, 7)) / 3)}`;
    return { period_kind: "quarter", period, title: period, starts_on, ends_on: ends(months + 3) };
  });
  const whole: PublishedPeriod = {
    ...{ period_kind: "year", period: `PY${year}`, title: `PY${year}` },
    ...{ starts_on: starts(0), ends_on: ends(12) },
  };
  return [whole, ...quarters];
}

const dayOf = (year: number, month: number, day = 1) =>
  new Date(Date.UTC(year, month - 1, day)).toISOString().slice(0, 10);
