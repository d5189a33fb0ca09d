import { TOKEN_PATTERN } from "../../models/contract/field.ts";
import { NO, YES } from "../../models/contract/field-rules.ts";
import type { TableFeed } from "../network.ts";
import { type Door, quoteName, quoteText } from "../warehouse.ts";

export type DateFormat = TableFeed["dates"];

/** A word of a column with few different ones, as it is written most often, and the rows it stands in. */
export interface Word {
  word: string;
  rows: number;
}

/** What the cells of a column look like, counted over all rows; every count is of filled rows. */
export interface ColumnShape {
  column: string;
  filled: number;
  distinct: number;
  tokens: number;
  /** Key id of its tokens where they have one and the same; never printed. */
  keyId: string | null;
  dates: Readonly<Record<DateFormat, number>>;
  months: number;
  booleans: number;
  integers: number;
  numbers: number;
  counties: number;
  /** The numbers between which all but the lowest and the highest fiftieth of its different values lie; null without numbers. */
  low: number | null;
  high: number | null;
  /** Its words where there are at most forty different ones, most frequent first, else null. */
  words: readonly Word[] | null;
}

/** A column of more different values is not one of code words. */
const MOST_WORDS = 40;

/** The text of each date format, and how DuckDB reads it. */
const DATES: Readonly<Record<DateFormat, { text: string; read: string }>> = {
  "YYYY-MM-DD": { text: "[0-9]{4}-[0-9]{2}-[0-9]{2}", read: "%Y-%m-%d" },
  "MM/DD/YYYY": { text: "[0-9]{1,2}/[0-9]{1,2}/[0-9]{4}", read: "%m/%d/%Y" },
  "DD/MM/YYYY": { text: "[0-9]{1,2}/[0-9]{1,2}/[0-9]{4}", read: "%d/%m/%Y" },
  "DD.MM.YYYY": { text: "[0-9]{1,2}\\.[0-9]{1,2}\\.[0-9]{4}", read: "%d.%m.%Y" },
  YYYYMMDD: { text: "(19|20)[0-9]{6}", read: "%Y%m%d" },
  "DD-Mon-YYYY": { text: "[0-9]{1,2}-[A-Za-z]{3}-[0-9]{4}", read: "%d-%b-%Y" },
};

/** Every date format, those that are most usual first. */
export const dateFormats = Object.keys(DATES) as DateFormat[];

const AMOUNT = "[$ ]*-?([0-9]{1,3}(,[0-9]{3})+|[0-9]+)(\\.[0-9]+)?";

const fits = (pattern: string) => `regexp_full_match(cell, ${quoteText(pattern)})`;
const isDate = ({ text, read }: (typeof DATES)[DateFormat]) =>
  `${fits(text)} and year(try_strptime(cell, ${quoteText(read)})) between 1900 and 2099`;

const COUNTED: Readonly<Record<string, string>> = {
  tokens: fits(TOKEN_PATTERN),
  months: fits("(19|20)[0-9]{2}-(0[1-9]|1[0-2])"),
  booleans: `lower(cell) in (${[...YES, ...NO].map(quoteText).join(", ")})`,
  integers: fits("-?[0-9]{1,9}"),
  numbers: fits(AMOUNT),
  counties: fits("[A-Z]{2}-[0-9]{3}"),
};

/** The shape of every column of a staged table; of a moment in a format that knows types, only its day counts. */
export async function columnShapes(
  door: Door,
  table: string,
  columns: readonly string[],
  { typed }: { typed: boolean },
): Promise<ColumnShape[]> {
  const shapes: ColumnShape[] = [];
  for (const column of columns) shapes.push(await shapeOf(door, table, column, typed));
  return shapes;
}

const MOMENT = "^([0-9]{4}-[0-9]{2}-[0-9]{2})[T ][0-9]{2}:[0-9]{2}.*$";

async function shapeOf(door: Door, table: string, column: string, typed: boolean): Promise<ColumnShape> {
  const cell = typed ? `regexp_replace(${quoteName(column)}, ${quoteText(MOMENT)}, '\\1')` : quoteName(column);
  const values = `(select ${cell} as cell, count(*) as n from ${quoteName(table)} where ${quoteName(column)} is not null group by all)`;
  const counted = Object.entries(COUNTED).map(([name, when]) => `${times(when)} as ${name}`);
  const dated = dateFormats.map((format) => `${times(isDate(DATES[format]))} as ${quoteName(format)}`);
  const amount = `case when ${COUNTED.numbers} then try_cast(regexp_replace(cell, '[$, ]', '', 'g') as double) end`;
  const [row] = await door.rows<
    Record<string, number | null>
  >(`select coalesce(sum(n), 0) as filled, count(*) as distinct_values,
    ${[...counted, ...dated].join(",\n    ")}, quantile_cont(${amount}, 0.02) as low, quantile_cont(${amount}, 0.98) as high,
    case when count(distinct split_part(cell, ':', 2)) filter (where ${COUNTED.tokens}) = 1 then any_value(split_part(cell, ':', 2)) filter (where ${COUNTED.tokens}) end as key_id
    from ${values}`);
  const { filled, distinct_values, key_id, ...rest } = row as Record<string, number>;
  const dates = Object.fromEntries(dateFormats.map((format) => [format, rest[format]!]));
  const few = distinct_values! <= 4 * MOST_WORDS && rest.tokens === 0;
  return {
    ...(rest as Pick<
      ColumnShape,
      "tokens" | "months" | "booleans" | "integers" | "numbers" | "counties" | "low" | "high"
    >),
    column,
    filled: filled!,
    distinct: distinct_values!,
    keyId: (key_id as string | null | undefined) ?? null,
    dates: dates as ColumnShape["dates"],
    words: few ? await wordsOf(door, values) : null,
  };
}

const times = (when: string) => `coalesce(sum(n) filter (where ${when}), 0)`;

/** The different words of a column whatever their case, or null when there are too many. */
async function wordsOf(door: Door, values: string): Promise<readonly Word[] | null> {
  const words = await door.rows<Word>(
    `select arg_max(cell, n) as word, sum(n) as rows from ${values} group by lower(cell) order by rows desc, word limit ${MOST_WORDS + 1}`,
  );
  return words.length > MOST_WORDS ? null : words;
}

/** Whether so many of the filled cells are of a form that the others can be mistakes. */
export const mostly = ({ filled }: ColumnShape, count: number): boolean => filled > 0 && count >= 0.85 * filled;

/** The rows of a column that are dates in the format that reads most of them. */
export const dated = ({ dates }: ColumnShape): number => Math.max(...Object.values(dates));
