import type {
  Publication,
  PublishedMedian,
  PublishedRelease,
  PublishedStandardised,
  PublishedSum,
} from "../models/published.ts";
import { quartersOf } from "../models/relations/quarters.ts";
import type { Structure } from "../models/relations/structure.ts";
import type {
  ContributionTable,
  FigureTable,
  MedianFigureTable,
  StandardisedFigureTable,
  SumFigureTable,
} from "../models/warehouse.ts";
import { followups } from "./build/evaluate.ts";
import type { Description } from "./describe.ts";
import type { Protection, ProtectionSettings } from "./protect/protect.ts";
import type { Network } from "./read-network.ts";
import type { Door } from "./warehouse.ts";

/** Every private figure, in a fixed order. */
export function readFigures(door: Door): Promise<FigureTable[]> {
  return door.rows<FigureTable>(
    "select * from figure order by measure, series, slice, member, period_kind, period, part",
  );
}

/** What each partner has in the figures that count people of several. */
export function readContributions(door: Door): Promise<ContributionTable[]> {
  return door.rows<ContributionTable>(
    "select * from contribution order by measure, series, slice, member, period_kind, period, part, partner_id",
  );
}

/** Every private median, in a fixed order. */
export function readMedians(door: Door): Promise<MedianFigureTable[]> {
  return door.rows<MedianFigureTable>("select * from median_figure order by measure, series, slice, member, median");
}

/** Every private sum, in a fixed order. */
export function readSums(door: Door): Promise<SumFigureTable[]> {
  return door.rows<SumFigureTable>("select * from sum_figure order by measure, series, sum, without nulls first");
}

/** What each partner has of each group by which a measure is standardised, in a fixed order. */
export function readStandardised(door: Door): Promise<StandardisedFigureTable[]> {
  return door.rows<StandardisedFigureTable>("select * from standardised_figure order by measure, partner_id, member");
}

/** How the network protects small numbers. */
export function settingsOf({ publication }: Pick<Network, "publication">): ProtectionSettings {
  const { threshold, minimum_denominator, width } = publication;
  return { threshold, width, minimumDenominator: minimum_denominator };
}

/** Units and periods as the words of the publication have them. */
export function structureOf(
  { partner, program, period, group_member }: Pick<Description, "partner" | "program" | "period" | "group_member">,
  asOf: string,
): Structure {
  return {
    partners: partner.map(({ partner_id }) => partner_id),
    programs: program.map(({ program_id, partner_id, tier }) => ({ program_id, partner_id, tier })),
    tiers: [...new Set(program.map(({ tier }) => tier))].sort(),
    followups,
    groups: membersBySlice(group_member),
    quarters: quartersOf(period, asOf),
  };
}

function membersBySlice(groups: Description["group_member"]): NonNullable<Structure["groups"]> {
  const bySlice = Map.groupBy(groups, ({ slice }) => slice);
  return Object.fromEntries([...bySlice].map(([slice, own]) => [slice, own.map(({ member }) => member)]));
}

/** What a release says of itself before anything was protected. */
export function releaseOf({ network, asOf, code }: { network: Network; asOf: string; code: string }): PublishedRelease {
  const { threshold, minimum_denominator, width, weaker_because } = network.publication;
  return {
    network_id: network.id,
    network_name: network.name,
    as_of: asOf,
    goal_people: network.goal.people,
    goal_by: network.goal.by,
    threshold,
    minimum_denominator,
    width,
    settings_note: weaker_because
      ? `These settings are weaker than the usual ones (11, 20 and 11). The network's reason: ${weaker_because}`
      : "These settings are no weaker than the usual ones (11, 20 and 11).",
    contact: network.contact,
    code_version: code,
    cells_shown: 0,
    cells_withheld: 0,
  };
}

/** Joins words and protected rows to what is published. */
export function publicationOf(
  run: { network: Network; asOf: string; code: string },
  words: Description,
  { cells, rates, medians, sums, standardised, report }: ProtectedRows,
  aggregates: Pick<Publication, "aggregate_partner" | "aggregate_cell">,
): Publication {
  const counts = { cells_shown: report.shown, cells_withheld: report.primary + report.complementary };
  const release = { ...releaseOf(run), ...counts };
  return {
    ...words,
    ...aggregates,
    release: [release],
    cell: cells,
    rate: rates,
    median: medians,
    sum: sums,
    standardised,
  };
}

/** Everything that protection lets out. */
type ProtectedRows = Protection & {
  medians: readonly PublishedMedian[];
  sums: readonly PublishedSum[];
  standardised: readonly PublishedStandardised[];
};
