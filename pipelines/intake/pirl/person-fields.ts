import { age, codeSql } from "./cell-sql.ts";
import { cell } from "./period-rows.ts";
import type { PirlReading } from "./select-periods.ts";

const SEX = { 1: "man", 2: "woman", 9: "unknown", 0: "unknown" };

const RACES = {
  american_indian: "211",
  asian: "212",
  black: "213",
  native_hawaiian: "214",
  white: "215",
} as const;

/** Race and ethnicity as the public records put them into one number. */
const CALCULATED = {
  ...{ 1: "hispanic", 2: "asian", 3: "black", 4: "native_hawaiian", 5: "american_indian", 6: "white", 7: "multiple" },
  ...{ 0: "unknown", 9: "unknown" },
};

const said = (element: string) => `coalesce(${cell(element)} = '1', false)`;
const races = Object.entries(RACES);
const asked = ["210", ...Object.values(RACES)].map((element) => `${cell(element)} is not null`).join(" or ");

/** Hispanic or Latino of any race is one group; of the others, more than one race is another. */
const race = `case when ${said("210")} then 'hispanic'
  when ${races.map(([, element]) => `cast(${said(element)} as integer)`).join(" + ")} > 1 then 'multiple'
  ${races.map(([code, element]) => `when ${said(element)} then '${code}'`).join(" ")}
  when ${asked} then 'unknown' else ${codeSql("CALC4020", CALCULATED)} end`;

/** State and county of residence; 0 and 999 are no county, and states outside the country are numbers. */
const county = `case when regexp_full_match(${cell("102")}, '[0-9]{1,3}') and ${cell("102")} not in ('0', '999')
  and regexp_full_match(${cell("101")}, '[A-Za-z]{2}') then upper(${cell("101")}) || '-' || lpad(${cell("102")}, 3, '0') end`;

/** Element 300, or else 301, where 3 is somebody else who is eligible, such as a spouse. */
const veteran = `case ${cell("300")} when '1' then 'true' when '0' then 'false'
  else case when ${cell("301")} in ('1', '2') then 'true' when ${cell("301")} in ('0', '3') then 'false' end end`;

/** A person, as the latest of their periods has them. */
export const personFields: Readonly<Record<string, PirlReading>> = {
  person_token: { from: ["100"], sql: cell("100") },
  gender: { from: ["201"], sql: codeSql("201", SEX) },
  race_ethnicity: { from: ["210", "CALC4020"], sql: race },
  county: { from: ["102"], sql: county },
  veteran: { from: ["300", "301"], sql: veteran },
  disability: { from: ["202"], sql: `case ${cell("202")} when '1' then 'true' when '0' then 'false' end` },
  age: { from: ["AgeAtEntry", "CALC4039"], sql: age },
  age_on: { from: ["900"], sql: `case when ${age} is not null then ${cell("900")} end` },
};
