import { quoteText } from "../warehouse.ts";
import { BLANKS, sisters } from "./plain-text.ts";

/** What `plainText` makes of a text, in SQL; characters without a sister stand last, where `translate` takes them out. */
export const plainSql = (value: string): string =>
  `trim(case when strlen(${value}) = length(${value}) then ${value}
  else translate(${value}, ${quoteText([...sisters.keys()].join(""))}, ${quoteText([...sisters.values()].join(""))}) end, ${quoteText(BLANKS)})`;
