import { type Kysely, sql } from "kysely";
import type { Warehouse } from "../warehouse.ts";

/**
 * One row per episode of an adult or unaccompanied youth and program year that has ended, in which the person was tested or trained.
 * The track is that of the episode's first pre-test, and tests of the other one do not count. The baseline of a subject is its first
 * pre-test of the year, or the latest test from before where there is none or a post-test came sooner; the level is the lowest
 * baseline. A gain is a post-test of the year, during participation, above the baseline of the same subject.
 */
export function learningYear(db: Kysely<Warehouse>) {
  return withFollowed(db)
    .selectFrom("stay as p")
    .leftJoin("followed as f", (join) =>
      join.onRef("f.enrollment_key", "=", "p.enrollment_key").onRef("f.year", "=", "p.year"),
    )
    .where(sql<boolean>`(f.track is not null or p.trained)`)
    .select(["p.enrollment_key", "p.person_key", "p.partner_id", "p.program_id", "p.year", "p.begins_on"])
    .select(["f.track", "f.level", "p.diploma", "p.transcript", "p.milestone", "p.progression"])
    .select(["p.separated", "p.excluded"])
    .select([
      sql<boolean>`coalesce(f.post_tested, false)`.as("post_tested"),
      sql<boolean>`coalesce(f.gained, false)`.as("gained"),
    ]);
}

/** Adds to the baselines, episode by episode and year by year, what later tests of the same subjects showed. */
function withFollowed(db: Kysely<Warehouse>) {
  return withBaselines(db).with("followed", (with_) =>
    with_
      .selectFrom("baseline as b")
      .leftJoin("test as t", (join) =>
        join
          .onRef("t.enrollment_key", "=", "b.enrollment_key")
          .onRef("t.subject", "=", "b.subject")
          .on("t.point", "=", sql.lit("post"))
          .on(sql<boolean>`t.tested_on > b.tested_on and t.tested_on between b.begins_on and b.until_on`),
      )
      .where("b.nth", "=", sql.lit(1))
      .groupBy(["b.enrollment_key", "b.year", "b.track"])
      .select(["b.enrollment_key", "b.year", "b.track"])
      .select([
        sql<number>`min(b.level)`.as("level"),
        sql<boolean>`count(t.level) > 0`.as("post_tested"),
        sql<boolean>`count(case when t.level > b.level then 1 end) > 0`.as("gained"),
      ]),
  );
}

/** Adds the tests that could be the baseline of each subject in each year of a stay, numbered from the one that is. */
function withBaselines(db: Kysely<Warehouse>) {
  return db
    .with("stay", () => stays(db))
    .with("test", () => testsOfTrack(db))
    .with("baseline", (with_) =>
      with_
        .selectFrom("stay as p")
        .innerJoin("test as t", (join) =>
          join.onRef("t.enrollment_key", "=", "p.enrollment_key").onRef("t.tested_on", "<=", "p.until_on"),
        )
        .where(sql<boolean>`(t.tested_on < p.begins_on or (t.point = 'pre' and not exists (select 1 from test as o
          where o.enrollment_key = t.enrollment_key and o.subject = t.subject and o.point = 'post'
          and o.tested_on >= p.begins_on and o.tested_on < t.tested_on)))`)
        .select([
          "p.enrollment_key",
          "p.year",
          "p.begins_on",
          "p.until_on",
          "t.track",
          "t.subject",
          "t.level",
          "t.tested_on",
        ])
        .select(
          sql<number>`row_number() over (partition by p.enrollment_key, p.year, t.subject
            order by case when t.tested_on >= p.begins_on then 0 else 1 end, abs(t.tested_on - p.begins_on), t.point, t.level)`.as(
            "nth",
          ),
        ),
    );
}

/** Episodes in each program year that has ended, from entry or the first day to exit or the last, with what else was learned in it. */
function stays(db: Kysely<Warehouse>) {
  const begins = sql<string>`greatest(e.entered_on, y.starts_on)`;
  const until = sql<string>`least(e.exited_on, y.ends_on)`;
  const earned = (types: string) =>
    sql<boolean>`exists (select 1 from credential as c where c.partner_id = e.partner_id and c.person_key = e.person_key
      and (c.enrollment_key is null or c.enrollment_key = e.enrollment_key)
      and c.type in (${sql.raw(types)}) and c.earned_on between ${begins} and ${until})`;
  const made = (type: string) =>
    sql<boolean>`exists (select 1 from skill_gain as k where k.partner_id = e.partner_id and k.enrollment_key = e.enrollment_key
      and k.type = ${sql.lit(type)} and k.achieved_on between ${begins} and ${until})`;
  const trained = sql<boolean>`exists (select 1 from service as s where s.partner_id = e.partner_id and s.person_key = e.person_key
    and s.program_id = e.program_id and s.type = 'training' and s.provided_on between ${begins} and ${until})`;
  return db
    .selectFrom("episode as e")
    .innerJoin("enrollment as n", (join) =>
      join.onRef("n.enrollment_key", "=", "e.enrollment_key").onRef("n.partner_id", "=", "e.partner_id"),
    )
    .innerJoin(programYear(db).as("y"), (join) => join.onRef("e.entered_on", "<=", "y.ends_on"))
    .innerJoin("run_day as d", (join) => join.onRef("y.ends_on", "<=", "d.as_of"))
    .where("e.assessable", "=", sql.lit(true))
    .where(sql<boolean>`(e.exited_on is null or e.exited_on >= y.starts_on)`)
    .select(["e.enrollment_key", "e.person_key", "e.partner_id", "e.program_id", "y.year"])
    .select([begins.as("begins_on"), until.as("until_on"), trained.as("trained")])
    .select([earned("'diploma'").as("diploma"), made("transcript").as("transcript"), made("milestone").as("milestone")])
    .select(sql<boolean>`${made("progression")} or ${earned("'license', 'certification'")}`.as("progression"))
    .select([
      sql<boolean>`coalesce(e.exited_on <= y.ends_on, false)`.as("separated"),
      sql<boolean>`coalesce(e.exited_on <= y.ends_on and n.exit_reason in ('institutionalized', 'deceased'), false)`.as(
        "excluded",
      ),
    ]);
}

/** Every test of an episode in the track of its first pre-test. */
function testsOfTrack(db: Kysely<Warehouse>) {
  const first = db
    .selectFrom("education_test as o")
    .where("o.point", "=", sql.lit("pre"))
    .select(["o.partner_id", "o.enrollment_key", "o.track"])
    .select(
      sql<number>`row_number() over (partition by o.partner_id, o.enrollment_key order by o.tested_on, o.track)`.as(
        "nth",
      ),
    );
  return db
    .selectFrom("education_test as t")
    .innerJoin(first.as("f"), (join) =>
      join
        .onRef("f.partner_id", "=", "t.partner_id")
        .onRef("f.enrollment_key", "=", "t.enrollment_key")
        .onRef("f.track", "=", "t.track")
        .on("f.nth", "=", sql.lit(1)),
    )
    .select(["t.enrollment_key", "t.track", "t.subject", "t.point", "t.level", "t.tested_on"]);
}

/** Program years from the quarter of the first entry to the as-of date; the first begins with that quarter. */
function programYear(db: Kysely<Warehouse>) {
  return db
    .selectFrom("quarter as q")
    .groupBy("q.year")
    .select(["q.year", sql<string>`min(q.starts_on)`.as("starts_on"), sql<string>`max(q.year_ends_on)`.as("ends_on")]);
}
