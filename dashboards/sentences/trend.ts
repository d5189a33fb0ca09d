import type { PublishedRate } from "../../models/published.ts";
import { compare } from "./difference.ts";
import { percentRange, percentWords } from "./numbers.ts";
import { doing } from "./rates.ts";

/** The finding of a series of cohorts: the first and the latest settled one, and that the latest has had less time. */
export function trendHeadline(title: string, rates: readonly PublishedRate[]): string {
  const shown = rates.filter((rate) => rate.share !== null);
  const [first, last] = [shown[0], shown.at(-1)];
  if (first?.share == null || last?.share == null) return `${title}: no quarter can be shown yet`;
  if (first === last) return `${title}: ${percentWords(last.share)} ${doing(last.rate).did} in the one quarter shown`;
  const { did } = doing(first.rate);
  const [from, to] = [percentWords(first.share), percentWords(last.share)];
  const ends =
    from === to
      ? `${percentRange(first.share, last.share)} ${did} both in the first cohort shown and in the latest`
      : `${from} ${did} in the first cohort shown and ${to} in the latest`;
  const change = compare(last, first);
  if (change === "unclear") return `${title}: no clear difference, ${ends}`;
  return `${title}: ${ends}, which has had less time`;
}

/** How a trend of cohorts is to be read. */
export const trendNote =
  "A cohort is the people who entered in the quarter, scored at entry and at their latest assessment so far. Earlier cohorts have had more time to change, so a fall toward the right is no sign that results have become worse. The band is the 95% confidence interval; where bands overlap widely, differences between quarters may be chance.";
