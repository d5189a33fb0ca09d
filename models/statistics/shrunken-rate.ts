import { betaQuantile } from "./beta.ts";
import { checkProportion, type Proportion, pooled } from "./proportion.ts";
import { type Interval, wilson } from "./wilson.ts";

/** Fewest people that the prior counts as, so that no unit's share is ever taken as certain. */
const LEAST_PRIOR = 2;

/** What is known of a unit before its own people are counted: the share of all, as if seen among so many people. */
export interface Prior {
  share: number;
  /** Infinite when units differ no more than chance explains. */
  people: number;
}

/** The beta prior of the units, by the method of moments (Kleinman 1973, units weighted by size). Throws on no units, and on a unit of nobody. */
export function betaPrior(units: readonly Proportion[]): Prior {
  const all = pooled(units);
  [all, ...units].forEach(checkProportion);
  const share = all.numerator / all.denominator;
  const chance = share * (1 - share);
  if (chance === 0) return { share, people: Infinity };
  const freedom = units.length - 1;
  const squares = units.reduce((sum, one) => sum + one.denominator * (one.numerator / one.denominator - share) ** 2, 0);
  const sizes = units.reduce((sum, { denominator }) => sum + denominator ** 2, 0);
  const effective = all.denominator - sizes / all.denominator - freedom;
  const correlation = effective > 0 ? (squares / chance - freedom) / effective : 0;
  return { share, people: correlation > 0 ? Math.max(LEAST_PRIOR, 1 / correlation - 1) : Infinity };
}

/**
 * Each unit's share drawn towards the share of all, the more so the fewer people it is of (empirical Bayes, beta-binomial), with the 95 %
 * interval of its posterior, which takes the prior as known. Where units differ no more than chance explains, all have the share of all
 * and its Wilson interval.
 */
export function shrunkenRates(units: readonly Proportion[]): Interval[] {
  const { share, people } = betaPrior(units);
  if (people === Infinity) {
    const all = pooled(units);
    return units.map(() => wilson(all.numerator, all.denominator));
  }
  return units.map(({ numerator, denominator }) => {
    const met = numerator + share * people;
    const missed = denominator - numerator + (1 - share) * people;
    return {
      share: met / (met + missed),
      low: betaQuantile(0.025, met, missed),
      high: betaQuantile(0.975, met, missed),
    };
  });
}
