import { codesSql } from "./cell-sql.ts";
import { cell } from "./period-rows.ts";
import type { PirlSelection } from "./select-periods.ts";

/** Types of recognized credential (1800); that 8 is a graduate degree is general knowledge, not checked against a source. */
const TYPES = {
  ...{ 1: "diploma", 2: "associate", 3: "bachelor", 4: "license", 5: "certificate", 6: "certification", 7: "other" },
  8: "graduate",
};

const CREDENTIALS = [
  { type: "1800", earned: "1801" },
  { type: "1802", earned: "1803" },
  { type: "1804", earned: "1805" },
];

/** One credential per type and day: what two periods of a person both report is one. Type 0 is none. */
export function credentialRows(periods: string): PirlSelection {
  const told = CREDENTIALS.map(({ type, earned }) => `{'type': ${cell(type)}, 'earned': ${cell(earned)}}`);
  const once = `row_number() over (partition by ${cell("100")}, c.type, c.earned order by ${cell("900")}, _row)`;
  return {
    record: "credential",
    rows: `from (select *, ${once} as nth from (select *, unnest([${told.join(", ")}]) as c from ${periods})
      where coalesce(c.type, '0') <> '0') where nth = 1`,
    fields: {
      person_token: { from: ["100"], sql: cell("100") },
      enrollment_token: { from: ["100"], sql: "period" },
      type: { from: CREDENTIALS.map((each) => each.type), sql: codesSql("c.type", TYPES) },
      earned_on: { from: CREDENTIALS.map((each) => each.earned), sql: "c.earned" },
    },
  };
}
