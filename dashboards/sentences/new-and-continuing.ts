import { countWords } from "./numbers.ts";

/** The people of one year; null where a number is not shown. */
interface YearCounts {
  title: string;
  came: number | null;
  continuing: number | null;
}

/** The finding of the latest year of which both numbers are known. */
export function newAndContinuingHeadline(years: readonly YearCounts[]): string {
  const last = years.findLast(({ came, continuing }) => came !== null && continuing !== null);
  if (last === undefined) return "New and continuing people: no year can be shown";
  return `${last.title}: ${countWords(last.came!)} people new, and ${countWords(last.continuing!)} continuing from the year before`;
}
