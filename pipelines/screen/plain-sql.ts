import { quoteText } from "../warehouse.ts";
import { BLANKS, CHANGED, sisters } from "./plain-text.ts";

/**
 * What `plainText` makes of a text, in SQL; characters without a sister stand last, where `translate` takes them out. It learns all of
 * them anew for every text, so it is asked of no text that has none.
 */
export const plainSql = (value: string): string =>
  `trim(case when strlen(${value}) = length(${value}) or not regexp_matches(${value}, ${quoteText(CHANGED)}) then ${value}
  else translate(${value}, ${quoteText([...sisters.keys()].join(""))}, ${quoteText([...sisters.values()].join(""))}) end, ${quoteText(BLANKS)})`;
