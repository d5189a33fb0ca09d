import type { Compilable, Expression, Kysely } from "kysely";
import { livingWages } from "../../data/reference/living-wage.ts";
import { carePlanGoal } from "../../models/facts/care-plan-goal.ts";
import { employmentSpell } from "../../models/facts/employment-spell.ts";
import { episode } from "../../models/facts/episode.ts";
import { exitQuarterEarnings } from "../../models/facts/exit-quarter-earnings.ts";
import { exiter } from "../../models/facts/exiter.ts";
import { family } from "../../models/facts/family.ts";
import { familyEngagement } from "../../models/facts/family-engagement.ts";
import { familyMember } from "../../models/facts/family-member.ts";
import { familyProgress } from "../../models/facts/family-progress.ts";
import { givenService } from "../../models/facts/given-service.ts";
import { heldJob } from "../../models/facts/held-job.ts";
import { incomePair } from "../../models/facts/income-pair.ts";
import { latestForm } from "../../models/facts/latest-form.ts";
import { learningYear } from "../../models/facts/learning-year.ts";
import { livingWage } from "../../models/facts/living-wage.ts";
import { matrixBaseline } from "../../models/facts/matrix-baseline.ts";
import { matrixForm } from "../../models/facts/matrix-form.ts";
import { matrixPair } from "../../models/facts/matrix-pair.ts";
import { matrixPoint } from "../../models/facts/matrix-point.ts";
import { personGroup } from "../../models/facts/person-group.ts";
import { placement } from "../../models/facts/placement.ts";
import { referralChain } from "../../models/facts/referral-chain.ts";
import { reportClient } from "../../models/facts/report-client.ts";
import { sentReferral } from "../../models/facts/sent-referral.ts";
import { servedFamily } from "../../models/facts/served-family.ts";
import type { Warehouse } from "../../models/warehouse.ts";
import type { Network } from "../read-network.ts";
import type { Door } from "../warehouse.ts";

interface Fact {
  table: keyof Warehouse & string;
  grain: readonly string[];
  query: (db: Kysely<Warehouse>) => Compilable<unknown> & Expression<unknown>;
}

/** The facts in the order in which they build on each other, each with the columns no two rows may share. */
export function factsOf(network: Pick<Network, "report_period">): Fact[] {
  const { report_period: period } = network;
  return [
    { table: "episode", grain: ["enrollment_key"], query: episode },
    { table: "person_group", grain: ["person_key"], query: personGroup },
    { table: "matrix_form", grain: ["enrollment_key", "assessed_on", "stage"], query: matrixForm },
    { table: "matrix_baseline", grain: ["enrollment_key"], query: matrixBaseline },
    { table: "matrix_pair", grain: ["enrollment_key", "domain"], query: matrixPair },
    { table: "matrix_point", grain: ["enrollment_key", "point"], query: matrixPoint },
    { table: "latest_form", grain: ["enrollment_key"], query: latestForm },
    { table: "employment_spell", grain: ["first_job_key"], query: employmentSpell },
    { table: "family_member", grain: ["partner_id", "household_key", "person_key"], query: familyMember },
    { table: "served_family", grain: ["partner_id", "household_key"], query: servedFamily },
    { table: "family", grain: ["partner_id", "household_key"], query: family },
    { table: "family_engagement", grain: ["partner_id", "household_key"], query: familyEngagement },
    { table: "family_progress", grain: ["partner_id", "household_key"], query: familyProgress },
    { table: "exiter", grain: ["enrollment_key"], query: exiter },
    { table: "placement", grain: ["enrollment_key"], query: placement },
    { table: "held_job", grain: ["partner_id", "first_job_key"], query: heldJob },
    { table: "exit_quarter_earnings", grain: ["enrollment_key"], query: exitQuarterEarnings },
    { table: "living_wage", grain: ["county", "starts_on"], query: (db) => livingWage(db, livingWages) },
    { table: "learning_year", grain: ["enrollment_key", "year"], query: learningYear },
    { table: "care_plan_goal", grain: ["goal_key"], query: carePlanGoal },
    { table: "sent_referral", grain: ["referral_key"], query: sentReferral },
    { table: "referral_chain", grain: ["referral_key"], query: referralChain },
    { table: "income_pair", grain: ["enrollment_key"], query: incomePair },
    { table: "given_service", grain: ["partner_id", "service_key"], query: givenService },
    ...(period
      ? [
          {
            table: "report_client",
            grain: ["person_key"],
            query: (db: Kysely<Warehouse>) => reportClient(db, period),
          } as const,
        ]
      : []),
  ];
}

/** Builds every fact as a table and tells `onFact` of each that is done. Throws when two rows share what should name one. */
export async function buildFacts(
  door: Door,
  network: Pick<Network, "report_period">,
  onFact?: (table: string) => void,
): Promise<void> {
  for (const { table, grain, query } of factsOf(network)) {
    await door.kysely.schema.createTable(table).as(query(door.kysely)).execute();
    await checkGrain(door, table, grain);
    onFact?.(table);
  }
}

/** Throws when the columns do not name one row each. */
export async function checkGrain(door: Door, table: string, grain: readonly string[]): Promise<void> {
  const columns = grain.join(", ");
  const [row] = await door.rows<{ n: number }>(
    `select count(*) as n from (select 1 from ${table} group by ${columns} having count(*) > 1)`,
  );
  if (row!.n > 0)
    throw new Error(`repeated unit in ${table}: ${row!.n} values of ${columns} stand in more than one row`);
}
