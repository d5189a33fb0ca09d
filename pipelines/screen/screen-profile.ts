import { RESTRICTED_PREFIXES } from "../../data/reference/zip-areas.ts";
import { TOKEN_PATTERN } from "../../models/contract/field.ts";
import { type Door, quoteName, quoteText } from "../warehouse.ts";
import { COLUMN_SHAPES } from "./column-shapes.ts";
import { columnWords } from "./column-words.ts";
import type { IdentifierFinding, ValuesFinding } from "./identifier-finding.ts";
import { plainSql } from "./plain-sql.ts";
import type { Screening } from "./profile.ts";

/** One thing that a profile does not take: the columns it may stand in, and the cells that are one. */
interface Barred {
  identifier: string;
  in: (words: string, column: string) => boolean;
  cells: string;
  /** How many different ones are more than chance, of the cells that are not empty. */
  distinctAbove?: number;
}

const full = (pattern: string) => `regexp_full_match(plain, ${quoteText(pattern)})`;
const MONTH = "[12][0-9]{3}[-/](?:0?[1-9]|1[0-2])|(?:0?[1-9]|1[0-2])[-/][12][0-9]{3}";
const NUMBERED = /\b(?:id|ids|no|nr|nbr|num|number|numero|code|key|record|token)$/;
const PLACES = /\b(?:count(?:y|ies)|condados?|parish|fips)\b/;

const OLD_AGES = (columns: readonly string[]): Barred => ({
  identifier: "an age above 89",
  in: (words, column) => columns.includes(column) || /\b(?:age|edad)\b/.test(words),
  // 90 stands for 90 and over.
  cells: full("9[1-9]|1[0-2][0-9]"),
});

const SAFE_HARBOR: readonly Barred[] = [
  { identifier: "a date more exact than its year", in: () => true, cells: full(`${COLUMN_SHAPES.day}|${MONTH}`) },
  {
    identifier: "a ZIP code area of 20,000 people or fewer",
    in: (words) => /\bzip ?3\b/.test(words),
    cells: full([...RESTRICTED_PREFIXES].join("|")),
  },
  {
    identifier: "a number or code of one person",
    in: (words) => NUMBERED.test(words),
    cells: `not ${full(TOKEN_PATTERN)}`,
    distinctAbove: 0.5,
  },
];

/** Columns whose names a profile bars: under Safe Harbor, places below a state. */
export function barredNames(file: string, header: readonly string[], { safe_harbor }: Screening): IdentifierFinding[] {
  const places = safe_harbor ? header.filter((column) => PLACES.test(columnWords(column))) : [];
  return places.map((column) => ({
    code: "identifier-column",
    facts: { file, column, identifier: "a place smaller than a state" },
  }));
}

/** Columns of a table of VARCHAR that hold what the profile does not take. */
export async function screenProfile(
  door: Door,
  table: string,
  file: string,
  columns: readonly string[],
  screening: Screening,
): Promise<ValuesFinding[]> {
  const barred = [
    ...(screening.safe_harbor ? SAFE_HARBOR : []),
    ...(screening.refuses_ages ? [OLD_AGES(screening.ages)] : []),
  ];
  const findings: ValuesFinding[] = [];
  for (const column of columns)
    for (const { identifier, in: stands, cells, distinctAbove } of barred) {
      if (!stands(columnWords(column), column)) continue;
      const cell = quoteName(column);
      const [found] = await door.rows<{ rows: number; differs: boolean }>(
        `select count(*) filter (where bars) as rows,
          count(distinct plain) filter (where bars) > ${distinctAbove ?? 0} * count(*) as differs
        from (select plain, ${cells} as bars from (select ${plainSql(cell)} as plain from ${quoteName(table)} where ${cell} <> ''))`,
      );
      if (found!.rows > 0 && found!.differs)
        findings.push({ code: "identifier-values", facts: { file, column, identifier, rows: found!.rows } });
    }
  return findings;
}
