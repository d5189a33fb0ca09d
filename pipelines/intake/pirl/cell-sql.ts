import { quoteText } from "../../warehouse.ts";
import { cell } from "./period-rows.ts";

/** A code list as SQL: a code that is not in it stays as it is, for the contract to find. */
export function codesSql(value: string, codes: Readonly<Record<string, string>>): string {
  const cases = Object.entries(codes).map(([code, meaning]) => `when ${quoteText(code)} then ${quoteText(meaning)}`);
  return `case ${value} ${cases.join(" ")} else ${value} end`;
}

/** The same of an element's cells. */
export const codeSql = (element: string, codes: Readonly<Record<string, string>>) => codesSql(cell(element), codes);

const told = `coalesce(${cell("AgeAtEntry")}, ${cell("CALC4039")})`;

/** Age in whole years on the day of entry; 90 and over is one age. */
export const age = `case when regexp_full_match(${told}, '[0-9]{1,3}') then cast(least(cast(${told} as integer), 90) as varchar) else ${told} end`;
