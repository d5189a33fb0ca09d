import { cell } from "./period-rows.ts";

/** Quarters after exit with the elements that say whether the person was employed and how that is known. */
export const quarters = [1, 2, 3, 4].map((nth) => ({ nth, told: `${1598 + 2 * nth}`, match: `${1599 + 2 * nth}` }));

/** Nothing and 9 say that it is not yet known whether a person was employed. */
export const isKnown = (told: string) => `coalesce(${told}, '9') <> '9'`;

/** The last day of a calendar quarter after that of the exit, `nth` being a number or SQL; of the exit's own for 0. */
export const lastDayOf = (nth: number | string) =>
  `cast(date_trunc('quarter', try_cast(${cell("901")} as date)) + to_months(cast(3 * (${nth} + 1) as integer)) - interval 1 day as date)`;
