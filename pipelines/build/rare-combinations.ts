import { ageBands } from "../../models/age-band.ts";
import type { Partner } from "../network.ts";
import { type Door, quoteText } from "../warehouse.ts";

/** What was found of one partner's people in combinations that fewer than `k` of them share, and what was done. */
export interface RareFound {
  partner: string;
  k: number;
  did: Partner["rare"]["people"];
  people: number;
  combinations: number;
  /** Of them, those who are in such a combination still. */
  left: number;
}

/** What tells people apart for whoever knows them, the first to be left out first: what the figures need least. */
const KNOWN = ["zip_area", "language", "county", "age_band", "race_ethnicity", "gender"] as const;

const RULE = "rare_combination";

/**
 * k-anonymity of the people of each partner, over what whoever knows them may know: gender, race and ethnicity, age band, county, ZIP area, language.
 * Counts those in a class of fewer than k; leaves out of their records what makes them rare, step by step, or sets the people aside, as the partner
 * has agreed. Needs `person` and `enrollment` as loaded, before the checks.
 */
export async function treatRare(door: Door, partners: readonly Pick<Partner, "id" | "rare">[]): Promise<RareFound[]> {
  await describe(door);
  const found: RareFound[] = [];
  for (const { id, rare } of partners) {
    const before = await rareOf(door, id, rare.k);
    if (before.people === 0) continue;
    if (rare.people === "generalise") await generalise(door, id, rare.k);
    if (rare.people === "refuse") await setAside(door, id, rare.k);
    const left = rare.people === "generalise" ? (await rareOf(door, id, rare.k)).people : before.people;
    found.push({ partner: id, k: rare.k, did: rare.people, ...before, left: rare.people === "refuse" ? 0 : left });
  }
  await door.run("drop table described");
  return found;
}

/** Temp table `described`: every person with what is known of them; what is not known is null. */
async function describe(door: Door) {
  const band = ageBands.map(({ id, from }) => `when known_age >= ${from} then ${quoteText(id)}`).reverse();
  await door.run(`create temp table described as
    select p.partner_id, p.person_key, nullif(p.language, 'unknown') as language, p.county, p.zip_area,
      case ${band.join(" ")} end as age_band, nullif(p.race_ethnicity, 'unknown') as race_ethnicity,
      nullif(p.gender, 'unknown') as gender
    from person as p left join (select partner_id, person_key, min(age_at_entry) as entered from enrollment group by all) as e
      on e.partner_id = p.partner_id and e.person_key = p.person_key
    cross join lateral (select coalesce(e.entered, p.age) as known_age)`);
}

/** People in classes of fewer than k, with every class they are in. */
const rareSql = (partner: string, k: number) => `select *, dense_rank() over (order by ${KNOWN.join(", ")}) as class
  from (select *, count(*) over (partition by ${KNOWN.join(", ")}) as alike from described where partner_id = ${quoteText(partner)})
  where alike < ${k}`;

async function rareOf(door: Door, partner: string, k: number): Promise<{ people: number; combinations: number }> {
  const [counts] = await door.rows<{ people: number; combinations: number }>(
    `select count(*) as people, count(distinct class) as combinations from (${rareSql(partner, k)})`,
  );
  return counts!;
}

async function generalise(door: Door, partner: string, k: number) {
  for (const known of KNOWN) {
    const still = `select person_key from (${rareSql(partner, k)})`;
    await door.run(`create or replace temp table still_rare as ${still}`);
    await leaveOut(door, partner, known);
    await door.run(
      `update described set ${known} = null where partner_id = $1 and person_key in (select person_key from still_rare)`,
      [partner],
    );
  }
  await door.run("drop table still_rare");
}

async function leaveOut(door: Door, partner: string, known: (typeof KNOWN)[number]) {
  const where = "where partner_id = $1 and person_key in (select person_key from still_rare)";
  const columns = known === "age_band" ? "age = null, age_on = null" : `${known} = null`;
  await door.run(`update person set ${columns} ${where}`, [partner]);
  if (known === "age_band") await door.run(`update enrollment set age_at_entry = null ${where}`, [partner]);
}

async function setAside(door: Door, partner: string, k: number) {
  const says = `fewer than ${k} people of the partner share this combination of gender, race and ethnicity, age, county, ZIP area and language, and the partner has agreed that such people are left out`;
  await door.run(`create or replace temp table left_out as select person_key from (${rareSql(partner, k)})`);
  await door.run(
    `insert into set_aside select r.partner_id, r.feed_id, r.file_hash, r.row_number, f.file, 'person', '', '${RULE}', $2
    from person as r left join source as f
      on f.partner = r.partner_id and f.feed = r.feed_id and f.hash = r.file_hash and f.record = 'person'
    where r.partner_id = $1 and r.person_key in (select person_key from left_out)`,
    [partner, says],
  );
  await door.run("delete from person where partner_id = $1 and person_key in (select person_key from left_out)", [
    partner,
  ]);
  await door.run("drop table left_out");
}
