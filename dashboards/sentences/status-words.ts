import type {
  PublishedCell,
  PublishedMedian,
  PublishedRate,
  PublishedStandardised,
  PublishedSum,
  RateStatus,
} from "../../models/published.ts";
import { capital, countWords, listWords, percentWords } from "./numbers.ts";

/** The status of a figure that has no number. */
export type Missing = Exclude<RateStatus, "shown">;

/** What a reader sees where a number could have stood. */
export const statusWords: Readonly<Record<Missing, string>> = {
  withheld: "withheld",
  too_few_to_rate: "too few to rate",
  not_collected: "— not collected",
  not_applicable: "n/a",
  not_yet_settled: "not yet settled",
};

/** The same words within a sentence. */
export const statusPhrases: Readonly<Record<Missing, string>> = {
  withheld: "withheld",
  too_few_to_rate: "based on too few people for a share",
  not_collected: "not collected",
  not_applicable: "not applicable",
  not_yet_settled: "not yet settled",
};

/** A count, or the words for why there is none. */
export function cellWords(cell: PublishedCell): string {
  return cell.status === "shown" && cell.value !== null ? countWords(cell.value) : statusWords[missing(cell)];
}

/** A share, or the words for why there is none. */
export function rateWords(rate: PublishedRate): string {
  return rate.status === "shown" && rate.share !== null ? percentWords(rate.share) : statusWords[missing(rate)];
}

/** Why a row has no number; a row that has one is a mistake of the caller. */
export function missing(
  row: PublishedCell | PublishedRate | PublishedMedian | PublishedSum | PublishedStandardised,
): Missing {
  if (row.status === "shown") throw new Error(`not missing: ${row.measure} ${row.series} ${row.member}`);
  return row.status;
}

/** One sentence for each status met: `Withheld: Safety and Legal.` Names come in the order given; `partly` if a row has several numbers. */
export function missingSentences(rows: readonly { name: string; status: RateStatus }[], partly = false): string[] {
  return (Object.keys(statusWords) as Missing[]).flatMap((status) => {
    const names = rows.filter((row) => row.status === status).map((row) => row.name);
    if (names.length === 0) return [];
    const phrase = status === "withheld" && partly ? "withheld, in whole or in part" : statusPhrases[status];
    const which = names.length > 4 && names.length === rows.length ? `all ${names.length}` : listWords(names);
    return [`${capital(phrase)}: ${which}.`];
  });
}
