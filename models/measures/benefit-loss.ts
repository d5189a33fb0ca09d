import { type Kysely, type RawBuilder, sql } from "kysely";
import type { Warehouse } from "../warehouse.ts";
import { benefitLossKind, ON_BENEFITS } from "./benefit-loss-kind.ts";
import type { Measure } from "./measure.ts";

/** Days from entry from and to which a report of income counts as one of a year later, as HUD times the annual assessment. */
const [FROM_DAYS, TO_DAYS] = [335, 395];

/** Benefits that can shrink or end when people earn more. */
const BENEFITS = ["snap", "tanf", "housing", "childcare"];

export const benefitLoss: Measure = {
  id: "benefit-loss",
  version: 1,
  title: "Benefits lost, by whether earnings rose",
  question:
    "Of the people who enter with a benefit and earn more a year later, how many have lost one by then, and of those who do not earn more?",
  numerator:
    "Episodes in which at least one benefit of the month of entry was not on record in the same month a year later.",
  denominator:
    "Episodes of adults and unaccompanied youth who had SNAP, TANF, a housing subsidy or a child care subsidy in the month they entered. People who earned more a year later are one group, and the others a second one.",
  exclusions: [
    "Episodes that began less than 395 days ago.",
    "People whose income from work is not known at entry or a year later: shown apart.",
    "People who had left by the month a year later, and of whom no benefit is on record from then on: whether they lost one is not known, and they are shown apart. People who left and have another benefit on record are known, which may tilt the shares.",
    "Partners that do not send both months of benefits and income.",
    "Benefits at another partner, and those of another member of the family only.",
    "Children who came with a family.",
  ],
  source:
    "Time of the annual assessment, within 30 days of the anniversary of entry, as in HUD's HMIS data standards; no rule is published for the loss of benefits, so the rule is the project's own. A smaller payment is not a loss.",
  unit: "people (episodes)",
  direction: "neither",
  quadrant: "better off",
  settlesAfterDays: TO_DAYS,
  maturesAfterDays: TO_DAYS,
  cohort: { people: ON_BENEFITS, quarter: "quarter of entry" },
  parameters: {
    benefits: "SNAP, TANF, housing subsidy, child care subsidy",
    "earnings before": "latest report of the entry stage",
    "earnings after": `latest report from day ${FROM_DAYS} to day ${TO_DAYS} after entry`,
    lost: "no month on record twelve months after that of entry",
    cohort: `people by the day on which their episode began, once ${TO_DAYS} days have passed`,
  },
  requires: ["person", "enrollment", "benefit_month", "income"],
  unduplicated: false,
  series: [{ id: "all", title: "All adults" }],
  kind: benefitLossKind,
  shape: [
    { slice: "network", periods: ["all"] },
    { slice: "partner", periods: ["all"] },
  ],
  query,
};

const monthOf = (months: number) =>
  sql`cast(date_trunc('month', cast(e.entered_on as timestamp)) + interval '${sql.raw(String(months))} months' as date)`;

const listed = sql.join(BENEFITS.map((benefit) => sql.lit(benefit)));

/** True where the month of entry has a benefit, and where it has one that is `gone` a year later. */
const hasAtEntry = (gone: RawBuilder<unknown> = sql`true`) =>
  sql<boolean>`exists (select 1 from benefit_month as b where b.partner_id = e.partner_id and b.person_key = e.person_key
    and b.benefit in (${listed}) and b.month = ${monthOf(0)} and ${gone})`;

const isGone = sql`not exists (select 1 from benefit_month as a where a.partner_id = b.partner_id and a.person_key = b.person_key
  and a.benefit = b.benefit and a.month = ${monthOf(12)})`;

const isSeen = sql`(e.exited_on is null or e.exited_on >= ${monthOf(12)} or exists (select 1 from benefit_month as l
  where l.partner_id = e.partner_id and l.person_key = e.person_key and l.month >= ${monthOf(12)}))`;

/** One row per episode with a benefit at entry; monthly earnings in cents at entry and a year later, null where nobody answered. */
function query(db: Kysely<Warehouse>) {
  const gone = hasAtEntry(isGone);
  return db
    .selectFrom("episode as e")
    .where("e.assessable", "=", sql.lit(true))
    .where(hasAtEntry())
    .select([
      "e.enrollment_key as unit_id",
      "e.person_key",
      "e.partner_id",
      "e.program_id",
      "e.entered_on as anchored_on",
      sql<string>`'all'`.as("series"),
    ])
    .select([
      earned(sql`i.stage = 'entry'`).as("earned_before"),
      earned(
        sql`i.stage <> 'entry' and i.reported_on between e.entered_on + ${sql.lit(FROM_DAYS)} and e.entered_on + ${sql.lit(TO_DAYS)}`,
      ).as("earned_after"),
      sql<boolean | null>`case when not ${gone} then false when ${isSeen} then true end`.as("lost"),
    ]);
}

/** Monthly income from work in the latest answered report of some; income said to be from work without its amount is not known. */
const earned = (which: RawBuilder<unknown>) =>
  sql<number | null>`(select cast(case when i.earned then i.earned_monthly else 0 end * 100 as integer)
    from income as i join run_day as d on i.reported_on <= d.as_of
    where i.partner_id = e.partner_id and i.enrollment_key = e.enrollment_key and i.person_key = e.person_key
      and i.any_income is not null and ${which}
    order by i.reported_on desc, i.row_number desc limit 1)`;
