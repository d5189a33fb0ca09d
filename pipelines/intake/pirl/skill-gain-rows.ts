import { cell } from "./period-rows.ts";
import type { PirlSelection } from "./select-periods.ts";

/** Elements with the day of the latest gain of each type; the fifth (1806) is shown by tests, which the record does not have. */
const GAINS = [
  { day: "1807", type: "transcript" },
  { day: "1808", type: "transcript" },
  { day: "1809", type: "milestone" },
  { day: "1810", type: "progression" },
];

/** One gain per type and day of a period. */
export function skillGainRows(periods: string): PirlSelection {
  const told = GAINS.map(({ day, type }) => `{'day': ${cell(day)}, 'type': '${type}'}`);
  const days = GAINS.map(({ day }) => day);
  return {
    record: "skill_gain",
    rows: `from (select *, row_number() over (partition by _row, g.type, g.day) as nth
      from (select *, unnest([${told.join(", ")}]) as g from ${periods}) where g.day is not null) where nth = 1`,
    fields: {
      enrollment_token: { from: ["100"], sql: "period" },
      person_token: { from: ["100"], sql: cell("100") },
      type: { from: days, sql: "g.type" },
      achieved_on: { from: days, sql: "g.day" },
    },
  };
}
