import { RESTRICTED_PREFIXES } from "../data/reference/zip-areas.ts";

/** The field of a person that holds a ZIP area. */
export const ZIP_FIELD = "zip_area";

/** More of a ZIP code than its area: all five digits, also without the zero that spreadsheets drop, and with the four that may follow. */
export const WHOLE_ZIP = "[0-9]{4,5}|[0-9]{5}-?[0-9]{4}";

/** What stands in the place of an area of 20,000 people or fewer. */
const SMALL_AREA = "000";

const whole = new RegExp(`^(?:${WHOLE_ZIP})$`);

/** The area of a ZIP code or area as text; anything else stays, for the checks to find. */
export function zipArea(text: string): string {
  const area = whole.test(text) ? text.padStart(5, "0").slice(0, 3) : text;
  return RESTRICTED_PREFIXES.has(area) ? SMALL_AREA : area;
}

/** The same of a column, in SQL. */
export function zipAreaSql(column: string): string {
  const area = `case when regexp_full_match(${column}, '${WHOLE_ZIP}')
    then left(case when length(${column}) < 5 then lpad(${column}, 5, '0') else ${column} end, 3) else ${column} end`;
  const small = [...RESTRICTED_PREFIXES].map((prefix) => `'${prefix}'`).join(", ");
  return `case when ${area} in (${small}) then '${SMALL_AREA}' else ${area} end`;
}
