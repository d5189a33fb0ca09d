import type { PublishedCell, PublishedRelease } from "../../models/published.ts";
import { countWords, dayWords, peopleWords, percentRange, percentWords } from "./numbers.ts";
import { type PeopleRange, rangeWords } from "./people-range.ts";
import { missing, statusPhrases } from "./status-words.ts";

/** People a quarter over the last four settled quarters, and where that leads by the day of the goal. */
export interface Pace {
  perQuarter: PeopleRange;
  byGoalDay: PeopleRange;
}

const quartersBetween = (from: string, to: string) =>
  Math.max(0, (Date.parse(to) - Date.parse(from)) / (86_400_000 * 91.3125));

const average = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;

/**
 * The pace of the last four settled quarters; null when there are not four or one of them has no number.
 * Where its lower end is not known, there will still be no fewer people than there are today.
 */
export function paceOf(
  settled: readonly (PeopleRange | null)[],
  today: PeopleRange | null,
  release: PublishedRelease,
): Pace | null {
  const last = settled.slice(-4).filter((quarter) => quarter !== null);
  if (last.length < 4 || today === null) return null;
  const ahead = quartersBetween(release.as_of, release.goal_by);
  const lows = last.flatMap(({ low }) => (low === null ? [] : [low]));
  const low = lows.length < 4 ? null : average(lows);
  const high = average(last.map((quarter) => quarter.high));
  return {
    perQuarter: { low, high },
    byGoalDay: {
      low: today.low === null ? null : Math.round(today.low + (low ?? 0) * ahead),
      high: Math.round(today.high + high * ahead),
    },
  };
}

/** How a range stands to the goal; `unsure` when its ends lie on both sides. */
export function against(goal: number, { low, high }: PeopleRange): "reached" | "short" | "unsure" {
  if (low !== null && low >= goal) return "reached";
  return high < goal ? "short" : "unsure";
}

/** The finding: how many different people, as a range where some could not be linked, and what that is of the goal. */
export function reachHeadline(
  people: PublishedCell | undefined,
  range: PeopleRange | null,
  release: PublishedRelease,
): string {
  const goal = countWords(release.goal_people);
  if (range === null)
    return `People reached against the goal of ${goal}: ${people ? statusPhrases[missing(people)] : "no figure"}`;
  const { low, high } = range;
  const part = (count: number) => count / release.goal_people;
  if (low === high) return `${peopleWords(high)} reached, ${percentWords(part(high))} of the goal of ${goal}`;
  const reached =
    low === null
      ? `At most ${peopleWords(high)} reached`
      : `Between ${countWords(low)} and ${peopleWords(high)} reached`;
  if (against(release.goal_people, range) === "unsure") return `${reached}: the goal of ${goal} may or may not be met`;
  const share = low === null ? `no more than ${percentWords(part(high))}` : percentRange(part(low), part(high));
  return `${reached}, ${share} of the goal of ${goal}`;
}

const round = (value: number) => Number(value.toPrecision(3));

/** `about 33,500 to 43,000`, or `at most about 43,000`. */
export const aboutWords = ({ low, high }: PeopleRange) =>
  low === null
    ? `at most about ${countWords(round(high))}`
    : `about ${rangeWords({ low: round(low), high: round(high) })}`;

/** Where the pace of the last four quarters leads. */
export function paceSentence(pace: Pace | null, release: PublishedRelease): string {
  if (pace === null) return "A pace is not given: it needs the numbers of four settled quarters in a row.";
  const outcome = {
    reached: "enough for the goal",
    short: `short of the goal of ${countWords(release.goal_people)}`,
    unsure: `which may or may not be enough for the goal of ${countWords(release.goal_people)}`,
  }[against(release.goal_people, pace.byGoalDay)];
  return `At the pace of the last four settled quarters, ${aboutWords(pace.perQuarter)} people a quarter, the network would have reached ${aboutWords(pace.byGoalDay)} people by ${dayWords(release.goal_by)}, ${outcome}.`;
}

/** How far people could be counted once across partners, and what that leaves open; `unlinked` is the count of those who could not be. */
export function linkageSentence(range: PeopleRange | null, unlinked: PublishedCell | undefined): string {
  if (range === null || range.low === null)
    return "People who could not be linked across partners count once at each, so the true number of different people may be lower.";
  const { low, high } = range;
  if (low === high)
    return unlinked?.value === 0
      ? "Everyone could be linked across partners, so each person counts once."
      : "One partner served everyone who is counted, so each person counts once.";
  if (unlinked?.value === high)
    return `Nobody could be linked across partners, so a person served by two of them counts twice. There are at least as many different people as the partner that counts most has served, ${countWords(low)}, and at most as many as all partners' counts together, ${countWords(high)}.`;
  return `Some people could not be linked across partners and count once at each, so the true number of different people lies between ${countWords(low)}, if as many of them as possible were also counted elsewhere, and ${countWords(high)}, if none was.`;
}
