import { LETTER, NAME_TEXT } from "./name-words.ts";

/**
 * What a cell is, where the column it stands in says more than the cell: a day, five digits, half of a place, a number before words
 * as a house has it, or words like names.
 * The first that fits, whole; in the syntax that RE2 and JavaScript share.
 */
export const COLUMN_SHAPES = {
  day: [
    "[12][0-9]{3}[-/.][01]?[0-9][-/.][0-3]?[0-9](?:[T ][0-9:.]+(?:Z|[+-][0-9]{2}:?[0-9]{2})?)?",
    "[0-3]?[0-9][-/.][0-3]?[0-9][-/.](?:[12][0-9]{3}|[0-9]{2})(?: [0-9:]+(?: ?[AaPp][Mm])?)?",
    "(?:19|20)[0-9]{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12][0-9]|3[01])",
    "[0-3]?[0-9](?:st|nd|rd|th)?[- ](?:of )?[A-Za-z]{3,9}[- ](?:[12][0-9]{3}|[0-9]{2})",
    "(?:[A-Za-z]{3,9},? )?[A-Za-z]{3,9}[.]? [0-3]?[0-9](?:st|nd|rd|th)?,? [12][0-9]{3}",
  ].join("|"),
  zip: "[0-9]{5}",
  latitude: "[+]?(?:2[4-9]|3[0-9]|4[0-9])[.][0-9]{4,}",
  longitude: "-(?:6[6-9]|[78][0-9]|9[0-9]|1[01][0-9]|12[0-4])[.][0-9]{4,}",
  house: `#?[1-9][0-9]{1,4}[A-Za-z]?(?: [NSEWnsew][.]?)? ${LETTER}{2}(?:${LETTER}|['.-])*(?: ${LETTER}(?:${LETTER}|['.-])*){0,3}`,
  words: NAME_TEXT,
} as const;

export type ColumnShape = keyof typeof COLUMN_SHAPES;

/** A longer cell, blanks included, has no shape. */
export const LONGEST_SHAPE = 80;
/** The year of a day: its first four digits that can be one. */
export const YEAR = "[12][0-9]{3}";
/** A day that ends with two digits is of this century up to here, and of the last one above. */
export const LAST_SHORT_YEAR = 30;

/** Rows and different cells of one column that have a shape and a key. */
export interface ColumnTally {
  shape: ColumnShape;
  /**
   * Of a day its year. Of five digits the first three, then `h` where they end with 00, else `o` or `e` for odd or even.
   * Of a house the first letter of its street. Of words `full` for a given name with a surname, `initial` for one of the two with a
   * letter for the other, `name` for one alone, `county` for one that counties have too; other words are not counted. Of half a place
   * it is empty.
   */
  key: string;
  rows: number;
  distinct: number;
}
