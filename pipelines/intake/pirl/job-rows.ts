import { cell, derivedToken } from "./period-rows.ts";
import { isKnown, lastDayOf, quarters } from "./quarters.ts";
import type { PirlSelection } from "./select-periods.ts";

/** 1 employed, 2 in a registered apprenticeship, 3 in the armed forces; 0 not; 9, or nothing, not yet known. */
const EMPLOYED = "('1', '2', '3')";

/** Wage records of the state (1), of federal employers (2) and of the armed forces (3); what else was found (4) is of several kinds. */
const match = `case when told not in ${EMPLOYED} then told when "match" in ('1', '2', '3') then 'wage_record' end`;

/**
 * One job per quarter after exit in which a person was employed on some day. Which day is not known: the quarter's last stands for it,
 * so that no job seems to last. It has ended when the next quarter is known, and is open when it is not.
 */
export function jobRows(periods: string): PirlSelection {
  const told = quarters.map(
    ({ nth, told: of, match: how }) => `{'nth': ${nth}, 'told': ${cell(of)}, 'match': ${cell(how)}}`,
  );
  const lived = `(select * exclude (q), q.nth as nth, q.told as told, q.match as "match", ${lastDayOf("q.nth")} as day,
    ${isKnown("lead(q.told) over (partition by _row order by q.nth)")} as followed
    from (select *, unnest([${told.join(", ")}]) as q from ${periods}))`;
  const same = `case when nth in (2, 4) and ${cell("1618")} = '1' then ${derivedToken("employer")} end`;
  const asked = quarters.map((quarter) => quarter.told);
  return {
    record: "job",
    rows: `from ${lived} where day is not null and ${isKnown("told")} and told <> '0'`,
    fields: {
      job_token: { from: ["100"], sql: derivedToken("job", "nth") },
      person_token: { from: ["100"], sql: cell("100") },
      employer_token: { from: ["1618"], sql: same },
      started_on: { from: asked, sql: "day" },
      ended_on: { from: asked, sql: "case when followed then day end" },
      last_verified_on: { from: asked, sql: "day" },
      verified_by: { from: asked, sql: match },
    },
  };
}
