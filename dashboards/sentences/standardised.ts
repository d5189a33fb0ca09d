import type { PublishedStandardised, PublishedStandardisedWords } from "../../models/published.ts";
import { countWords } from "./numbers.ts";
import { missing, statusPhrases, statusWords } from "./status-words.ts";

/** A partner's ratio with the name people know the partner by. */
export interface NamedRatio {
  name: string;
  row: PublishedStandardised;
}

/** A ratio, or an end of its interval, to a tenth. */
const tenths = (ratio: number) => ratio.toFixed(1);

/** A ratio, or the words for why there is none. */
export function ratioWords(row: PublishedStandardised): string {
  return row.ratio === null ? statusWords[missing(row)] : tenths(row.ratio);
}

/** The 95 % confidence interval of a shown ratio, else nothing. */
export function ratioInterval({ low, high }: PublishedStandardised): string {
  return low === null || high === null ? "" : `${tenths(low)} to ${tenths(high)}`;
}

/** How a ratio lies to 1, as far as its interval lets one say; nothing where there is none. */
export function besideOne({ low, high }: PublishedStandardised): string {
  if (low === null || high === null) return "";
  if (low > 1) return "more than expected";
  return high < 1 ? "fewer than expected" : "no clear difference";
}

/** The finding: at how many of the partners shown people fared otherwise than expected. No partner is named. */
export function standardisedHeadline(rows: readonly NamedRatio[], { title }: PublishedStandardisedWords): string {
  const shown = rows.filter(({ row }) => row.ratio !== null);
  const clear = shown.filter(({ row }) => besideOne(row) !== "no clear difference").length;
  if (shown.length === 0) return `${title}: none can be shown`;
  const partners = shown.length === 1 ? "the one partner shown" : `the ${shown.length} partners shown`;
  if (clear === 0) return `${title}: no clear difference at ${partners}`;
  return `${title}: a clear difference at ${shown.length === 1 ? partners : `${clear} of ${partners}`}`;
}

/** `Harbor House: 142 people began a job, 1.1 times those expected (95% CI 0.9 to 1.4): no clear difference.` or why that is not said. */
export function standardisedSentence({ name, row }: NamedRatio, did: string): string {
  if (row.ratio === null || row.observed === null) return `${name}: ${phrase(row)}.`;
  const times = `${tenths(row.ratio)} times those expected (95% CI ${ratioInterval(row)})`;
  return `${name}: ${countWords(row.observed)} people ${did}, ${times}: ${besideOne(row)}.`;
}

function phrase(row: PublishedStandardised): string {
  const status = missing(row);
  return status === "too_few_to_rate" ? "based on too few people for a ratio" : statusPhrases[status];
}

/** Why a ratio has so few digits. */
export const standardisedNote =
  "Each ratio is rounded to a tenth. The line through a dot is its 95% confidence interval, which is longer to allow for the rounding.";
