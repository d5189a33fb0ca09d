import { povertyCounts } from "../data/reference/poverty.ts";
import { TO_DATE } from "../models/figure-key.ts";
import { type GroupChoices, groupings } from "../models/grouping.ts";
import type { Measure } from "../models/measures/measure.ts";
import { measuresOf } from "../models/measures/network-measures.ts";
import type {
  Publication,
  PublishedCycle,
  PublishedGroup,
  PublishedMeasure,
  PublishedMedianWords,
  PublishedPart,
  PublishedPartner,
  PublishedPeriod,
  PublishedPovertyCount,
  PublishedProgram,
  PublishedRateWords,
  PublishedSeries,
  PublishedStandardisedWords,
  PublishedSumWords,
  PublishedTier,
} from "../models/published.ts";
import { benefitCurves } from "./benefit-curves.ts";
import { contractTerms } from "./contract-terms.ts";
import { feedTables, isTableFeed } from "./feed-tables.ts";
import type { Feed } from "./network.ts";
import { publicExport } from "./public-records.ts";
import type { Cycle } from "./read-cycles.ts";
import type { Network } from "./read-network.ts";
import type { Receipt } from "./receive/receipt.ts";
import type { Door } from "./warehouse.ts";

/** The words of a publication: everything that is not a figure. */
export type Description = Omit<
  Publication,
  "release" | "cell" | "aggregate_partner" | "aggregate_cell" | "rate" | "median" | "sum" | "standardised"
>;

/** Gathers the words of the publication from configuration, measures and receipts. */
export async function describe(door: Door, network: Network, receipts: readonly Receipt[]): Promise<Description> {
  return {
    ...describeMeasures(measuresOf(network.partners)),
    period: await periodTexts(door, network),
    partner: partnerTexts(network, receipts),
    program: programTexts(network),
    tier: network.tiers.map(({ id, name }): PublishedTier => ({ tier: id, name })),
    group_member: groupTexts(network),
    poverty_count: povertyTexts(network),
    cycle: network.cycles.map(cycleText),
    ...contractTerms(network.contracts),
    ...benefitCurves(),
  };
}

/** The words of measures, of their series, parts, rates, medians, sums and ratios. */
export const describeMeasures = (of: readonly Measure[]) => ({
  measure: measureTexts(of),
  series: seriesTexts(of),
  part: partTexts(of),
  rate_words: rateTexts(of),
  median_words: medianTexts(of),
  sum_words: sumTexts(of),
  standardised_words: standardisedTexts(of),
});

const measureTexts = (measures: readonly Measure[]) =>
  measures.map(
    (measure): PublishedMeasure => ({
      measure: measure.id,
      version: measure.version,
      title: measure.title,
      question: measure.question,
      numerator: measure.numerator,
      denominator: measure.denominator,
      exclusions: measure.exclusions.join("\n"),
      source: measure.source,
      unit: measure.unit,
      direction: measure.direction,
      quadrant: measure.quadrant,
      settles_after_days: measure.settlesAfterDays,
      matures_after_days: measure.maturesAfterDays ?? 0,
      cohort_people: measure.cohort.people,
      cohort_quarter: measure.cohort.quarter,
      parameters: Object.entries(measure.parameters)
        .map(([name, value]) => `${name}: ${value}`)
        .join("\n"),
    }),
  );

const seriesTexts = (measures: readonly Measure[]) =>
  measures.flatMap((measure) =>
    measure.series.map(
      ({ id, title }, position): PublishedSeries => ({ measure: measure.id, series: id, title, position }),
    ),
  );

const partTexts = (measures: readonly Measure[]) =>
  measures.flatMap((measure) =>
    measure.kind.parts
      .filter((part) => part.printed)
      .map(
        ({ id, title, means }, position): PublishedPart => ({ measure: measure.id, part: id, title, means, position }),
      ),
  );

const rateTexts = (measures: readonly Measure[]) =>
  measures.flatMap((measure) =>
    measure.kind.rates.map(
      ({ id, title, did, among, of, bounds }, position): PublishedRateWords => ({
        ...{ measure: measure.id, rate: id, title, did, among, of, position },
        low_rate: bounds?.low ?? null,
        high_rate: bounds?.high ?? null,
      }),
    ),
  );

const medianTexts = (measures: readonly Measure[]) =>
  measures.flatMap((measure) =>
    (measure.medians ?? []).map(
      ({ id, title, of, did, unit }, position): PublishedMedianWords => ({
        ...{ measure: measure.id, median: id, title, of, did, unit, position },
      }),
    ),
  );

const sumTexts = (measures: readonly Measure[]) =>
  measures.flatMap((measure) =>
    (measure.sums ?? []).map(
      ({ id, title, unit }, position): PublishedSumWords => ({
        ...{ measure: measure.id, sum: id, title, unit, position },
      }),
    ),
  );

const standardisedTexts = (measures: readonly Measure[]) =>
  measures.flatMap(({ id: measure, standardised }): PublishedStandardisedWords[] =>
    standardised ? [{ measure, ...standardised }] : [],
  );

const groupTexts = (network: GroupChoices) =>
  groupings(network).flatMap(({ slice, title, members }) =>
    members.map(
      (member, position): PublishedGroup => ({
        ...{ slice, slice_title: title, member: member.id, title: member.title, position },
      }),
    ),
  );

/** Of the counties that the network names. */
const povertyTexts = ({ counties }: GroupChoices) =>
  povertyCounts
    .filter(({ county }) => counties.some(({ id }) => id === county))
    .map(({ readOn, ...count }): PublishedPovertyCount => ({ ...count, read_on: readOn }));

const cycleText = ({ id, expected, ...words }: Cycle): PublishedCycle => ({
  ...words,
  cycle: id,
  expected_direction: expected.direction,
  expected_points: expected.points,
});

const MONTHS = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
];
const monthOf = (day: string) => MONTHS[Number(day.slice(5, 7)) - 1]!;

async function periodTexts(door: Door, network: Network): Promise<PublishedPeriod[]> {
  const quarters = await door.rows<{
    quarter: string;
    year: string;
    starts_on: string;
    ends_on: string;
    year_ends_on: string;
  }>("select * from quarter order by starts_on");
  const [day] = await door.rows<{ as_of: string }>("select as_of from run_day");
  const first = quarters[0]?.starts_on ?? day!.as_of;
  const years = [...new Set(quarters.map(({ year }) => year))].map((year): PublishedPeriod => {
    const ends_on = quarters.find((quarter) => quarter.year === year)!.year_ends_on;
    const starts_on = `${year.slice(2)}-${String(network.program_year_starts).padStart(2, "0")}-01`;
    return {
      period_kind: "year",
      period: year,
      title: `${monthOf(starts_on)} ${starts_on.slice(0, 4)} to ${monthOf(ends_on)} ${ends_on.slice(0, 4)}`,
      starts_on,
      ends_on,
    };
  });
  return [
    { period_kind: "all", period: TO_DATE, title: "To date", starts_on: first, ends_on: day!.as_of },
    ...years,
    ...quarters.map(
      ({ quarter, starts_on, ends_on }): PublishedPeriod => ({
        period_kind: "quarter",
        period: quarter,
        title: `${monthOf(starts_on)} to ${monthOf(ends_on)} ${ends_on.slice(0, 4)}`,
        starts_on,
        ends_on,
      }),
    ),
  ];
}

function partnerTexts(network: Network, receipts: readonly Receipt[]): PublishedPartner[] {
  const byName = [...network.partners].sort((a, b) => (a.name < b.name ? -1 : 1));
  return byName.map((partner) => {
    const own = receipts.filter((receipt) => receipt.partner === partner.id);
    return {
      partner_id: partner.id,
      name: partner.name,
      kind: partner.kind,
      tiers: [...new Set(partner.programs.map(({ tier }) => tier))].sort().join(" "),
      last_received_on:
        own
          .map((receipt) => receipt.received_at.slice(0, 10))
          .sort()
          .at(-1) ?? null,
      files: own.length,
      collects: [...new Set(partner.feeds.flatMap(collectedBy))].sort().join(" "),
    };
  });
}

const collectedBy = (feed: Feed) =>
  isTableFeed(feed) ? feedTables(feed).map(({ record }) => record) : [publicExport(feed)];

const programTexts = (network: Network) =>
  network.partners.flatMap((partner) =>
    partner.programs.map(
      ({ id, name, tier }): PublishedProgram => ({ program_id: id, partner_id: partner.id, name, tier }),
    ),
  );
