import { compare } from "./difference.ts";
import { percentWords } from "./numbers.ts";
import { type RateWords, rateSentence } from "./rates.ts";
import { comparisonHeadline, type NamedRate } from "./shares.ts";

/** A share with the words it is said in. */
export interface SpokenRate extends NamedRate {
  words: RateWords;
}

/** The first and the last of the shares shown. */
function ends(rows: readonly SpokenRate[]): SpokenRate[] {
  const shown = rows.filter(({ rate }) => rate.share !== null);
  return shown.filter((_, i) => i === 0 || i === shown.length - 1);
}

/** The finding of several shares of one measure: the first and the last that can be shown. */
export function ratesHeadline(title: string, rows: readonly SpokenRate[]): string {
  const said = ends(rows).map(({ rate, words }, i, all) => {
    const same = words.among === all[i - 1]?.words.among;
    const among = same ? "" : `${i === 0 ? "Of" : "of"} ${words.among}, `;
    return `${among}${percentWords(rate.share ?? 0)} ${words.did}`;
  });
  return said.length === 0 ? `${title}: no share can be shown` : said.join(" and ");
}

/** The finding of several shares, or one, beside those of the other. */
export function besideHeadline(title: string, rows: readonly SpokenRate[], other: string): string {
  const ways = rows.map(({ rate, against }) => (against ? compare(rate, against) : "not compared"));
  const [way] = ways;
  if (ways.every((one) => one === "not compared")) return `${title}: cannot be compared with ${other} yet`;
  if (ways.length > 1) return comparisonHeadline(rows, { subject: title, share: "the share", other, unit: "shares" });
  return `${title}: ${way === "unclear" ? `no clear difference from ${other}` : `clearly ${way} than for ${other}`}`;
}

/** The first and the last of the shares shown, said with their counts. */
export function ratesSentences(rows: readonly SpokenRate[]): string[] {
  return ends(rows).map(({ rate, words }) => rateSentence(rate, words, ""));
}
