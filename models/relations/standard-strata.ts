import type { Measure } from "../measures/measure.ts";
import type { FigureKey, Publication, PublishedRate } from "../published.ts";

/** A group of like people of the whole network, or several put together, and how many of them met the measure. */
export interface StandardStratum {
  /** The members of the slice; null for everybody who is in no other stratum. */
  members: readonly string[] | null;
  numerator: number;
  denominator: number;
}

/** A measure that is standardised. */
export type StandardisedMeasure = Measure & Required<Pick<Measure, "standardised">>;

/** The one measure that is standardised, if any is. Throws when several are: two ratios of the same people could be held against each other. */
export function standardisedMeasure(measures: readonly Measure[]): StandardisedMeasure | undefined {
  const all = measures.filter((measure): measure is StandardisedMeasure => measure.standardised !== undefined);
  if (all.length > 1) throw new Error(`more than one standardised measure: ${all.map(({ id }) => id).join(", ")}`);
  const [only] = all;
  if (only && only.series.length > 1) throw new Error(`several series of a standardised measure: ${only.id}`);
  return only;
}

/**
 * The strata by which partners are compared: groups whose share in the whole network is printed, and one of all others, which takes in
 * the smallest of them until it has `minimum` people. None where the network's own share is not printed.
 */
export function standardStrata(
  { rate }: Pick<Publication, "rate">,
  { id, standardised }: StandardisedMeasure,
  minimum: number,
): StandardStratum[] {
  const own = rate.filter(
    (row) =>
      row.measure === id && row.rate === standardised.rate && row.period_kind === "all" && row.status === "shown",
  );
  const whole = own.find(({ slice }) => slice === "network");
  if (!whole) return [];
  const groups = own
    .filter(({ slice }) => slice === standardised.by)
    .sort(bySize)
    .map(stratumOf);
  const other = groups.reduce(without, { ...stratumOf(whole), members: null });
  while (other.denominator > 0 && other.denominator < minimum && groups.length > 0) {
    const smallest = groups.shift()!;
    other.numerator += smallest.numerator;
    other.denominator += smallest.denominator;
  }
  return other.denominator > 0 ? [...groups, other] : groups;
}

const bySize = (a: PublishedRate, b: PublishedRate) =>
  a.denominator! - b.denominator! || (a.member < b.member ? -1 : 1);

const stratumOf = ({
  member,
  numerator,
  denominator,
}: FigureKey & Pick<PublishedRate, "numerator" | "denominator">) => ({
  members: [member] as readonly string[] | null,
  numerator: numerator!,
  denominator: denominator!,
});

function without(rest: StandardStratum, { numerator, denominator }: StandardStratum): StandardStratum {
  return { ...rest, numerator: rest.numerator - numerator, denominator: rest.denominator - denominator };
}

/** The share of each stratum. */
export const standardOf = (strata: readonly StandardStratum[]) =>
  strata.map(({ numerator, denominator }) => numerator / denominator);

/** The largest difference between the shares of two strata. */
export function spreadOf(strata: readonly StandardStratum[]): number {
  const shares = standardOf(strata);
  return Math.max(...shares) - Math.min(...shares);
}
