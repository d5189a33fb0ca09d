import type { TableFeed } from "../network.ts";
import { dayOf } from "./age.ts";

const MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split(" ");
const two = (text: string) => text.padStart(2, "0");

/** How each format's parts stand for year, month and day. */
const FORMATS: Readonly<Record<TableFeed["dates"], (text: string) => string | undefined>> = {
  "YYYY-MM-DD": (text) => text,
  YYYYMMDD: (text) => parts(/^(\d{4})(\d{2})(\d{2})$/, text, ([year, month, day]) => [year, month, day]),
  "MM/DD/YYYY": (text) => parts(/^(\d{1,2})\/(\d{1,2})\/(\d{4})$/, text, ([month, day, year]) => [year, month, day]),
  "DD/MM/YYYY": (text) => parts(/^(\d{1,2})\/(\d{1,2})\/(\d{4})$/, text, ([day, month, year]) => [year, month, day]),
  "DD.MM.YYYY": (text) => parts(/^(\d{1,2})\.(\d{1,2})\.(\d{4})$/, text, ([day, month, year]) => [year, month, day]),
  "DD-Mon-YYYY": (text) =>
    parts(/^(\d{1,2})-([A-Za-z]{3})-(\d{4})$/, text, ([day, month, year]) => [
      year,
      String(1 + MONTHS.indexOf(month.toLowerCase())),
      day,
    ]),
};

type Three = readonly [string, string, string];

function parts(pattern: RegExp, text: string, order: (found: Three) => Three): string | undefined {
  const found = pattern.exec(text);
  if (!found) return undefined;
  const [year, month, day] = order([found[1]!, found[2]!, found[3]!]);
  return `${year}-${two(month)}-${two(day)}`;
}

/** The day of a cell in a feed's format of dates, or as `YYYY-MM-DD`; empty when it is neither. */
export function feedDay(text: string, format: TableFeed["dates"]): string {
  return dayOf(FORMATS[format](text) ?? text) ?? "";
}
