import type { Kysely, SelectQueryBuilder } from "kysely";
import type { GroupSlice, PeriodKind, Slice } from "../figure-key.ts";
import type { Warehouse } from "../warehouse.ts";
import type { Population } from "./population.ts";

/**
 * One count a measure makes of its rows: those for which `when` is true.
 * A part that is not printed is still a number somebody could work out, so it is protected like the others.
 */
export interface Part {
  id: string;
  title: string;
  means: string;
  /** SQL over the measure's own row; every part of one kind of measure is counted in one pass. */
  when: string;
  printed: boolean;
  /** True for parts that are made only where the shape asks for detail. */
  detail?: boolean;
  /** The population that the part counts whole: it is one number in all series and measures that count it at the same partners, shown in all of them or in none. */
  population?: Population;
  /** A population of which the part counts only some: the others are a number somebody could work out. */
  within?: Population;
  /** True when everybody of the population it is within is counted in at least one series. */
  everybodySomewhere?: boolean;
  /** Slices the part is not made for. */
  notFor?: readonly Slice[];
  /** Slices no two units of which share people of this part, so that these do add up. */
  apart?: readonly Slice[];
  /** True for a part that can only be zero in units none of whose partners sends linkage tokens: it is not applicable there. */
  needsLinkage?: boolean;
  /** Members of a slice for which the part can only be zero, as everybody knows: it is not applicable there. */
  impossibleFor?: readonly string[];
  /** What a partner must send for the part to be more than zero, one of each list, as `benefit_month.benefit.snap`: where no partner does it is not applicable. */
  needs?: readonly (readonly string[])[];
  /** The partner that knows every count of the part, in every unit, though others' people are in it: the one that people were sent to. */
  knownTo?: string;
}

/** A sum that always holds: the part `total` is the sum of the parts `of`. */
export interface Identity {
  total: string;
  of: readonly string[];
}

/** How a rate is said in sentences, always of people. */
export interface RateWords {
  /** What those in the numerator did, as in `the share who improved`. */
  did: string;
  /** Whom it is a share of, as in `of people scored twice`; it begins with the people of the cohort by the cohort's words where it is about them. */
  among: string;
  /** The same as `did`, said in full after a count: `742 were at a higher level at the latest assessment`. */
  of: string;
}

/** A share of people: two parts, the first within the second. */
export interface Rate extends RateWords {
  id: string;
  title: string;
  numerator: string;
  denominator: string;
  /** Rates between which it would lie were everybody known: were none of those not known in the numerator, and were all of them. */
  bounds?: { low: string; high: string };
}

/** A value in the middle of those of people counted by a part. */
export interface Median {
  id: string;
  title: string;
  /** SQL over the measure's own row: whole cents, null outside the part. */
  value: string;
  /** The part that counts the people whose values they are. */
  among: string;
  unit: "dollars a quarter" | "dollars an hour";
  /** Whose it is, as in `people whose earnings are known`. */
  of: string;
  /** What they did with the amount, as in `half earned $4,210 or more`. */
  did: string;
}

/**
 * What was given to the people a part counts, added up: of each series in the whole network to date and of nothing smaller. Sums of
 * partners or of periods would add up to it, so that a withheld one would be what the others leave. For the same reason no total of
 * series is made, no two series share a row, and a measure has one sum of each unit.
 */
export interface Sum {
  id: string;
  title: string;
  /** SQL over the measure's own row: whole cents or hundredths of an hour, 0 where nothing is on record, null outside the part. */
  amount: string;
  /** The printed part that counts the people to whom it was given. */
  among: string;
  unit: "dollars" | "hours";
}

/**
 * What a measure is compared by between partners: how many people met it beside how many would have if each group had fared as in the
 * whole network. One measure alone has it, for two ratios of the same people tell more of their groups than each rounded one does.
 */
export interface Standardised {
  /** The rate that is standardised. */
  rate: string;
  /** The groups, by a slice for which the network's rates are published. */
  by: GroupSlice;
  title: string;
  /** How the ratio is to be read. */
  means: string;
}

/** Who is followed from when, in words. */
export interface Cohort {
  /** As in `people who entered by September 30`. */
  people: string;
  /** As in `by quarter of entry`. */
  quarter: string;
}

/** What all measures of one kind have in common: the parts they count, how these add up, the rates made from them. */
export interface MeasureKind {
  kind: "count" | "share" | "movement" | "survival";
  /** The part that counts every row. */
  base: string;
  parts: readonly Part[];
  identities: readonly Identity[];
  rates: readonly Rate[];
}

/** One cut of a measure that is published: a slice, its periods, and whether the detailed parts are made for it. */
export interface Shape {
  slice: Slice;
  periods: readonly PeriodKind[];
  detail?: boolean;
}

/** One row per unit of the denominator, as every measure's query returns it. `series` is the domain, or `all`. */
export interface UnitRow {
  unit_id: string;
  person_key: string;
  partner_id: string;
  program_id: string;
  anchored_on: string;
  series: string;
}

/** A shared measure: the words the public reads, its parameters, and the query that makes its rows. */
export interface Measure {
  id: string;
  version: number;
  title: string;
  question: string;
  numerator: string;
  denominator: string;
  exclusions: readonly string[];
  source: string;
  unit: string;
  direction: "higher is better" | "lower is better" | "neither";
  quadrant: "how much" | "how well" | "better off";
  /** Days after a period ends before its figures count as settled; before that they are shown as not yet settled. */
  settlesAfterDays: number;
  /** Days from its anchor after which a row enters the figures to date, 0 when left out; no more than those after which a period settles. */
  maturesAfterDays?: number;
  /** Whom its figures are about. */
  cohort: Cohort;
  /** Settings printed with every figure. */
  parameters: Readonly<Record<string, string | number>>;
  /** Record kinds a partner must send to be in the measure, and fields it must have a column for, as `enrollment.exit_destination`. */
  requires: readonly string[];
  /** True when each person counts once in each unit, in the period of the first row: units then add up to more than their total. */
  unduplicated: boolean;
  /** True when several rows can be one person's, as referrals can: a count of them is shown only if as many people are behind it as the threshold asks for. */
  severalPerPerson?: boolean;
  series: readonly { id: string; title: string }[];
  /** True when the series are domains of the matrix: a partner that does not ask about one is not in it. */
  byDomain?: boolean;
  /** SQL that is true where a partner `a` offers a series `s`, by what it has sent; one that does not is not in the series. */
  offeredIf?: string;
  kind: MeasureKind;
  /** Medians of its rows, made for the network and for each partner to date. */
  medians?: readonly Median[];
  /** Sums of its rows, made for each series of the network to date. */
  sums?: readonly Sum[];
  /** Its rate of each partner to date beside what the partner's groups let one expect. */
  standardised?: Standardised;
  shape: readonly Shape[];
  // biome-ignore lint/suspicious/noExplicitAny: any tables may be joined on the way; the rows are what is promised
  query(db: Kysely<Warehouse>): SelectQueryBuilder<any, any, UnitRow>;
}
