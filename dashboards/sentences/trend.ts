import type { PublishedMeasure, PublishedRate } from "../../models/published.ts";
import { compare } from "./difference.ts";
import { countWords, percentRange, percentWords } from "./numbers.ts";

/** How long each cohort has been followed: one time for all where the measure waits for it, else as long as each has had. */
type Followed = Pick<PublishedMeasure, "matures_after_days" | "cohort_people">;

/** The finding of a series of cohorts: the first and the latest settled one, and where it is so, that the latest has had less time. */
export function trendHeadline(title: string, did: string, rates: readonly PublishedRate[], followed: Followed): string {
  const shown = rates.filter((rate) => rate.share !== null);
  const [first, last] = [shown[0], shown.at(-1)];
  if (first?.share == null || last?.share == null) return `${title}: no quarter can be shown yet`;
  if (first === last) return `${title}: ${percentWords(last.share)} ${did} in the one quarter shown`;
  const [from, to] = [percentWords(first.share), percentWords(last.share)];
  const ends =
    from === to
      ? `${percentRange(first.share, last.share)} ${did} both in the first cohort shown and in the latest`
      : `${from} ${did} in the first cohort shown and ${to} in the latest`;
  const change = compare(last, first);
  if (change === "unclear") return `${title}: no clear difference, ${ends}`;
  return `${title}: ${ends}${followed.matures_after_days > 0 ? "" : ", which has had less time"}`;
}

const bandNote =
  "The band is the 95% confidence interval; where bands overlap widely, differences between quarters may be chance.";

/** How a trend of cohorts is to be read. */
export function trendNote({ matures_after_days: days, cohort_people: people }: Followed): string {
  if (days > 0) {
    return `A cohort is the ${people} in the quarter. It is shown only once ${countWords(days)} days have passed since the quarter ended, so everybody in it has had the time that is looked at, and earlier cohorts have had no more of it. ${bandNote}`;
  }
  return `A cohort is the ${people} in the quarter, scored at entry and at their latest assessment so far. Earlier cohorts have had more time to change, so a fall toward the right is no sign that results have become worse. ${bandNote}`;
}
