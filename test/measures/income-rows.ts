import type { IncomeTable } from "../../models/warehouse.ts";
import { enrolled, person, type Rows } from "../support/warehouse.ts";

const origin = { partner_id: "hub", feed_id: "feed", file_hash: "0".repeat(64), row_number: 2 };

/** A report of the income of the episode `<person>-1`, in dollars a month; none of it from work when `earned` is 0. */
export const reported = (
  person_key: string,
  stage: IncomeTable["stage"],
  reported_on: string,
  [total, earned]: readonly [total: number, earned: number],
  facts: Partial<IncomeTable> = {},
) => ({
  ...origin,
  enrollment_key: `${person_key}-1`,
  person_key,
  reported_on,
  stage,
  any_income: total > 0,
  ...(total > 0 ? { total_monthly: total, earned: earned > 0 } : {}),
  ...(earned > 0 ? { earned_monthly: earned } : {}),
  ...facts,
});

/** What each person had at entry and at exit, as `[total, earned]`; everybody entered on January 10, 2024 and left on June 30. */
export function incomesAtHub(
  incomes: Readonly<Record<string, readonly [before: readonly [number, number], after: readonly [number, number]]>>,
): Rows {
  const people = Object.keys(incomes);
  return {
    person: people.map((who) => person(who)),
    enrollment: people.map((who) => enrolled(who, "2024-01-10", { exited_on: "2024-06-30" })),
    income: Object.entries(incomes).flatMap(([who, [before, after]]) => [
      reported(who, "entry", "2024-01-10", before),
      reported(who, "exit", "2024-06-30", after),
    ]),
  };
}
