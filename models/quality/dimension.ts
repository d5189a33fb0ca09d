/** What one dimension found for one partner: a share of records (numerator of denominator), or days, or both. */
export interface QualityRow {
  partner_id: string;
  /** Null for what is true of a whole feed. */
  record: string | null;
  /** The field, rule or event looked at. */
  item: string;
  /** The partner's own name for the column, where there is one. */
  column_name: string | null;
  feed_id: string | null;
  file_name: string | null;
  numerator: number | null;
  denominator: number | null;
  days: number | null;
  /** What is counted, as the partner reads it. */
  says: string;
}

/** One way in which data can be good or bad: what it is, in words, and the queries that measure it, each with the columns of a quality row. */
export interface Dimension {
  id: "completeness" | "timeliness" | "validity" | "consistency" | "coverage";
  title: string;
  means: string;
  queries: readonly string[];
}

const TYPES: Readonly<Record<keyof QualityRow, string>> = {
  partner_id: "varchar",
  record: "varchar",
  item: "varchar",
  column_name: "varchar",
  feed_id: "varchar",
  file_name: "varchar",
  numerator: "bigint",
  denominator: "bigint",
  days: "double precision",
  says: "varchar",
};

/** Columns of a quality row with their types. */
export const qualityColumns = Object.entries(TYPES);

type Given = "partner_id" | "item" | "says";

/** The beginning of a query for quality rows, from the expression of each column; one that is left out is null. */
export const selectQuality = (
  of: Record<Given, string> & Partial<Record<Exclude<keyof QualityRow, Given>, string>>,
): string =>
  `select ${qualityColumns.map(([name, type]) => `cast(${of[name as keyof QualityRow] ?? "null"} as ${type}) as ${name}`).join(", ")}`;

/** Text in SQL. */
export const quoted = (text: string): string => `'${text.replaceAll("'", "''")}'`;
