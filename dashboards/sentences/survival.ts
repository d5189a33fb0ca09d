import type { SurvivalTable } from "../../models/statistics/survival-table.ts";
import { countWords, percentRange, percentWords } from "./numbers.ts";
import { type Missing, statusPhrases } from "./status-words.ts";

/** What is said of a time to an event: of whom, what happened to them, how far the curve goes and why no further. */
export interface SurvivalWords {
  title: string;
  /** As in `people referred by April 1, 2026`. */
  among: string;
  /** As in `were accepted`. */
  did: string;
  /** Last day of the grid, with the reason when the curve ends before it. */
  lastDay: number;
  missing: Missing | null;
}

const days = (count: number) => `${count} ${count === 1 ? "day" : "days"}`;

/** The event of a part that counts who had it by a day: `were accepted` of `Were accepted within 14 days.` */
export function eventWords(means: string): string {
  const said = means.replace(/ within \d+ days\.$/, "");
  return `${said[0]?.toLowerCase() ?? ""}${said.slice(1)}`;
}

/** The finding of a time to an event: the day by which half have had it, or that fewer have. */
export function survivalHeadline({ rows, median }: SurvivalTable, { title, among, did }: SurvivalWords): string {
  const last = rows.at(-1);
  if (last === undefined) return `${title}: no curve can be shown`;
  if (median.days !== null) return `Half of ${among} ${did} within ${days(median.days)}`;
  return `Fewer than half of ${among} ${did} within ${days(last.days)}`;
}

/** `about 71%, 95% CI 69–73%`: the share with the event at the end of a step. */
export function shareByWords({ share, low, high }: SurvivalTable["rows"][number]): string {
  const interval = low === null || high === null ? "" : ` (95% CI ${percentRange(1 - high, 1 - low)})`;
  return `${percentWords(1 - share)}${interval}`;
}

function medianSentence({ rows, median, whole }: SurvivalTable): string {
  const last = rows.at(-1)!.days;
  if (median.days === null)
    return whole
      ? `Half is not reached within ${days(last)}.`
      : "Half is not reached as far as the curve goes, so nobody can tell from it when it would be.";
  const reached = `Half is reached by day ${median.days}`;
  const low = median.low ?? median.days;
  if (median.high === low) return `${reached}, and its 95% confidence interval is that day alone.`;
  if (median.high === null) return `${reached} (95% CI: from day ${low} on, with no end within the curve).`;
  return `${reached} (95% CI: day ${low} to day ${median.high}).`;
}

/** How far the curve goes, how sure it is, and why it may end early. */
export function survivalSentences(table: SurvivalTable, words: SurvivalWords): string[] {
  const { did, lastDay, missing } = words;
  const last = table.rows.at(-1);
  const ending =
    missing === null
      ? []
      : [
          `The curve ${last ? `ends at day ${last.days}` : "cannot be drawn"}: what comes after it, up to day ${lastDay}, is ${statusPhrases[missing]}.`,
        ];
  if (last === undefined) return ending;
  return [
    `By day ${last.days}, ${shareByWords(last)} ${did}, of ${countWords(table.rows[0]!.atRisk)} people followed from day 0.`,
    medianSentence(table),
    "Days are counted in steps, so a share may be reached some days before.",
    ...ending,
  ];
}

/** How the curve is to be read. */
export const survivalNote =
  "The band is the 95% confidence interval. The numbers under the chart are the people to whom it had not happened yet and who could still be followed after each day. Whoever was last heard of before the last day counts for as long as they were followed (Kaplan–Meier estimate).";
