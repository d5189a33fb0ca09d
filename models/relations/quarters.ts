import type { PublishedPeriod } from "../published.ts";
import type { Structure } from "./structure.ts";

/** Quarters as the published periods tell them, each with its year; throws when one is in none. */
export function quartersOf(period: readonly PublishedPeriod[], asOf: string): Structure["quarters"] {
  const years = period.filter(({ period_kind }) => period_kind === "year");
  return period
    .filter(({ period_kind }) => period_kind === "quarter")
    .map(({ period: quarter, starts_on, ends_on }) => {
      const year = years.find((one) => one.starts_on <= starts_on && starts_on <= one.ends_on);
      if (!year) throw new Error(`a quarter outside every year: ${quarter}`);
      const daysFrom = (day: string) => (Date.parse(asOf) - Date.parse(day)) / 86_400_000;
      return { quarter, year: year.period, daysSince: daysFrom(starts_on), daysOver: daysFrom(ends_on) };
    });
}
