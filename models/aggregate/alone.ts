import type { Publication, PublishedCell, PublishedPeriod, PublishedRelease } from "../published.ts";
import { periodsAround } from "./periods.ts";

/** What an agency's own counts say as a publication of their own: one unit, its groups and its periods. */
export function publicationAlone(
  cell: readonly PublishedCell[],
  release: PublishedRelease,
  programYearStarts: number,
): Publication {
  const mentioned = cell.map(({ period }) => period);
  const period = periodsAround(mentioned, { asOf: release.as_of, programYearStarts });
  const nothing = {
    ...{ measure: [], series: [], part: [], rate_words: [], median_words: [], sum_words: [], standardised_words: [] },
    ...{ partner: [], program: [], tier: [], group_member: [], poverty_count: [], cycle: [], contract: [] },
    ...{ contract_rate: [], benefit_family: [], benefit_curve: [], benefit_turn: [], benefit_rule: [] },
    ...{ aggregate_partner: [], aggregate_cell: [], rate: [], median: [], sum: [], standardised: [] },
  };
  return { ...nothing, release: [release], period, cell: [...cell, ...nobodyEarlier(cell, period)] };
}

/**
 * Counts of the year before all that the agency speaks of, where the years it shows are all of its total: nobody came earlier, as
 * everybody knows who knows when it began.
 */
function nobodyEarlier(cells: readonly PublishedCell[], periods: readonly PublishedPeriod[]): PublishedCell[] {
  const earliest = periods.find(({ period_kind }) => period_kind === "year")!.period;
  const of = ({ measure, series, slice, member, part }: PublishedCell) =>
    JSON.stringify([measure, series, slice, member, part]);
  return [...Map.groupBy(cells, of).values()].flatMap((own): PublishedCell[] => {
    const whole = own.find(({ period_kind }) => period_kind === "all");
    const years = own.filter(({ period_kind }) => period_kind === "year").map(({ value }) => value ?? Number.NaN);
    const isAll = years.length > 0 && years.reduce((sum, value) => sum + value, 0) === whole?.value;
    return isAll ? [{ ...whole, period_kind: "year", period: earliest, status: "not_applicable", value: null }] : [];
  });
}
