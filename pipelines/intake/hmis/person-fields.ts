import type { Genders, PersonColumns } from "./person-columns.ts";
import { type Reading, yesNoSql } from "./select-record.ts";

const said = (column: string) => `coalesce("${column}" = '1', false)`;
const anySaid = (columns: readonly string[]) => `(${columns.map(said).join(" or ")})`;

/** Hispanic or Latino of any race is one group; of the others, more than one race is another. */
function race({ races }: PersonColumns, hispanic: string): string {
  const each = Object.entries(races).map(([code, columns]) => ({ code, told: anySaid(columns) }));
  return `case when ${said(hispanic)} then 'hispanic'
    when ${each.map(({ told }) => `cast(${told} as integer)`).join(" + ")} > 1 then 'multiple'
    ${each.map(({ code, told }) => `when ${told} then '${code}'`).join(" ")} else 'unknown' end`;
}

/** A transgender woman or man is a woman or a man; several answers, or another one, are the third code. */
const gender = ({ woman, man, another, transgender }: Genders) =>
  `case when ${anySaid(another)} or (${said(woman)} and ${said(man)}) then 'nonbinary'
    when ${said(woman)} then 'woman' when ${said(man)} then 'man' when ${said(transgender)} then 'nonbinary' else 'unknown' end`;

/** Where a version asks for sex alone, it stands for gender. */
const sex = (column: string) => `case "${column}" when '0' then 'woman' when '1' then 'man' else 'unknown' end`;

function genderReading({ gender: asked }: PersonColumns): Reading {
  if ("sex" in asked) return { from: asked.sex, sql: sex(asked.sex) };
  return { from: asked.another[0]!, sql: gender(asked) };
}

/** A person out of de-identified Client.csv and Export.csv, for the columns that Client.csv has. */
export function personFields(asked: PersonColumns, held: ReadonlySet<string>): Readonly<Record<string, Reading>> {
  const hispanic = asked.hispanic.find((column) => held.has(column)) ?? asked.hispanic[0]!;
  return {
    person_token: { from: "PersonalID" },
    gender: genderReading(asked),
    race_ethnicity: { from: hispanic, sql: race(asked, hispanic) },
    veteran: { from: "VeteranStatus", sql: yesNoSql("VeteranStatus") },
    age: { from: "AgeAtExportStart" },
    age_on: { from: "ExportStartDate", sql: `case when "AgeAtExportStart" is not null then "ExportStartDate" end` },
  };
}
