import type { Reading } from "./select-record.ts";
import { yesNoSql } from "./select-record.ts";

const RACES = {
  AmIndAKNative: "american_indian",
  Asian: "asian",
  BlackAfAmerican: "black",
  NativeHIPacific: "native_hawaiian",
  White: "white",
} as const;

const races = Object.keys(RACES)
  .map((flag) => `cast(coalesce("${flag}" = '1', false) as integer)`)
  .join(" + ");

/** Hispanic or Latino of any race is one group; of the others, more than one race is another. */
const race = `case when "Ethnicity" = '1' then 'hispanic' when ${races} > 1 then 'multiple'
  ${Object.entries(RACES)
    .map(([flag, code]) => `when "${flag}" = '1' then '${code}'`)
    .join(" ")} else 'unknown' end`;

/** A transgender woman or man is a woman or a man; several answers, or another one, are the third code. */
const gender = `case when "NoSingleGender" = '1' or "Questioning" = '1' or ("Female" = '1' and "Male" = '1') then 'nonbinary'
  when "Female" = '1' then 'woman' when "Male" = '1' then 'man' when "Transgender" = '1' then 'nonbinary' else 'unknown' end`;

/** Columns of Client.csv that the flags of race and gender are in. */
export const personFlags = [
  ...Object.keys(RACES),
  "Ethnicity",
  "Female",
  "Male",
  "NoSingleGender",
  "Transgender",
  "Questioning",
] as const;

/** A person out of de-identified Client.csv and Export.csv. */
export const personFields: Readonly<Record<string, Reading>> = {
  person_token: { from: "PersonalID" },
  gender: { from: "NoSingleGender", sql: gender },
  race_ethnicity: { from: "Ethnicity", sql: race },
  veteran: { from: "VeteranStatus", sql: yesNoSql("VeteranStatus") },
  age: { from: "AgeAtExportStart" },
  age_on: { from: "ExportStartDate", sql: `case when "AgeAtExportStart" is not null then "ExportStartDate" end` },
};
