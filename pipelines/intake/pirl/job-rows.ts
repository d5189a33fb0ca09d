import { cell, derivedToken } from "./period-rows.ts";
import type { PirlSelection } from "./select-periods.ts";

/** Quarters after exit with the elements that say whether the person was employed and how that is known. */
const QUARTERS = [1, 2, 3, 4].map((nth) => ({ nth, told: `${1598 + 2 * nth}`, match: `${1599 + 2 * nth}` }));

/** 1 employed, 2 in a registered apprenticeship, 3 in the armed forces; 0 not; 9, or nothing, not yet known. */
const EMPLOYED = "('1', '2', '3')";

/** Wage records of the state (1), of federal employers (2) and of the armed forces (3); what else was found (4) is of several kinds. */
const match = `case when told not in ${EMPLOYED} then told when "match" in ('1', '2', '3') then 'wage_record' end`;

/**
 * One job per quarter after exit in which a person was employed on some day. Which day is not known: the quarter's last stands for it,
 * so that no job seems to last. It has ended when the next quarter is known, and is open when it is not.
 */
export function jobRows(periods: string): PirlSelection {
  const told = QUARTERS.map(
    ({ nth, told: of, match: how }) => `{'nth': ${nth}, 'told': ${cell(of)}, 'match': ${cell(how)}}`,
  );
  const quarters = `(select * exclude (q), q.nth as nth, q.told as told, q.match as "match",
    coalesce(lead(q.told) over (partition by _row order by q.nth), '9') <> '9' as followed,
    cast(date_trunc('quarter', try_cast(${cell("901")} as date)) + to_months(cast(3 * (q.nth + 1) as integer)) - interval 1 day as date) as day
    from (select *, unnest([${told.join(", ")}]) as q from ${periods}))`;
  const same = `case when nth in (2, 4) and ${cell("1618")} = '1' then ${derivedToken("employer")} end`;
  const told_in = QUARTERS.map(({ told: of }) => of);
  return {
    record: "job",
    rows: `from ${quarters} where day is not null and coalesce(told, '9') not in ('0', '9')`,
    fields: {
      job_token: { from: ["100"], sql: derivedToken("job", "nth") },
      person_token: { from: ["100"], sql: cell("100") },
      employer_token: { from: ["1618"], sql: same },
      started_on: { from: told_in, sql: "day" },
      ended_on: { from: told_in, sql: "case when followed then day end" },
      last_verified_on: { from: told_in, sql: "day" },
      verified_by: { from: told_in, sql: match },
    },
  };
}
