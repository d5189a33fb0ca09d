import { Z_95 } from "./normal-quantiles.ts";
import { checkProportion } from "./proportion.ts";

/** A share with its 95 % interval, all from 0 to 1. */
export interface Interval {
  share: number;
  low: number;
  high: number;
}

/** Wilson's 95 % score interval for `numerator` of `denominator` people; throws unless 0 <= numerator <= denominator and denominator > 0. */
export function wilson(numerator: number, denominator: number): Interval {
  checkProportion({ numerator, denominator });
  const share = numerator / denominator;
  const z2 = (Z_95 * Z_95) / denominator;
  const centre = (share + z2 / 2) / (1 + z2);
  const reach = (Z_95 / (1 + z2)) * Math.sqrt((share * (1 - share)) / denominator + z2 / (4 * denominator));
  return {
    share,
    low: numerator === 0 ? 0 : centre - reach,
    high: numerator === denominator ? 1 : centre + reach,
  };
}
