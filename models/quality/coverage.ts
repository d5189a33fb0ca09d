import { type Dimension, quoted, selectQuality } from "./dimension.ts";

/** Days after entry from which on a follow-up is expected of an open episode. */
export const FOLLOW_UP_DAYS = 180;

/** One row per episode the matrix is for: whether it has a baseline, and the stage of its latest assessment after it. */
const episodes = `(select e.partner_id, e.enrollment_key, e.exited_on,
    max(case when m.pairing = 'no_baseline' then 0 else 1 end) as has_baseline,
    max(case when m.followup = 'none' then 0 else 1 end) as has_follow_up,
    max(case when m.followup = 'exit' then 1 else 0 end) as has_exit,
    max(case when e.exited_on is not null or d.as_of - e.entered_on >= ${FOLLOW_UP_DAYS} then 1 else 0 end) as is_due
  from matrix_pair as m join episode as e on e.enrollment_key = m.enrollment_key cross join run_day as d
  group by e.partner_id, e.enrollment_key, e.exited_on) as g`;

const share = (item: string, says: string, has: string, among: string) =>
  `${selectQuality({
    partner_id: "g.partner_id",
    record: "'enrollment'",
    item: quoted(item),
    numerator: `sum(${has})`,
    denominator: "count(*)",
    says: quoted(says),
  })} from ${episodes} where ${among} group by g.partner_id`;

const scored = (item: string, says: string, level: string, among: string) =>
  `${selectQuality({
    partner_id: "m.partner_id",
    record: "'assessment_score'",
    item: quoted(item),
    numerator: `sum(case when m.${level} is not null then 1 else 0 end)`,
    denominator: "count(*)",
    says: quoted(says),
  })} from matrix_pair as m where ${among} group by m.partner_id`;

const leftOpen = `${selectQuality({
  partner_id: "s.partner_id",
  record: "'assessment_score'",
  item: "'answered'",
  numerator: "sum(case when s.answer = 'not_rated' then 0 else 1 end)",
  denominator: "count(*)",
  says: "'Domains on the forms sent that were rated or marked as not applicable, and not left open'",
})} from assessment_score as s group by s.partner_id`;

export const coverage: Dimension = {
  id: "coverage",
  title: "Baseline and follow-up",
  means:
    "How many episodes of adults and of youth on their own have a first assessment, how many have a later one to compare it with, and how much of the form is rated. Without both, a person’s progress is in no figure.",
  queries: [
    share("baseline", "Episodes with a baseline", "g.has_baseline", "true"),
    share(
      "follow_up",
      `Episodes with a follow-up, of those with a baseline that have ended or began at least ${FOLLOW_UP_DAYS} days ago`,
      "g.has_follow_up",
      "g.has_baseline = 1 and g.is_due = 1",
    ),
    share(
      "exit_follow_up",
      "Episodes whose latest assessment is one at exit, of those with a baseline that have ended",
      "g.has_exit",
      "g.has_baseline = 1 and g.exited_on is not null",
    ),
    scored(
      "domains_at_baseline",
      "Domains with a level at baseline; one that does not apply has none",
      "from_level",
      "m.pairing <> 'no_baseline'",
    ),
    scored(
      "domains_at_follow_up",
      "Domains with a level at follow-up; one that does not apply has none",
      "to_level",
      "m.pairing <> 'no_baseline' and m.followup <> 'none'",
    ),
    leftOpen,
  ],
};
