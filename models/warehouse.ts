import type { GroupSlice, PeriodKind, Slice } from "./figure-key.ts";

/** Where a record came from: a row of a file a partner sent. */
interface Sourced {
  partner_id: string;
  feed_id: string;
  /** SHA-256 of the file, hex. */
  file_hash: string;
  /** Record number in the file; the header is 1. */
  row_number: number;
}

/** One row per person at one partner. Dates are `YYYY-MM-DD` text in TypeScript and DATE in the warehouse. */
export interface PersonTable extends Sourced {
  person_key: string;
  linkage_key: string | null;
  gender: string | null;
  race_ethnicity: string | null;
  language: string | null;
  county: string | null;
  /** First three digits of a ZIP code; 000 for small areas. */
  zip_area: string | null;
  veteran: boolean | null;
  disability: boolean | null;
  age: number | null;
  age_on: string | null;
}

export interface HouseholdMemberTable extends Sourced {
  household_key: string;
  person_key: string;
  role: string;
}

/** One row per episode. */
export interface EnrollmentTable extends Sourced {
  enrollment_key: string;
  person_key: string;
  household_key: string | null;
  program_id: string;
  entered_on: string;
  exited_on: string | null;
  exit_reason: string | null;
  exit_destination: string | null;
  prior_living: string | null;
  age_at_entry: number | null;
  role: string | null;
  unaccompanied: boolean | null;
  work_known_to: string | null;
}

/** One row per domain of one assessment. */
export interface AssessmentScoreTable extends Sourced {
  enrollment_key: string;
  person_key: string;
  assessed_on: string;
  stage: "initial" | "interim" | "exit";
  instrument: string;
  domain: string;
  answer: "scored" | "not_applicable" | "not_rated";
  score: number | null;
  is_goal: boolean | null;
}

export interface JobTable extends Sourced {
  job_key: string;
  person_key: string;
  enrollment_key: string | null;
  employer_key: string | null;
  started_on: string;
  ended_on: string | null;
  last_verified_on: string | null;
  verified_by: string | null;
  hours_per_week: number | null;
  hourly_wage: number | null;
}

export interface CredentialTable extends Sourced {
  person_key: string;
  enrollment_key: string | null;
  type: string;
  earned_on: string;
}

export interface EducationTestTable extends Sourced {
  enrollment_key: string;
  person_key: string;
  tested_on: string;
  track: string;
  subject: string;
  point: string;
  level: number;
  edition: string | null;
}

export interface SkillGainTable extends Sourced {
  enrollment_key: string;
  person_key: string;
  type: string;
  achieved_on: string;
}

export interface ReferralTable extends Sourced {
  referral_key: string;
  /** The referral that this one follows. */
  parent_referral_key: string | null;
  person_key: string;
  sent_by: string;
  sent_to: string;
  sent_on: string;
  need: string;
  status: string;
  accepted_on: string | null;
  closed_on: string | null;
  not_connected_reason: string | null;
  warm_handoff: boolean | null;
}

export interface GoalTable extends Sourced {
  goal_key: string;
  person_key: string;
  enrollment_key: string | null;
  domain: string;
  set_on: string;
  due_on: string | null;
  reached_on: string | null;
}

export interface ServiceTable extends Sourced {
  service_key: string;
  person_key: string;
  program_id: string;
  provided_on: string;
  type: string;
  hours: number | null;
  cost: number | null;
}

export interface BenefitMonthTable extends Sourced {
  person_key: string;
  benefit: string;
  /** First day of the month. */
  month: string;
  amount: number | null;
  grew_up_with_assistance: string | null;
}

export interface IncomeTable extends Sourced {
  enrollment_key: string;
  person_key: string;
  reported_on: string;
  stage: "entry" | "update" | "exit" | "annual" | "post_exit";
  any_income: boolean | null;
  total_monthly: number | null;
  earned: boolean | null;
  earned_monthly: number | null;
}

/** A row a partner sent that is not in any fact, with the rule it breaks. The cell's value is not kept. */
export interface SetAsideTable extends Omit<Sourced, "row_number"> {
  /** Null for what a whole file was set aside for. */
  row_number: number | null;
  file_name: string;
  record: string;
  column_name: string;
  rule: string;
  says: string;
}

/** One row per partner, from its YAML. */
export interface PartnerTable {
  partner_id: string;
  name: string;
  kind: string;
  /** Whether the partner sends linkage tokens. */
  links_people: boolean;
}

/** One row per program; a program has one partner and one tier. */
export interface ProgramTable {
  program_id: string;
  partner_id: string;
  name: string;
  tier: string;
}

/** One row per domain that a partner's assessment form asks about. */
export interface PartnerDomainTable {
  partner_id: string;
  domain: string;
}

/** One row per partner and record kind it has a feed for, or field of one it has a column for, as `enrollment.exit_destination`. */
export interface PartnerRecordTable {
  partner_id: string;
  record: string;
}

/** One row per group a person can be in: the group it is counted in, which can be one of several combined. */
export interface GroupMemberTable {
  slice: GroupSlice;
  said: string;
  member: string;
}

/** Calendar quarters from the first entry to the as-of date, with the program year each belongs to. */
export interface QuarterTable {
  quarter: string;
  year: string;
  starts_on: string;
  ends_on: string;
  year_ends_on: string;
}

/** One row: the day the run counts to. */
export interface RunDayTable {
  as_of: string;
}

/** Fact: one row per episode with a known person and program that began by the as-of date. */
export interface EpisodeTable {
  enrollment_key: string;
  person_key: string;
  /** The person in the whole network: the linkage key where there is one. */
  network_person_key: string;
  linked: boolean;
  household_key: string | null;
  partner_id: string;
  program_id: string;
  tier: string;
  entered_on: string;
  exited_on: string | null;
  exit_destination: string | null;
  age_at_entry: number | null;
  /** 18 or over at entry, or a youth who entered without a parent or guardian. */
  assessable: boolean;
}

/** Fact: one row per person, under the key of each partner and that of the whole network: the group of each slice the person is in. */
export interface PersonGroupTable extends Record<GroupSlice, string> {
  person_key: string;
}

/** Fact: one row per member of a family on its first day, enrolled or not. */
export interface FamilyMemberTable {
  partner_id: string;
  household_key: string;
  person_key: string;
  network_person_key: string;
  linked: boolean;
  role: string;
  /** Null where neither age nor place in the household says. */
  generation: "adult" | "child" | null;
  /** Program and first day of the family's first episode. */
  program_id: string;
  first_on: string;
}

/** Fact: one row per family with an adult and a child on its first day. */
export interface FamilyTable {
  partner_id: string;
  household_key: string;
  /** The enrolled member under whom it is counted: its head where there is one. */
  head_key: string;
  program_id: string;
  first_on: string;
}

/** Fact: one row per family of two members or more on its first day, whoever they are. */
export interface ServedFamilyTable extends FamilyTable {
  /** An adult and a child are among them. */
  two_generations: boolean;
}

/** Fact: one row per family: which generations were engaged in its first year. */
export interface FamilyEngagementTable extends FamilyTable {
  adult_engaged: boolean;
  child_engaged: boolean;
  /** An adult and a child with at most 90 days between them. */
  together: boolean;
}

/** Fact: one row per family: how each generation did in its first year. */
export interface FamilyProgressTable extends FamilyTable {
  adult_progress: "progress" | "no_progress" | "unmeasured";
  child_progress: "progress" | "no_progress" | "unmeasured";
}

/** Fact: one row per form of the matrix, in any of its versions, for adults and unaccompanied youth. */
export interface MatrixFormTable {
  enrollment_key: string;
  person_key: string;
  partner_id: string;
  entered_on: string;
  assessed_on: string;
  stage: AssessmentScoreTable["stage"];
}

/** Fact: one row per episode with a baseline: the form it was made on. */
export interface MatrixBaselineTable {
  enrollment_key: string;
  person_key: string;
  entered_on: string;
  assessed_on: string;
  stage: AssessmentScoreTable["stage"];
}

/** Fact: one row per episode and domain its partner asks about, for adults and unaccompanied youth. */
export interface MatrixPairTable {
  enrollment_key: string;
  person_key: string;
  partner_id: string;
  program_id: string;
  entered_on: string;
  domain: string;
  pairing: "no_baseline" | "na_baseline" | "no_followup" | "na_followup" | "paired";
  from_level: number | null;
  to_level: number | null;
  /** Stage of the latest assessment after the baseline, or `none`. */
  followup: "interim" | "exit" | "none";
  /** Marked as the person's goal on a form before the latest assessment. */
  is_goal: boolean;
}

/** Fact: one row per episode with a baseline and fixed point after entry for which a form counts. */
export interface MatrixPointTable {
  enrollment_key: string;
  point: "six_months" | "twelve_months";
  assessed_on: string;
  stage: AssessmentScoreTable["stage"];
}

/** Fact: one row per open episode of an adult or unaccompanied youth. */
export interface LatestFormTable {
  enrollment_key: string;
  person_key: string;
  partner_id: string;
  program_id: string;
  entered_on: string;
  /** Day of the latest form of the matrix, null without one. */
  assessed_on: string | null;
  in_date: boolean;
}

/** Fact: one row per person with an episode in the report period of an HMIS export (the latest one), as HUD's annual performance report counts it. */
export interface ReportClientTable {
  person_key: string;
  partner_id: string;
  enrollment_key: string;
  age: number | null;
  leaver: boolean;
  days_enrolled: number;
  permanent_exit: boolean;
  veteran: boolean | null;
  /** HUD's classes, for adult leavers with income known at entry and at exit; null for everybody else. */
  earned_income_movement: "lost" | "less" | "same" | "more" | "gained" | "none" | null;
}

/** Fact: one row per spell of employment of one person at one partner; jobs at most 14 days apart are one spell. */
export interface EmploymentSpellTable {
  first_job_key: string;
  /** The episode the partner names for the first job. */
  enrollment_key: string | null;
  partner_id: string;
  person_key: string;
  started_on: string;
  /** Last day on which the person was known to be employed. */
  observed_to: string;
  /** True when employment is known to have ended with `observed_to`; false when that is only the last that was heard. */
  ended: boolean;
}

/** Fact: one row per episode of an adult or unaccompanied youth that has ended. */
export interface ExiterTable {
  enrollment_key: string;
  person_key: string;
  partner_id: string;
  program_id: string;
  entered_on: string;
  exited_on: string;
  /** Left for an institution or died: in no outcome after the exit. */
  excluded: boolean;
  /** In a spell of employment that began before entry and was not known to have ended by then. */
  employed_at_entry: boolean;
  /** Last day up to which it is known whether the person worked; null where no job on record means no job. */
  work_known_to: string | null;
  year_after_on: string;
  first_quarter_starts_on: string;
  fourth_quarter_ends_on: string;
}

/** Fact: one row per episode of an adult or unaccompanied youth in which a placement began: its first spell of employment. */
export interface PlacementTable {
  enrollment_key: string;
  person_key: string;
  partner_id: string;
  program_id: string;
  first_job_key: string;
  placed_on: string;
  observed_to: string;
  ended: boolean;
}

/** Fact: one row per spell of employment that had begun before an entry and went on to it: with the first such episode. */
export interface HeldJobTable {
  first_job_key: string;
  enrollment_key: string;
  person_key: string;
  partner_id: string;
  program_id: string;
  entered_on: string;
  started_on: string;
  observed_to: string;
  ended: boolean;
}

/** Fact: one row per goal set, in the episode it belongs to. */
export interface CarePlanGoalTable {
  goal_key: string;
  enrollment_key: string;
  person_key: string;
  partner_id: string;
  program_id: string;
  /** A domain of the matrix, or `other`. */
  domain: string;
  set_on: string;
  due_on: string | null;
  reached_on: string | null;
}

/** Fact: one row per service given in a person's time with the partner, in the episode it is counted in. */
export interface GivenServiceTable {
  service_key: string;
  enrollment_key: string;
  person_key: string;
  partner_id: string;
  program_id: string;
  entered_on: string;
  provided_on: string;
  type: string;
  /** Hundredths of an hour, null where nobody recorded them. */
  hundredths: number | null;
  cents: number | null;
}

/** Fact: one row per referral its sender reports and did not withdraw, with the day of what became of it; null where it has not happened. */
export interface SentReferralTable {
  referral_key: string;
  enrollment_key: string;
  person_key: string;
  /** The sender. */
  partner_id: string;
  program_id: string;
  sent_to: string;
  sent_on: string;
  /** The sender introduced the person to the receiver. */
  warm: boolean;
  /** Why no service followed, where none did. */
  reason: string;
  /** The receiver said no. */
  rejected: boolean;
  accepted_on: string | null;
  /** Ended without the service. */
  unserved_on: string | null;
  connected_on: string | null;
}

/** Fact: one row per referral that others followed, each naming the one before. */
export interface ReferralChainTable {
  referral_key: string;
  enrollment_key: string;
  person_key: string;
  /** The sender. */
  partner_id: string;
  program_id: string;
  sent_on: string;
  /** Day on which the first of the others was sent. */
  followed_on: string;
  followers: number;
  /** First day on which a service was received from one of the others. */
  connected_on: string | null;
}

/** Fact: one row per episode of an adult or unaccompanied youth: monthly income at entry, and at exit or the latest annual assessment. In cents, null where it is not known. */
export interface IncomePairTable {
  enrollment_key: string;
  person_key: string;
  partner_id: string;
  program_id: string;
  entered_on: string;
  total_before: number | null;
  earned_before: number | null;
  total_after: number | null;
  earned_after: number | null;
}

/** Fact: one row per ended episode with a job in its second calendar quarter after exit, once that has passed. */
export interface ExitQuarterEarningsTable {
  enrollment_key: string;
  /** What the jobs known in the quarter paid in it; null when one of them has no wage or no hours. */
  cents: number | null;
}

/** Fact: one row per county and day from which a living wage holds. */
export interface LivingWageTable {
  county: string;
  starts_on: string;
  /** For one adult without children. */
  hourly_cents: number;
  /** First day of the county's next one; null for the latest. */
  replaced_on: string | null;
}

/** Fact: one row per episode of an adult or unaccompanied youth and program year that has ended, in which the person was tested or trained. */
export interface LearningYearTable {
  enrollment_key: string;
  person_key: string;
  partner_id: string;
  program_id: string;
  year: string;
  /** The first day of the episode or of the year, whichever is later. */
  begins_on: string;
  /** Null where nobody tested the person. */
  track: "abe" | "esl" | null;
  /** Educational functioning level at the start, 1 to 6: the lowest of the subjects tested. */
  level: number | null;
  post_tested: boolean;
  gained: boolean;
  /** What else was achieved in the year during participation. */
  diploma: boolean;
  transcript: boolean;
  milestone: boolean;
  progression: boolean;
  /** Left by the last day of the year. */
  separated: boolean;
  /** Left for an institution or died in the year. */
  excluded: boolean;
}

/** Every private figure: the true count, and why it could not be published even if it were large. */
export interface FigureTable {
  measure: string;
  series: string;
  slice: Slice;
  member: string;
  period_kind: PeriodKind;
  period: string;
  part: string;
  value: number;
  /** How many people are behind the value where one can be behind several of what is counted, or are told of beside another figure; else null. */
  people: number | null;
  /** Null for a figure that may be shown when it is safe to; a structural zero for the first two. */
  reason: "not_collected" | "not_applicable" | "not_yet_settled" | null;
}

/** How many of a figure's people are one partner's, where it counts those of several; zeros are not in it. */
export interface ContributionTable extends Omit<FigureTable, "people" | "reason"> {
  partner_id: string;
}

/** Every private median to date, of the network and of each partner with anybody to have one of; in cents. */
export interface MedianFigureTable {
  measure: string;
  series: string;
  slice: "network" | "partner";
  member: string;
  median: string;
  people: number;
  value: number;
  /** Its 95 % interval; null of fewer than six people. */
  low: number | null;
  high: number | null;
}

/** What a series' people were given to date in all, in cents or hundredths of an hour, and what each partner that takes its own off is left with; no row where nobody is left. */
export interface SumFigureTable {
  measure: string;
  series: string;
  sum: string;
  /** The partner whose own is taken off; null for the whole network's sum. */
  without: string | null;
  /** Different people who were given anything. */
  people: number;
  amount: number;
  /** The two largest amounts of one person each, 0 where there is no second. */
  largest: number;
  second: number;
}

/** What each partner has of each group by which a measure is standardised, to date. */
export interface StandardisedFigureTable {
  measure: string;
  partner_id: string;
  /** The member of the slice that people are told apart by. */
  member: string;
  numerator: number;
  denominator: number;
}

/** Every private table and column. */
export interface Warehouse {
  person: PersonTable;
  household_member: HouseholdMemberTable;
  enrollment: EnrollmentTable;
  assessment_score: AssessmentScoreTable;
  job: JobTable;
  credential: CredentialTable;
  education_test: EducationTestTable;
  skill_gain: SkillGainTable;
  referral: ReferralTable;
  goal: GoalTable;
  service: ServiceTable;
  benefit_month: BenefitMonthTable;
  income: IncomeTable;
  set_aside: SetAsideTable;
  partner: PartnerTable;
  program: ProgramTable;
  partner_domain: PartnerDomainTable;
  partner_record: PartnerRecordTable;
  group_member: GroupMemberTable;
  quarter: QuarterTable;
  run_day: RunDayTable;
  episode: EpisodeTable;
  person_group: PersonGroupTable;
  family_member: FamilyMemberTable;
  family: FamilyTable;
  served_family: ServedFamilyTable;
  family_engagement: FamilyEngagementTable;
  family_progress: FamilyProgressTable;
  matrix_form: MatrixFormTable;
  matrix_baseline: MatrixBaselineTable;
  matrix_pair: MatrixPairTable;
  matrix_point: MatrixPointTable;
  latest_form: LatestFormTable;
  employment_spell: EmploymentSpellTable;
  exiter: ExiterTable;
  placement: PlacementTable;
  held_job: HeldJobTable;
  exit_quarter_earnings: ExitQuarterEarningsTable;
  living_wage: LivingWageTable;
  learning_year: LearningYearTable;
  care_plan_goal: CarePlanGoalTable;
  sent_referral: SentReferralTable;
  referral_chain: ReferralChainTable;
  income_pair: IncomePairTable;
  given_service: GivenServiceTable;
  report_client: ReportClientTable;
  figure: FigureTable;
  contribution: ContributionTable;
  median_figure: MedianFigureTable;
  sum_figure: SumFigureTable;
  standardised_figure: StandardisedFigureTable;
}
