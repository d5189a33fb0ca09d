import { RESTRICTED_PREFIXES } from "../../data/reference/zip-areas.ts";
import { TOKEN_PATTERN } from "../../models/contract/field.ts";
import { WHOLE_ZIP } from "../zip-area.ts";
import { COLUMN_SHAPES } from "./column-shapes.ts";
import { columnWords } from "./column-words.ts";
import type { IdentifierFinding } from "./identifier-finding.ts";
import { isGeneralised, type Screening } from "./profile.ts";

/** One thing that a profile does not take: the columns it may stand in, and the cells that are one. */
export interface Barred {
  identifier: string;
  in: (words: string, column: string) => boolean;
  pattern: string;
  /** The cells that are none of it. */
  none?: true;
  /** How many different ones are more than chance, of the cells that are not empty. */
  distinctAbove?: number;
}

const MONTH = "[12][0-9]{3}[-/](?:0?[1-9]|1[0-2])|(?:0?[1-9]|1[0-2])[-/][12][0-9]{3}";
const NUMBERED = /\b(?:id|ids|no|nr|nbr|num|number|numero|code|key|record|token)$/;
const PLACES = /\b(?:count(?:y|ies)|condados?|parish|fips)\b/;

const OLD_AGES = (columns: readonly string[]): Barred => ({
  identifier: "an age above 89",
  in: (words, column) => columns.includes(column) || /\b(?:age|edad)\b/.test(words),
  // 90 stands for 90 and over.
  pattern: "9[1-9]|1[0-2][0-9]",
});

const ZIP = /\b(?:zips?|zip ?[345]|zipcode|post(?:al)? ?code|codigo postal)\b/;

const ZIPS = (screening: Screening): readonly Barred[] =>
  [
    { identifier: "a ZIP code", pattern: WHOLE_ZIP },
    { identifier: "a ZIP code area of 20,000 people or fewer", pattern: [...RESTRICTED_PREFIXES].join("|") },
  ].map(({ identifier, pattern }) => ({
    identifier,
    pattern,
    in: (words, column) =>
      (ZIP.test(words) || screening.zips.includes(column)) && !isGeneralised(screening, column, identifier),
  }));

const SAFE_HARBOR: readonly Barred[] = [
  { identifier: "a date more exact than its year", in: () => true, pattern: `${COLUMN_SHAPES.day}|${MONTH}` },
  {
    identifier: "a number or code of one person",
    in: (words) => NUMBERED.test(words),
    pattern: TOKEN_PATTERN,
    none: true,
    distinctAbove: 0.5,
  },
];

/** What a profile does not take. */
export const barredBy = (screening: Screening): readonly Barred[] => [
  ...ZIPS(screening),
  ...(screening.safe_harbor ? SAFE_HARBOR : []),
  ...(screening.refuses_ages ? [OLD_AGES(screening.ages)] : []),
];

/** Columns whose names a profile bars: under Safe Harbor, places below a state. */
export function barredNames(file: string, header: readonly string[], { safe_harbor }: Screening): IdentifierFinding[] {
  const places = safe_harbor ? header.filter((column) => PLACES.test(columnWords(column))) : [];
  return places.map((column) => ({
    code: "identifier-column",
    facts: { file, column, identifier: "a place smaller than a state" },
  }));
}
