import type { PublishedRate } from "../../models/published.ts";
import { compare } from "./difference.ts";
import { percentWords } from "./numbers.ts";
import { doing } from "./rates.ts";

/** The finding of a series of cohorts: whether the latest settled one differs clearly from the first. */
export function trendHeadline(title: string, rates: readonly PublishedRate[]): string {
  const shown = rates.filter((rate) => rate.share !== null);
  const [first, last] = [shown[0], shown.at(-1)];
  if (first?.share == null || last?.share == null) return `${title}: no quarter can be shown yet`;
  if (first === last) return `${title}: ${percentWords(last.share)} ${doing(last.rate).did} in the one quarter shown`;
  const change = compare(last, first);
  const words = change === "unclear" ? "no clear change" : `a clear change, ${change}`;
  return `${title}: ${words} from the first cohort shown (${percentWords(first.share)}) to the latest (${percentWords(last.share)})`;
}

/** How a trend of cohorts is to be read. */
export const trendNote =
  "A cohort is the people who entered in the quarter. The band is the 95% confidence interval; where bands overlap widely, differences between quarters may be chance.";
