import { type Kysely, sql } from "kysely";
import type { Warehouse } from "../warehouse.ts";

/**
 * One row per episode and subject in which a post-test is so many educational functioning levels above the first pre-test: reached on
 * the day of the first such post-test, in the track of the episode's first pre-test.
 */
export function levelsGained(db: Kysely<Warehouse>, { levels }: { levels: number }) {
  const reached = sql<string>`min(t.tested_on)`;
  return db
    .selectFrom(preTests(db).as("b"))
    .innerJoin(tests(db).as("t"), (join) =>
      join
        .onRef("t.enrollment_key", "=", "b.enrollment_key")
        .onRef("t.track", "=", "b.track")
        .onRef("t.subject", "=", "b.subject")
        .on("t.point", "=", sql.lit("post"))
        .onRef("t.tested_on", ">", "b.tested_on")
        .on(sql<boolean>`t.level - b.level >= ${sql.lit(levels)}`),
    )
    .where("b.of_subject", "=", sql.lit(1))
    .whereRef("b.track", "=", "b.first_track")
    .groupBy(["b.enrollment_key", "b.subject"])
    .select(["b.enrollment_key", reached.as("achieved_on"), reached.as("evidenced_on"), "b.subject as piece"]);
}

/** Pre-tests numbered within their track and subject, with the track of the first of the episode. */
function preTests(db: Kysely<Warehouse>) {
  return db
    .selectFrom(tests(db).as("t"))
    .where("t.point", "=", sql.lit("pre"))
    .select(["t.enrollment_key", "t.track", "t.subject", "t.level", "t.tested_on"])
    .select([
      sql<number>`row_number() over (partition by t.enrollment_key, t.track, t.subject order by t.tested_on, t.level desc)`.as(
        "of_subject",
      ),
      sql<string>`first_value(t.track) over (partition by t.enrollment_key order by t.tested_on, t.track)`.as(
        "first_track",
      ),
    ]);
}

/** Tests of an episode while it lasted. */
function tests(db: Kysely<Warehouse>) {
  return db
    .selectFrom("education_test as o")
    .innerJoin("run_day as d", (join) => join.onRef("o.tested_on", "<=", "d.as_of"))
    .innerJoin("episode as e", (join) =>
      join.onRef("e.partner_id", "=", "o.partner_id").onRef("e.enrollment_key", "=", "o.enrollment_key"),
    )
    .where(sql<boolean>`o.tested_on >= e.entered_on and (e.exited_on is null or o.tested_on <= e.exited_on)`)
    .select(["e.enrollment_key", "o.track", "o.subject", "o.point", "o.level", "o.tested_on"]);
}
