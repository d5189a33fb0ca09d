import type {
  FigureKey,
  Publication,
  PublishedCell,
  PublishedMeasure,
  PublishedMedian,
  PublishedMedianWords,
  PublishedPartner,
  PublishedPeriod,
  PublishedRate,
  PublishedRateWords,
  PublishedRelease,
  PublishedSeries,
  PublishedStandardised,
  PublishedStandardisedWords,
  PublishedSum,
  PublishedSumWords,
} from "../models/published.ts";
import { type Audience, mayPrint } from "./audience.ts";

/** By what a figure is cut. */
export type Slice = FigureKey["slice"];

/** One member of a slice with the name people know it by. */
export interface Member {
  id: string;
  title: string;
}

/** The words of a publication: all of it but the figures. */
export type Words = Omit<Publication, "cell" | "rate" | "median" | "sum" | "standardised">;

/** The figures of a publication by their addresses; one for all the sites made from it. */
export interface FigureIndex {
  cell(key: FigureKey, part: string): PublishedCell | undefined;
  rate(key: FigureKey, rate: string): PublishedRate | undefined;
  median(key: FigureKey, median: string): PublishedMedian | undefined;
  sum(key: FigureKey, sum: string): PublishedSum | undefined;
  standardised(key: FigureKey): PublishedStandardised | undefined;
  /** The partners with data for a series of a measure, or for `all` of it; null for a measure of the whole network alone. */
  collectors(measure: string, series: string): ReadonlySet<string> | null;
}

/** The publication, as one audience sees it, arranged for finding one figure, title or list at a time. */
export interface Lookup extends FigureIndex {
  publication: Words;
  audience: Audience;
  /** Whether the audience may be told which partner, or which program, a figure is of. */
  isNamed(slice: Slice, member: string): boolean;
  release: PublishedRelease;
  measure(id: string): PublishedMeasure;
  partner(id: string): PublishedPartner;
  series(measure: string): readonly PublishedSeries[];
  seriesTitle(measure: string, series: string): string;
  partTitle(measure: string, part: string): string;
  /** The rates of a measure in their order, but for those that are bounds of another. */
  rates(measure: string): readonly PublishedRateWords[];
  rateWords(measure: string, rate: string): PublishedRateWords;
  /** The medians of a measure in their order. */
  medians(measure: string): readonly PublishedMedianWords[];
  /** The sums of a measure in their order. */
  sums(measure: string): readonly PublishedSumWords[];
  /** What is said of the ratios of a measure that has any. */
  standardisedWords(measure: string): PublishedStandardisedWords;
  /** What a figure of one series is about: the series, or the measure where that has only one. */
  subject(measure: string, series: string): string;
  /** The members of a slice in a fixed order: alphabetical by name, or as they are declared; never by size. */
  members(slice: Slice): readonly Member[];
  /** What people are told apart by in a slice, as in `by race and ethnicity`. */
  sliceTitle(slice: Slice): string;
  memberTitle(slice: Slice, member: string): string;
  periods(kind: string): readonly PublishedPeriod[];
  periodTitle(period: string): string;
}

const followups: readonly Member[] = [
  { id: "interim", title: "Interim assessment" },
  { id: "exit", title: "Exit assessment" },
  { id: "none", title: "No follow-up" },
];

const address = (key: FigureKey, part: string) =>
  [key.measure, key.series, key.slice, key.member, key.period_kind, key.period, part].join("\u0000");

const byTitle = (members: Member[]) => members.sort((a, b) => a.title.localeCompare(b.title, "en"));

function required<T>(found: T | undefined, kind: string, id: string): T {
  if (found === undefined) throw new Error(`no ${kind} in the publication: ${id}`);
  return found;
}

function mainRates(words: readonly PublishedRateWords[]): PublishedRateWords[] {
  const bounds = new Set(words.flatMap(({ low_rate, high_rate }) => [low_rate, high_rate]));
  return words.filter(({ rate }) => !bounds.has(rate)).toSorted((a, b) => a.position - b.position);
}

/** What people are told apart by, in the order of the publication. */
export const groupSlicesOf = ({ group_member }: Pick<Publication, "group_member">): Slice[] => [
  ...new Set(group_member.map(({ slice }) => slice)),
];

const groupsOf = ({ group_member }: Words, slice: Slice): Member[] =>
  group_member
    .filter((row) => row.slice === slice)
    .toSorted((a, b) => a.position - b.position)
    .map(({ member, title }) => ({ id: member, title }));

function membersOf(publication: Words, slice: Slice): readonly Member[] {
  const { tier, partner, program, release } = publication;
  if (slice === "tier") return byTitle(tier.map((row) => ({ id: row.tier, title: row.name })));
  if (slice === "partner") return byTitle(partner.map((row) => ({ id: row.partner_id, title: row.name })));
  if (slice === "program") return byTitle(program.map((row) => ({ id: row.program_id, title: row.name })));
  if (slice === "followup") return followups;
  if (slice !== "network") return groupsOf(publication, slice);
  return [{ id: "network", title: release[0]?.network_name ?? "Network" }];
}

const byAddress = <Row extends FigureKey>(rows: readonly Row[], name: (row: Row) => string) =>
  new Map(rows.map((row) => [address(row, name(row)), row]));

const isCollected = ({ status }: PublishedCell) => status !== "not_collected" && status !== "not_applicable";

function collectorsIn(cells: readonly PublishedCell[]): FigureIndex["collectors"] {
  const known = new Map<string, Set<string>>();
  const under = (key: string) => known.get(key) ?? known.set(key, new Set()).get(key)!;
  for (const cell of cells.filter(({ slice }) => slice === "partner")) {
    const sets = [cell.series, "all"].map((series) => under(`${cell.measure}/${series}`));
    if (isCollected(cell)) for (const set of sets) set.add(cell.member);
  }
  return (measure, series) => {
    if (!known.has(`${measure}/all`)) return null;
    return known.get(`${measure}/${series}`) ?? new Set();
  };
}

/** Arranges the figures of a publication by their addresses. */
export function indexFigures({ cell, rate, median, sum, standardised }: Publication): FigureIndex {
  const cells = byAddress(cell, ({ part }) => part);
  const rates = byAddress(rate, (row) => row.rate);
  const medians = byAddress(median, (row) => row.median);
  const sums = byAddress(sum, (row) => row.sum);
  const ratios = byAddress(standardised, () => "");
  return {
    cell: (key, part) => cells.get(address(key, part)),
    rate: (key, id) => rates.get(address(key, id)),
    median: (key, id) => medians.get(address(key, id)),
    sum: (key, id) => sums.get(address(key, id)),
    standardised: (key) => ratios.get(address(key, "")),
    collectors: collectorsIn(cell),
  };
}

/** Arranges a publication, with the words that an audience sees, for its pages; `figures` are its own when left out. */
export function lookUp(
  publication: Publication,
  audience: Audience = { kind: "staff" },
  figures: FigureIndex = indexFigures(publication),
): Lookup {
  const series = (measure: string) =>
    publication.series.filter((row) => row.measure === measure).sort((a, b) => a.position - b.position);
  const rateWords = (measure: string) => publication.rate_words.filter((row) => row.measure === measure);
  const measureOf = (id: string) =>
    required(
      publication.measure.find((row) => row.measure === id),
      "measure",
      id,
    );
  const seriesTitle = (measure: string, id: string) =>
    required(
      series(measure).find((row) => row.series === id),
      "series",
      id,
    ).title;
  return {
    ...figures,
    publication,
    audience,
    isNamed: (slice, member) => audience.kind !== "agency" || mayPrint(audience, { slice, member }),
    release: required(publication.release[0], "release", "the only one"),
    measure: measureOf,
    partner: (id) =>
      required(
        publication.partner.find((row) => row.partner_id === id),
        "partner",
        id,
      ),
    series,
    seriesTitle,
    partTitle: (measure, part) =>
      required(
        publication.part.find((row) => row.measure === measure && row.part === part),
        "part",
        part,
      ).title,
    rates: (measure) => mainRates(rateWords(measure)),
    medians: (measure) =>
      publication.median_words.filter((row) => row.measure === measure).sort((a, b) => a.position - b.position),
    sums: (measure) =>
      publication.sum_words.filter((row) => row.measure === measure).sort((a, b) => a.position - b.position),
    standardisedWords: (measure) =>
      required(
        publication.standardised_words.find((row) => row.measure === measure),
        "standardised",
        measure,
      ),
    rateWords: (measure, rate) =>
      required(
        rateWords(measure).find((row) => row.rate === rate),
        "words for rate",
        rate,
      ),
    subject: (measure, id) => (series(measure).length === 1 ? measureOf(measure).title : seriesTitle(measure, id)),
    members: (slice) => membersOf(publication, slice),
    sliceTitle: (slice) => publication.group_member.find((row) => row.slice === slice)?.slice_title ?? slice,
    memberTitle: (slice, id) =>
      required(
        membersOf(publication, slice).find((m) => m.id === id),
        slice,
        id,
      ).title,
    periods: (kind) =>
      publication.period
        .filter((row) => row.period_kind === kind)
        .sort((a, b) => a.starts_on.localeCompare(b.starts_on)),
    periodTitle: (id) =>
      required(
        publication.period.find((row) => row.period === id),
        "period",
        id,
      ).title,
  };
}
