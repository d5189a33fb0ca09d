import { type Kysely, sql } from "kysely";
import { matrixDomains } from "../instruments/catalogue.ts";
import type { Warehouse } from "../warehouse.ts";

/**
 * One row per episode of an adult or unaccompanied youth and domain its partner asks about: the levels at baseline and at the
 * latest assessment after it, or why there is no pair; and whether the domain was marked as the person's goal before the latest one.
 */
export function matrixPair(db: Kysely<Warehouse>) {
  return db
    .with("followup", (with_) => latestAfterBaseline(with_))
    .selectFrom("episode as e")
    .innerJoin("partner_domain as pd", "pd.partner_id", "e.partner_id")
    .leftJoin("matrix_baseline as b", "b.enrollment_key", "e.enrollment_key")
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
    .leftJoin(firstMark(db).as("g"), (join) =>
      join
        .onRef("g.enrollment_key", "=", "e.enrollment_key")
        .onRef("g.person_key", "=", "e.person_key")
        .onRef("g.domain", "=", "pd.domain"),
    )
    .where("e.assessable", "=", sql.lit(true))
    .where(sql<boolean>`pd.domain in (${sql.raw(matrixDomains.map((id) => `'${id}'`).join(", "))})`)
    .select(["e.enrollment_key", "e.person_key", "e.partner_id", "e.program_id", "e.entered_on", "pd.domain"])
    .select([
      sql<"no_baseline" | "na_baseline" | "no_followup" | "na_followup" | "paired">`case
        when b.enrollment_key is null then 'no_baseline'
        when bs.score is null then 'na_baseline'
        when f.enrollment_key is null then 'no_followup'
        when fs.score is null then 'na_followup'
        else 'paired' end`.as("pairing"),
      sql<number | null>`bs.score`.as("from_level"),
      sql<number | null>`fs.score`.as("to_level"),
      sql<
        "interim" | "exit" | "none"
      >`case when f.stage is null then 'none' when f.stage = 'exit' then 'exit' else 'interim' end`.as("followup"),
      sql<boolean>`coalesce(g.marked_on < f.assessed_on, false)`.as("is_goal"),
    ]);
}

/** The latest form strictly after the baseline of each episode. */
function latestAfterBaseline(db: Pick<Kysely<Warehouse>, "selectFrom">) {
  return db
    .selectFrom((from) =>
      from
        .selectFrom("matrix_form as f")
        .innerJoin("matrix_baseline as b", (join) =>
          join.onRef("b.enrollment_key", "=", "f.enrollment_key").onRef("f.assessed_on", ">", "b.assessed_on"),
        )
        .select(["f.enrollment_key", "f.assessed_on", "f.stage"])
        .select(
          sql<number>`row_number() over (partition by f.enrollment_key order by f.assessed_on desc,
            case f.stage when 'exit' then 0 when 'interim' then 1 else 2 end)`.as("nth"),
        )
        .as("candidate"),
    )
    .where("nth", "=", sql.lit(1))
    .select(["enrollment_key", "assessed_on", "stage"]);
}

/** The day on which each domain was first marked as the person's goal. */
function firstMark(db: Kysely<Warehouse>) {
  return db
    .selectFrom("assessment_score as s")
    .where("s.is_goal", "=", sql.lit(true))
    .groupBy(["s.enrollment_key", "s.person_key", "s.domain"])
    .select(["s.enrollment_key", "s.person_key", "s.domain", sql<string>`min(s.assessed_on)`.as("marked_on")]);
}
