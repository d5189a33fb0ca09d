import type { PublishedCell, PublishedRelease } from "../../models/published.ts";
import { countWords, dayWords, peopleWords, percentWords } from "./numbers.ts";
import { missing, statusPhrases } from "./status-words.ts";

/** People a quarter over the last four settled quarters, and where that leads by the day of the goal. */
export interface Pace {
  perQuarter: number;
  byGoalDay: number;
}

const quartersBetween = (from: string, to: string) =>
  Math.max(0, (Date.parse(to) - Date.parse(from)) / (86_400_000 * 91.3125));

/** The pace of the last four quarters in a row that are shown; null when there are not four. */
export function paceOf(
  quarters: readonly PublishedCell[],
  total: PublishedCell | undefined,
  release: PublishedRelease,
): Pace | null {
  const settled = quarters.filter((cell) => cell.status !== "not_yet_settled").slice(-4);
  const values = settled.flatMap((cell) => (cell.value === null ? [] : [cell.value]));
  if (values.length < 4 || total?.value == null) return null;
  const perQuarter = values.reduce((sum, value) => sum + value, 0) / 4;
  return {
    perQuarter,
    byGoalDay: Math.round(total.value + perQuarter * quartersBetween(release.as_of, release.goal_by)),
  };
}

/** The finding: how many people, and what part of the goal. */
export function reachHeadline(total: PublishedCell | undefined, release: PublishedRelease): string {
  const goal = countWords(release.goal_people);
  if (total?.value == null)
    return `People reached against the goal of ${goal}: ${total ? statusPhrases[missing(total)] : "no figure"}`;
  return `${peopleWords(total.value)} reached, ${percentWords(total.value / release.goal_people)} of the goal of ${goal}`;
}

/** Where the pace of the last four quarters leads. */
export function paceSentence(pace: Pace | null, release: PublishedRelease): string {
  if (pace === null) return "A pace is not given: it needs four settled quarters in a row.";
  const roundly = (value: number) => countWords(Number(value.toPrecision(3)));
  const outcome =
    pace.byGoalDay >= release.goal_people
      ? "enough for the goal"
      : `short of the goal of ${countWords(release.goal_people)}`;
  return `At the pace of the last four settled quarters, about ${roundly(pace.perQuarter)} people a quarter, the network would reach about ${roundly(pace.byGoalDay)} people by ${dayWords(release.goal_by)}, ${outcome}.`;
}

/** How far people could be counted once across partners. */
export function linkageSentence(linked: PublishedCell | undefined, unlinked: PublishedCell | undefined): string {
  if (linked?.value == null || unlinked?.value == null) {
    return "People who could not be linked across partners count once at each partner, so the true number of different people may be lower.";
  }
  return `${peopleWords(linked.value)} could be linked across partners and count once. ${peopleWords(unlinked.value)} could not, and count once at each partner, so the true number of different people may be lower.`;
}
