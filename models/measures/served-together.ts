import { type Kysely, sql } from "kysely";
import { groupSlices } from "../figure-key.ts";
import type { Warehouse } from "../warehouse.ts";
import { byGroup } from "./by-group.ts";
import type { Measure, MeasureKind, Part } from "./measure.ts";
import { adultsByEntry } from "./population.ts";
import { shareKind } from "./share-kind.ts";

/** Days after entry by which a second partner is looked for. */
const HORIZON_DAYS = 365;

/** Days before entry in which a referral by another partner is looked for. */
const REFERRED_DAYS = 90;

const ENTERED = "people who entered";
const AMONG = `${ENTERED} and can be counted once across partners`;

const share = shareKind({
  base: {
    id: "linked",
    title: "Entered, and can be counted once",
    means: "Episodes of adults with a linkage token that began a year ago or more.",
    within: adultsByEntry,
  },
  met: { id: "together", title: "Two or more partners", means: "Enrolled at another partner too." },
  unmet: { id: "alone", title: "One partner", means: "Not enrolled at another partner by a year after entry." },
  did: "were served by another partner too",
  among: AMONG,
  of: "were enrolled at another partner too by a year after they entered",
});

/** Who came by a referral was served by its sender, so these are some of those served together. */
const referral: readonly Part[] = [
  {
    id: "referred",
    title: "Referred here by another partner",
    means: `Another partner that had enrolled the person sent them here in the ${REFERRED_DAYS} days before entry.`,
    when: "referred",
    printed: true,
  },
  {
    id: "together_unreferred",
    title: "Two or more partners, not referred here",
    means: "Enrolled at another partner too, without a referral here.",
    when: "met and not referred",
    printed: false,
  },
];

const kind: MeasureKind & { kind: "share" } = {
  ...share,
  parts: [...share.parts, ...referral.map((part) => ({ ...part, notFor: ["partner" as const, ...groupSlices] }))].map(
    (part) => ({
      ...part,
      needsLinkage: true,
    }),
  ),
  identities: [...share.identities, { total: "together", of: ["referred", "together_unreferred"] }],
  rates: [
    ...share.rates,
    {
      ...{ id: "referred", title: "Referred here by another partner", numerator: "referred", denominator: "linked" },
      ...{ did: "came by a referral from another partner", among: AMONG },
      of: `came within ${REFERRED_DAYS} days of a referral from another partner`,
    },
  ],
};

export const servedTogether: Measure = {
  id: "served-together",
  version: 1,
  title: "Served by two or more partners",
  question:
    "Of the people who enter at one partner, how many does another partner serve too, and how many did it send?",
  numerator:
    "Episodes of people whom another partner had enrolled by 365 days after entry, be it before; and of these the ones whom it had referred here.",
  denominator:
    "Episodes of adults and unaccompanied youth that began at least 365 days ago, of people who can be counted once across partners.",
  exclusions: [
    "People without a linkage token: whether another partner serves them cannot be known.",
    "Enrollments at partners that send no linkage tokens, and referrals by them: they are not seen, so the shares are rather too low.",
    "Referrals that their sender withdrew, or made before it had enrolled the person.",
    "Children who came with a family.",
  ],
  source: "Enrollments as partners report them; no rule is published for it, so the rule is the project's own.",
  unit: "people (episodes)",
  direction: "higher is better",
  quadrant: "how well",
  settlesAfterDays: HORIZON_DAYS,
  maturesAfterDays: HORIZON_DAYS,
  cohort: { people: ENTERED, quarter: "quarter of entry" },
  parameters: {
    horizon: `${HORIZON_DAYS} days from entry; earlier enrollments count`,
    referral: `sent by another partner to this one on the day of entry or in the ${REFERRED_DAYS} days before it`,
    "told apart by": "linkage token; people without one are left out",
    counted: "each episode once, so that who is served by two partners counts at each of them",
    cohort: "people by the day on which their episode began, once the horizon has passed",
  },
  requires: ["person", "enrollment"],
  unduplicated: false,
  severalPerPerson: true,
  series: [{ id: "all", title: "All adults" }],
  kind,
  shape: [{ slice: "network", periods: ["all"] }, { slice: "partner", periods: ["all"] }, ...byGroup],
  query,
};

/** One row per episode of an adult who can be counted once. */
function query(db: Kysely<Warehouse>) {
  return db
    .selectFrom("episode as e")
    .where("e.assessable", "=", sql.lit(true))
    .where("e.linked", "=", sql.lit(true))
    .select([
      "e.enrollment_key as unit_id",
      "e.person_key",
      "e.partner_id",
      "e.program_id",
      "e.entered_on as anchored_on",
      sql<string>`'all'`.as("series"),
      sql<boolean>`exists (select 1 from episode as o where o.network_person_key = e.network_person_key
        and o.partner_id <> e.partner_id and o.entered_on <= e.entered_on + ${sql.lit(HORIZON_DAYS)})`.as("met"),
      sql<boolean>`exists (select 1 from sent_referral as s
        join episode as o on o.enrollment_key = s.enrollment_key and o.partner_id = s.partner_id
        where o.network_person_key = e.network_person_key and s.partner_id <> e.partner_id and s.sent_to = e.partner_id
          and o.entered_on <= s.sent_on
          and s.sent_on between e.entered_on - ${sql.lit(REFERRED_DAYS)} and e.entered_on)`.as("referred"),
    ]);
}
