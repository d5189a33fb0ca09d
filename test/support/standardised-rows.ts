import type { Measure } from "../../models/measures/measure.ts";
import type { PublishedRate } from "../../models/published.ts";
import { standardisedMeasure } from "../../models/relations/standard-strata.ts";
import type { StandardisedFigureTable } from "../../models/warehouse.ts";
import { standardisedOf } from "../../pipelines/protect/standardised.ts";
import { chance } from "./chance.ts";

/** Two made-up groups of each partner, of which the second fares better. */
function groupsOf({ measure, member, numerator, denominator }: PublishedRate): StandardisedFigureTable[] {
  const people = Math.round(denominator! * (0.3 + 0.4 * chance("groups", member)));
  const met = Math.round((numerator! * people * 0.9) / denominator!);
  const at = (group: string, rest: Pick<StandardisedFigureTable, "numerator" | "denominator">) => ({
    ...{ measure, partner_id: member, member: group, ...rest },
  });
  return [
    at("18_to_24", { numerator: met, denominator: people }),
    at("25_to_34", { numerator: numerator! - met, denominator: denominator! - people }),
  ];
}

/** Made-up ratios of the measure that has any, beside the shares of a made-up release: of partners whose people are of two made-up groups. */
export function standardisedRows(
  rates: readonly PublishedRate[],
  measures: readonly Measure[],
  { minimum_denominator, width }: { minimum_denominator: number; width: number },
) {
  const measure = standardisedMeasure(measures)!;
  const { rate, by } = measure.standardised;
  const own = rates.filter((row) => row.measure === measure.id && row.rate === rate && row.slice === "partner");
  const figures = own.filter(({ status }) => status === "shown").flatMap(groupsOf);
  const sum = (of: "numerator" | "denominator", group?: string) =>
    figures.reduce((total, row) => total + (group === undefined || row.member === group ? row[of] : 0), 0);
  const whole = (slice: string, member: string, group?: string) => {
    const [numerator, denominator] = [sum("numerator", group), sum("denominator", group)];
    return { ...own[0], slice, member, status: "shown", numerator, denominator } as PublishedRate;
  };
  const groups = ["18_to_24", "25_to_34"].map((group) => whole(by, group, group));
  const standard = [whole("network", "network"), ...groups];
  const limits = { minimumDenominator: minimum_denominator, width };
  return standardisedOf(figures, [...standard, ...own], measures, limits);
}
