/** Ages of 90 and over are one age. */
const OLDEST = 90;

/** Age in whole years on a day, both days `YYYY-MM-DD`; empty before birth or without a date of birth, 90 for 90 and over. */
export function ageOn(born: string, day: string): string {
  if (born === "" || day === "" || born > day) return "";
  const years = Number(day.slice(0, 4)) - Number(born.slice(0, 4));
  const before = day.slice(5) < born.slice(5) ? 1 : 0;
  return String(Math.min(years - before, OLDEST));
}

/** The day of a date or timestamp in ISO form, or null when it is not one. */
export function dayOf(value: string): string | null {
  const day = value.slice(0, 10);
  if (!/^\d{4}-\d{2}-\d{2}(?:[T ][0-9:.]+Z?)?$/.test(value)) return null;
  const time = Date.parse(`${day}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(day) ? day : null;
}
