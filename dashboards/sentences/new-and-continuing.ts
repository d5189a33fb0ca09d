import { countWords } from "./numbers.ts";

/** The times of taking part of one year; null where a number is not shown. */
interface YearCounts {
  title: string;
  came: number | null;
  continuing: number | null;
}

/** The finding of the latest year of which both numbers are known. */
export function newAndContinuingHeadline(years: readonly YearCounts[]): string {
  const last = years.findLast(({ came, continuing }) => came !== null && continuing !== null);
  if (last === undefined) return "Times of taking part, new and continuing: no year can be shown";
  return `${last.title}: ${countWords(last.came!)} new entries, and ${countWords(last.continuing!)} times of taking part that go on from the year before`;
}
