import { type Kysely, sql } from "kysely";
import type { Warehouse } from "../warehouse.ts";

/** Days from entry within which an assessment that is not of the initial stage can still be the baseline. */
const BASELINE_WINDOW_DAYS = 30;

/**
 * One row per episode of an adult or unaccompanied youth and domain its partner asks about: the levels at baseline and at the
 * latest assessment after it, or why there is no pair. The baseline is the earliest assessment of the initial stage, else the
 * earliest within 30 days of entry; the follow-up is the latest strictly after it.
 */
export function matrixPair(db: Kysely<Warehouse>) {
  return db
    .with("form", (with_) =>
      with_
        .selectFrom("assessment_score as s")
        .innerJoin("episode as e", (join) =>
          join.onRef("e.enrollment_key", "=", "s.enrollment_key").onRef("e.person_key", "=", "s.person_key"),
        )
        .innerJoin("run_day as d", (join) => join.onRef("s.assessed_on", "<=", "d.as_of"))
        .where("e.assessable", "=", sql.lit(true))
        .select(["s.enrollment_key", "s.assessed_on", "s.stage", "e.entered_on"])
        .distinct(),
    )
    .with("baseline", (with_) =>
      with_
        .selectFrom((from) =>
          from
            .selectFrom("form")
            .where(sql<boolean>`stage = 'initial' or abs(assessed_on - entered_on) <= ${sql.lit(BASELINE_WINDOW_DAYS)}`)
            .select([
              "enrollment_key",
              "assessed_on",
              "stage",
              sql<number>`row_number() over (partition by enrollment_key order by case stage when 'initial' then 0 else 1 end, assessed_on, stage)`.as(
                "nth",
              ),
            ])
            .as("candidate"),
        )
        .where("nth", "=", sql.lit(1))
        .select(["enrollment_key", "assessed_on", "stage"]),
    )
    .with("followup", (with_) =>
      with_
        .selectFrom((from) =>
          from
            .selectFrom("form as f")
            .innerJoin("baseline as b", (join) =>
              join.onRef("b.enrollment_key", "=", "f.enrollment_key").onRef("f.assessed_on", ">", "b.assessed_on"),
            )
            .select([
              "f.enrollment_key",
              "f.assessed_on",
              "f.stage",
              sql<number>`row_number() over (partition by f.enrollment_key order by f.assessed_on desc, case f.stage when 'exit' then 0 when 'interim' then 1 else 2 end)`.as(
                "nth",
              ),
            ])
            .as("candidate"),
        )
        .where("nth", "=", sql.lit(1))
        .select(["enrollment_key", "assessed_on", "stage"]),
    )
    .selectFrom("episode as e")
    .innerJoin("partner_domain as pd", "pd.partner_id", "e.partner_id")
    .leftJoin("baseline as b", "b.enrollment_key", "e.enrollment_key")
    .leftJoin("followup as f", "f.enrollment_key", "e.enrollment_key")
    .leftJoin("assessment_score as bs", (join) =>
      join
        .onRef("bs.enrollment_key", "=", "b.enrollment_key")
        .onRef("bs.person_key", "=", "e.person_key")
        .onRef("bs.assessed_on", "=", "b.assessed_on")
        .onRef("bs.stage", "=", "b.stage")
        .onRef("bs.domain", "=", "pd.domain"),
    )
    .leftJoin("assessment_score as fs", (join) =>
      join
        .onRef("fs.enrollment_key", "=", "f.enrollment_key")
        .onRef("fs.person_key", "=", "e.person_key")
        .onRef("fs.assessed_on", "=", "f.assessed_on")
        .onRef("fs.stage", "=", "f.stage")
        .onRef("fs.domain", "=", "pd.domain"),
    )
    .where("e.assessable", "=", sql.lit(true))
    .select([
      "e.enrollment_key",
      "e.person_key",
      "e.partner_id",
      "e.program_id",
      "e.entered_on",
      "pd.domain",
      sql<string>`case
        when b.enrollment_key is null then 'no_baseline'
        when bs.score is null then 'na_baseline'
        when f.enrollment_key is null then 'no_followup'
        when fs.score is null then 'na_followup'
        else 'paired' end`.as("pairing"),
      sql<number | null>`bs.score`.as("from_level"),
      sql<number | null>`fs.score`.as("to_level"),
      sql<string>`case when f.stage is null then 'none' when f.stage = 'exit' then 'exit' else 'interim' end`.as(
        "followup",
      ),
    ]);
}
