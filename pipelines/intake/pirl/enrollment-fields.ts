import { age, codeSql } from "./cell-sql.ts";
import { cell } from "./period-rows.ts";
import { isKnown, lastDayOf, quarters } from "./quarters.ts";
import type { PirlReading } from "./select-periods.ts";

/**
 * Element 923: why an exit does not count. Institutionalized (1) and criminal offenders in an institution (7), medical treatment (2),
 * death (3), reserves called up (4), foster care elsewhere (5), ineligible (6). Without one (0) the record does not say why.
 */
const REASONS = {
  ...{ 1: "institutionalized", 2: "other", 3: "deceased", 4: "other", 5: "moved", 6: "ineligible" },
  7: "institutionalized",
};

const reason = `case when coalesce(${cell("923")}, '0') <> '0' then ${codeSql("923", REASONS)} end`;

/** Work is known up to the last quarter before the first that is not known yet. */
const workKnownTo = `case ${quarters
  .map(({ nth, told }) => `when not ${isKnown(cell(told))} then ${lastDayOf(nth - 1)}`)
  .join(" ")} else ${lastDayOf(quarters.length)} end`;

/** A period of participation. People take part for themselves, so who is under 18 entered without a parent. */
export const enrollmentFields: Readonly<Record<string, PirlReading>> = {
  enrollment_token: { from: ["100"], sql: "period" },
  person_token: { from: ["100"], sql: cell("100") },
  program_id: { from: [], sql: "program" },
  entered_on: { from: ["900"], sql: cell("900") },
  exited_on: { from: ["901"], sql: cell("901") },
  exit_reason: { from: ["923"], sql: reason },
  age_at_entry: { from: ["AgeAtEntry", "CALC4039"], sql: age },
  unaccompanied: {
    from: ["AgeAtEntry", "CALC4039"],
    sql: `case when try_cast(${age} as integer) < 18 then 'true' end`,
  },
  work_known_to: { from: quarters.map(({ told }) => told), sql: workKnownTo },
};
