import type { GroupSlice, PeriodKind, Slice } from "./figure-key.ts";

declare const protectedBrand: unique symbol;

/** Marks what went through protection. The symbol is not exported and never exists at run time: only pipelines/protect makes such rows. */
export interface Protected {
  readonly [protectedBrand]: true;
}

/**
 * Why a cell has or has not a number. `shown` has one; `withheld` hides one (and never says which reason);
 * the others never had one to show: not asked at this partner, without meaning here, or too recent to count as settled.
 */
export type CellStatus = "shown" | "withheld" | "not_collected" | "not_applicable" | "not_yet_settled";

/** A rate can also rest on too few people to be printed although its two counts are. */
export type RateStatus = CellStatus | "too_few_to_rate";

/** The address of a figure: measure, series (domain or `all`), slice and member, period. */
export interface FigureKey {
  measure: string;
  series: string;
  slice: Slice;
  member: string;
  period_kind: PeriodKind;
  /** `to-date`, `PY2025` or `2025-Q3`. */
  period: string;
}

/** One publishable count of people. `value` is null unless `shown`. */
export interface PublishedCell extends FigureKey, Protected {
  part: string;
  status: CellStatus;
  value: number | null;
}

/** One publishable share with its 95 % Wilson interval, all from 0 to 1 and null unless `shown`. */
export interface PublishedRate extends FigureKey, Protected {
  rate: string;
  status: RateStatus;
  numerator: number | null;
  denominator: number | null;
  share: number | null;
  low: number | null;
  high: number | null;
}

/** One publishable median of `n` people to date in dollars, with its 95 % interval between two order statistics; numbers are null unless `shown`, but for `n`, which is null where the count is. */
export interface PublishedMedian extends FigureKey, Protected {
  median: string;
  status: RateStatus;
  n: number | null;
  value: number | null;
  low: number | null;
  high: number | null;
}

/** One publishable sum of what `n` rows of people to date were given, in whole dollars or hours and rounded; `value` is null unless `shown`, `n` where the count is. */
export interface PublishedSum extends FigureKey, Protected {
  sum: string;
  status: RateStatus;
  n: number | null;
  value: number | null;
}

/**
 * One publishable ratio of a partner's people who met a measure to those expected from its groups, to date: rounded, with its 95 %
 * interval. The numbers are null unless `shown`, but for `observed`, which is null where the count is.
 */
export interface PublishedStandardised extends FigureKey, Protected {
  /** The rate that is standardised. */
  rate: string;
  status: RateStatus;
  observed: number | null;
  ratio: number | null;
  low: number | null;
  high: number | null;
}

/** One publishable count of an agency that sends totals only, made and withheld by itself; its slice is the network's way to say everybody. */
export interface PublishedAggregateCell extends PublishedCell {
  partner_id: string;
}

/** An agency that may send no row about a person, and what its last table of counts was. */
export interface PublishedAggregatePartner {
  partner_id: string;
  name: string;
  kind: string;
  /** Day on which the table in use was received, or null when none was. */
  received_on: string | null;
}

/** What the release says of itself on every page. */
export interface PublishedRelease {
  network_id: string;
  network_name: string;
  /** Last day of data in the release, `YYYY-MM-DD`. */
  as_of: string;
  goal_people: number;
  goal_by: string;
  threshold: number;
  minimum_denominator: number;
  width: number;
  /** How these settings stand to the defaults, with the network's own reason where they are weaker. */
  settings_note: string;
  contact: string;
  code_version: string;
  /** Counts of the protection run, over all cells of the release; no withheld value is among them. */
  cells_shown: number;
  cells_withheld: number;
}

export interface PublishedPartner {
  partner_id: string;
  name: string;
  kind: string;
  /** Tier ids, sorted, of its programs. */
  tiers: string;
  /** Last day on which a file of the partner was received, or null when none ever was. */
  last_received_on: string | null;
  files: number;
  collects: string;
}

export interface PublishedProgram {
  program_id: string;
  partner_id: string;
  name: string;
  tier: string;
}

/** One group of people, of those by which the whole network is told apart. */
export interface PublishedGroup {
  slice: GroupSlice;
  /** As in `by race and ethnicity`. */
  slice_title: string;
  member: string;
  title: string;
  position: number;
}

export interface PublishedTier {
  tier: string;
  name: string;
}

/** One change that was tried: words alone, as the agency wrote them. */
export interface PublishedCycle {
  cycle: string;
  /** Partner id, or `network`. */
  agency: string;
  title: string;
  measure: string;
  series: string;
  rate: string;
  /** The length of time by which the share is published for the agency. */
  period_kind: PeriodKind;
  /** First day of the change. */
  started_on: string;
  /** `higher` or `lower`, by so many percentage points. */
  expected_direction: string;
  expected_points: number;
  happened: string;
  went_well: string;
  went_badly: string;
  next: string;
}

/** An outcome contract: who pays whom, for which programs and days, and how much at most. Terms alone, nothing of what came of them. */
export interface PublishedContract {
  contract: string;
  title: string;
  /** The provider. */
  partner_id: string;
  payer: string;
  /** Program ids, in the order of the contract. */
  programs: string;
  starts_on: string;
  ends_on: string;
  cap_cents: number;
  /** Where the terms are from. */
  source: string;
}

/** One line of a contract's rate card: an outcome, what must be on record, and what is paid for it from one day to another. */
export interface PublishedContractRate {
  contract: string;
  outcome: string;
  title: string;
  evidence: string;
  /** Days from entry by whose end it must be reached. */
  window_days: number;
  max_per_episode: number;
  /** Title of the outcome that must come first, or null. */
  prerequisite: string | null;
  /** Payments agreed on by a day; both null without a target. */
  target_payments: number | null;
  target_by: string | null;
  effective_from: string;
  effective_to: string;
  paid_cents: number;
  position: number;
}

/** One text of a measure, as the public reads it. */
export interface PublishedMeasure {
  measure: string;
  version: number;
  title: string;
  question: string;
  numerator: string;
  denominator: string;
  exclusions: string;
  source: string;
  unit: string;
  direction: string;
  quadrant: string;
  settles_after_days: number;
  /** Days that everybody in the figures to date has been followed for; 0 where newcomers are among them at once. */
  matures_after_days: number;
  /** Whom the figures are about, as in `people who entered`. */
  cohort_people: string;
  /** What a quarter is a quarter of, as in `quarter of entry`. */
  cohort_quarter: string;
  parameters: string;
}

export interface PublishedSeries {
  measure: string;
  series: string;
  title: string;
  position: number;
}

export interface PublishedPart {
  measure: string;
  part: string;
  title: string;
  means: string;
  position: number;
}

/** One rate of a measure as it is said of people: `did` of the share, `among` whom, and after a count in full, `of`. */
export interface PublishedRateWords {
  measure: string;
  rate: string;
  title: string;
  did: string;
  among: string;
  of: string;
  /** The rates between which it would lie were everybody known, or null where everybody is. */
  low_rate: string | null;
  high_rate: string | null;
  position: number;
}

/** One median of a measure as it is said: of whom, what they did with it, and in which unit. */
export interface PublishedMedianWords {
  measure: string;
  median: string;
  title: string;
  of: string;
  did: string;
  unit: "dollars a quarter" | "dollars an hour";
  position: number;
}

/** One sum of a measure as it is said: of what, and in which unit. */
export interface PublishedSumWords {
  measure: string;
  sum: string;
  title: string;
  unit: "dollars" | "hours";
  position: number;
}

/** The ratio of a measure as it is said: by which groups people are compared, and what it means. */
export interface PublishedStandardisedWords {
  measure: string;
  rate: string;
  title: string;
  by: GroupSlice;
  means: string;
}

/** How many people of a county lived below the poverty line: public reference data, with where it is from. */
export interface PublishedPovertyCount {
  /** A member of the county slice. */
  county: string;
  people: number;
  /** The years it is of, as in `2019 to 2023`. */
  years: string;
  source: string;
  read_on: string;
}

export interface PublishedPeriod {
  period_kind: PeriodKind;
  period: string;
  title: string;
  starts_on: string;
  ends_on: string;
}

/** A made-up family whose net resources are drawn; no person is behind it. */
export interface PublishedBenefitFamily {
  family: string;
  title: string;
  /** What was assumed of it, in sentences. */
  assumed: string;
  /** The day whose rules were used. */
  rules_of: string;
  position: number;
}

/** What a made-up family has at one level of earnings, in whole dollars a year. */
export interface PublishedBenefitPoint {
  family: string;
  earned: number;
  net: number;
  /** All benefits together. */
  help: number;
}

/** A stretch of earnings on which working more pays little (`plateau`) or costs (`cliff`), in whole dollars a year. */
export interface PublishedBenefitTurn {
  family: string;
  kind: "cliff" | "plateau";
  from_earned: number;
  to_earned: number;
  /** Negative where the family ends with more. */
  lost: number;
  /** Earnings with which a family is back where it was before a cliff; null on a plateau, or beyond the curve. */
  break_even: number | null;
  /** The kind of help that falls the most. */
  program: "cash" | "food" | "child_care" | "housing" | "coverage";
  position: number;
}

/** The rules of one program that the curves use. */
export interface PublishedBenefitRule {
  program: string;
  title: string;
  effective_from: string;
  source: string;
  /** Whether the numbers were read in the source or are general knowledge. */
  checked: string;
  position: number;
}

/** Every table of the published store. Nothing else is in it. */
export interface PublishedStore {
  release: PublishedRelease;
  measure: PublishedMeasure;
  series: PublishedSeries;
  part: PublishedPart;
  rate_words: PublishedRateWords;
  median_words: PublishedMedianWords;
  sum_words: PublishedSumWords;
  standardised_words: PublishedStandardisedWords;
  period: PublishedPeriod;
  partner: PublishedPartner;
  program: PublishedProgram;
  tier: PublishedTier;
  group_member: PublishedGroup;
  poverty_count: PublishedPovertyCount;
  cycle: PublishedCycle;
  contract: PublishedContract;
  contract_rate: PublishedContractRate;
  benefit_family: PublishedBenefitFamily;
  benefit_curve: PublishedBenefitPoint;
  benefit_turn: PublishedBenefitTurn;
  benefit_rule: PublishedBenefitRule;
  aggregate_partner: PublishedAggregatePartner;
  cell: PublishedCell;
  aggregate_cell: PublishedAggregateCell;
  rate: PublishedRate;
  median: PublishedMedian;
  sum: PublishedSum;
  standardised: PublishedStandardised;
}

/** The whole store read into memory, table by table, in a fixed order. */
export type Publication = { readonly [T in keyof PublishedStore]: readonly PublishedStore[T][] };
