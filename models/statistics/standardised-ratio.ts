import { collapsedStrata, type Stratum } from "./collapsed-strata.ts";

/** The people of one unit in one stratum, and how many of them met the measure. */
export interface StratumCount {
  unit: string;
  stratum: Stratum;
  numerator: number;
  denominator: number;
}

/** What a unit reached beside what people like its own reached in the whole network. */
export interface StandardisedRatio {
  unit: string;
  observed: number;
  /** People who would have met the measure at the network's rate of each stratum. */
  expected: number;
  /** Observed to expected, comparable to 1 but not strictly to another unit's; null when nobody was expected. */
  ratio: number | null;
  /** The ratio times the network's share, which can come out above 1. */
  adjustedRate: number | null;
}

/**
 * Indirect standardisation, one ratio per unit in the order in which units come: the standard is the whole network, stratum by stratum,
 * strata of fewer than `minimum` people being put together first. Observed and expected add up to the same over all units.
 */
export function standardisedRatios(counts: readonly StratumCount[], minimum = 1): StandardisedRatio[] {
  counts.forEach(checkCount);
  const names = collapsedStrata(
    counts.map(({ stratum, denominator }) => ({ stratum, people: denominator })),
    minimum,
  );
  const rows = counts.map((count, at) => ({ ...count, name: names[at]! }));
  const rates = new Map([...Map.groupBy(rows, ({ name }) => name)].map(([name, each]) => [name, rateOf(each)]));
  const overall = rateOf(rows);
  return [...Map.groupBy(rows, ({ unit }) => unit)].map(([unit, each]) => {
    const observed = sumOf(each, ({ numerator }) => numerator);
    const expected = sumOf(each, ({ denominator, name }) => denominator * rates.get(name)!);
    const ratio = expected > 0 ? observed / expected : null;
    return { unit, observed, expected, ratio, adjustedRate: ratio === null ? null : ratio * overall };
  });
}

function checkCount({ numerator, denominator }: StratumCount): void {
  if (!(numerator >= 0 && numerator <= denominator))
    throw new Error(`invalid proportion: ${numerator} of ${denominator}`);
}

/** The share that met the measure; 0 where there is nobody, which adds nobody to what is expected. */
function rateOf(counts: readonly StratumCount[]): number {
  const denominator = sumOf(counts, (count) => count.denominator);
  return denominator > 0 ? sumOf(counts, (count) => count.numerator) / denominator : 0;
}

function sumOf<Row>(rows: readonly Row[], of: (row: Row) => number): number {
  return rows.reduce((sum, row) => sum + of(row), 0);
}
