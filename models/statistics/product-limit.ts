import { Z_95 } from "./normal-quantiles.ts";

/** The share still without the event, with its 95 % interval, all from 0 to 1. */
export interface SurvivalEstimate {
  share: number;
  /** Greenwood's; null once nobody is left without the event. */
  standardError: number | null;
  /** Null while everybody, and once nobody, is without the event: the log–log interval is not defined there. */
  low: number | null;
  high: number | null;
}

/** Events among the people at risk in one step of time; the people need not be a whole number. */
export interface Hazard {
  days: number;
  atRisk: number;
  events: number;
}

/**
 * The product of the shares that come through each step without the event (Kaplan and Meier 1958), with Greenwood's variance and the
 * log–log interval. Throws when days are not in order, or more people have the event than are at risk.
 */
export function productLimit<Row extends Hazard>(rows: readonly Row[]): (Row & SurvivalEstimate)[] {
  let [share, greenwood] = [1, 0];
  return rows.map((row, at) => {
    checkStep(row, rows[at - 1]?.days ?? -Infinity);
    const { atRisk, events } = row;
    if (events > 0) {
      share *= (atRisk - events) / atRisk;
      greenwood += events / (atRisk * (atRisk - events));
    }
    return { ...row, ...estimate(share, greenwood) };
  });
}

function checkStep({ days, atRisk, events }: Hazard, before: number): void {
  if (!(days > before)) throw new Error(`invalid order: day ${days} after ${before}`);
  if (!(events >= 0 && events <= atRisk)) throw new Error(`invalid counts by day ${days}: ${events} of ${atRisk}`);
}

function estimate(share: number, greenwood: number): SurvivalEstimate {
  if (share === 0) return { share, standardError: null, low: null, high: null };
  const root = Math.sqrt(greenwood);
  if (root === 0) return { share, standardError: 0, low: null, high: null };
  const reach = (Z_95 * root) / -Math.log(share);
  return { share, standardError: share * root, low: share ** Math.exp(reach), high: share ** Math.exp(-reach) };
}
