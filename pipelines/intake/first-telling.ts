import { BLANK } from "../../models/contract/cell-text.ts";

/** Where in delimited text the first character stands that is more than an empty cell: no blank, delimiter or quotation mark; -1 when there is none. */
export const firstTelling = (text: string, delimiter: string): number =>
  text.search(new RegExp(`[^${BLANK}"${delimiter}]`, "u"));
