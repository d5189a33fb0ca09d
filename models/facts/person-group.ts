import { type Kysely, type RawBuilder, sql } from "kysely";
import { ageBands } from "../age-band.ts";
import { type GroupSlice, groupSlices } from "../figure-key.ts";
import type { Warehouse } from "../warehouse.ts";

/** One row per person, under the key of each partner and that of the whole network: the groups the person is in, the same under every key. */
export function personGroup(db: Kysely<Warehouse>) {
  return db
    .with("described", (with_) =>
      with_
        .selectFrom("episode as e")
        .innerJoin("person as p", (join) =>
          join.onRef("p.partner_id", "=", "e.partner_id").onRef("p.person_key", "=", "e.person_key"),
        )
        .leftJoin("enrollment as n", "n.enrollment_key", "e.enrollment_key")
        .leftJoin(householdKinds(with_).as("h"), (join) =>
          join.onRef("h.partner_id", "=", "e.partner_id").onRef("h.household_key", "=", "e.household_key"),
        )
        .groupBy("e.network_person_key")
        .select([
          "e.network_person_key",
          firstKnown("p.race_ethnicity").as("race_ethnicity"),
          firstKnown("p.language").as("language"),
          firstKnown("p.gender").as("gender"),
          firstKnown("p.county").as("county"),
          firstKnown("case p.disability when true then 'yes' when false then 'no' end").as("disability"),
          firstKnown(ageBand("e.age_at_entry")).as("age_band"),
          firstKnown("case when not coalesce(n.unaccompanied, false) then h.kind end").as("household_type"),
        ]),
    )
    .with("person_of", (with_) =>
      with_
        .selectFrom("episode")
        .select(["person_key", "network_person_key"])
        .union(with_.selectFrom("episode").select(["network_person_key as person_key", "network_person_key"])),
    )
    .selectFrom("person_of as k")
    .innerJoin("described as d", "d.network_person_key", "k.network_person_key")
    .select(["k.person_key", ...groupSlices.map((slice) => countedIn(slice, said[slice]).as(slice))]);
}

const known = sql`exists (select 1 from group_member as g where g.slice = 'county' and g.said = d.county)`;

/** The group a person is said to be in, where nothing is said the unknown. */
const said: Readonly<Record<GroupSlice, RawBuilder<string>>> = {
  race_ethnicity: sql`coalesce(d.race_ethnicity, 'unknown')`,
  language: sql`coalesce(d.language, 'unknown')`,
  gender: sql`coalesce(d.gender, 'unknown')`,
  age_band: sql`coalesce(d.age_band, 'unknown')`,
  disability: sql`coalesce(d.disability, 'unknown')`,
  county: sql`case when d.county is null then 'unknown' when ${known} then d.county else 'elsewhere' end`,
  household_type: sql`coalesce(d.household_type, 'unknown')`,
};

/** The group in which those of a group are counted: of their own, or of several combined. */
const countedIn = (slice: GroupSlice, group: RawBuilder<string>) =>
  sql<string>`coalesce((select g.member from group_member as g where g.slice = ${sql.lit(slice)} and g.said = ${group}), 'unknown')`;

/** Kinds of household by who is in them, as told with the household or with an enrollment; null without an adult. */
function householdKinds(db: Pick<Kysely<Warehouse>, "selectFrom">) {
  const told = db
    .selectFrom("household_member")
    .select(["partner_id", "household_key", "person_key", "role"])
    .union(
      db
        .selectFrom("enrollment")
        .where("household_key", "is not", null)
        .where("role", "is not", null)
        .select([
          "partner_id",
          sql<string>`household_key`.as("household_key"),
          "person_key",
          sql<string>`role`.as("role"),
        ]),
    );
  const adults = sql`count(distinct case when role in ('head', 'partner', 'other_adult') then person_key end)`;
  const children = sql`count(distinct case when role = 'child' then person_key end)`;
  return db
    .selectFrom(told.as("t"))
    .groupBy(["partner_id", "household_key"])
    .select([
      "partner_id",
      "household_key",
      sql<string | null>`case when ${adults} = 0 then null when ${children} = 0 then 'adults_only'
        when ${adults} = 1 then 'one_adult_children' else 'more_adults_children' end`.as("kind"),
    ]);
}

/** What was first known of a person, episode by episode. */
function firstKnown(value: string): RawBuilder<string | null> {
  const said = sql.raw(value);
  return sql`(array_agg(${said} order by e.entered_on, e.enrollment_key) filter (where ${said} <> 'unknown'))[1]`;
}

function ageBand(age: string): string {
  const bands = ageBands.toReversed().map(({ id, from }) => `when ${age} >= ${from} then '${id}'`);
  return `case ${bands.join(" ")} end`;
}
