import { type RecordKindName, recordKind } from "../../models/contract/catalogue.ts";
import type { Field } from "../../models/contract/field.ts";
import type { TableFeed } from "../network.ts";
import { quoteName, quoteText } from "../warehouse.ts";
import type { Mapped } from "./mapped.ts";

/** Each date format: the text it accepts and how DuckDB reads it. */
const DATE_FORMATS: Readonly<Record<TableFeed["dates"], { pattern: string; read: string } | null>> = {
  "YYYY-MM-DD": null,
  "MM/DD/YYYY": { pattern: "[0-9]{1,2}/[0-9]{1,2}/[0-9]{4}", read: "%m/%d/%Y" },
  "DD/MM/YYYY": { pattern: "[0-9]{1,2}/[0-9]{1,2}/[0-9]{4}", read: "%d/%m/%Y" },
  "DD.MM.YYYY": { pattern: "[0-9]{1,2}\\.[0-9]{1,2}\\.[0-9]{4}", read: "%d.%m.%Y" },
  YYYYMMDD: { pattern: "[0-9]{8}", read: "%Y%m%d" },
  "DD-Mon-YYYY": { pattern: "[0-9]{1,2}-[A-Za-z]{3}-[0-9]{4}", read: "%d-%b-%Y" },
};

type Column = TableFeed["columns"][string];

/** Puts a partner's columns, dates and words into the fields of the contract. Anything it cannot read stays as it is, for the checks to find. */
export function mapTable(feed: TableFeed, file: string, table: string): Mapped {
  const fields = Object.entries(recordKind(feed.record).fields);
  const filled = fields.map(([name, field]) => `${fieldSql(name, field, feed)} as ${quoteName(name)}`);
  return {
    record: feed.record as RecordKindName,
    file,
    select: onlyDistinct(
      feed,
      `select _row, ${filled.join(", ")} from ${formRows(feed, holding(feed, table))}`,
      fields,
    ),
    source: Object.fromEntries(Object.entries(feed.columns).map(([field, column]) => [field, column.from ?? field])),
    ...(feed.wide ? { domains: feed.wide.domains } : {}),
  };
}

/** The rows that hold a record of the kind. */
const holding = ({ only_with }: TableFeed, table: string) =>
  only_with === undefined ? table : `(select * from ${table} where ${quoteName(only_with)} is not null)`;

/** Of rows that say the same, the first, where lines repeat a record. */
function onlyDistinct({ distinct }: TableFeed, select: string, fields: readonly [string, Field][]): string {
  const names = fields.map(([name]) => quoteName(name)).join(", ");
  return distinct ? `select min(_row) as _row, ${names} from (${select}) group by ${names}` : select;
}

function fieldSql(name: string, field: Field, feed: TableFeed): string {
  if (feed.wide && name in WIDE_FIELDS) return WIDE_FIELDS[name as keyof typeof WIDE_FIELDS](feed.wide);
  const column = feed.columns[name];
  return column ? columnSql(column, field, feed) : "cast(null as varchar)";
}

function columnSql(column: Column, field: Field, feed: TableFeed): string {
  if (column.constant !== undefined) return quoteText(column.constant);
  const value = quoteName(column.from);
  if (column.words) return wordsSql(value, column.words, field);
  if (field.type === "date") return dateSql(feed.format === "csv" ? value : daySql(value), feed.dates);
  if (field.type === "money" || field.type === "decimal") return amountSql(value);
  return field.type === "code" ? `lower(${value})` : value;
}

/** Dollar signs go, and commas where they group thousands; a decimal comma stays, for the checks to find. */
const amountSql = (value: string) =>
  `case when regexp_full_match(${value}, '[$ ]*-?[0-9]{1,3}(,[0-9]{3})*(\\.[0-9]+)?') then regexp_replace(${value}, '[$, ]', '', 'g') else ltrim(${value}, '$ ') end`;

/** Words match whole, whatever their case. */
function wordsSql(value: string, words: Readonly<Record<string, string>>, field: Field): string {
  const cases = Object.entries(words).map(
    ([word, code]) => `when ${quoteText(word.trim().toLowerCase())} then ${quoteText(code)}`,
  );
  return `case lower(${value}) ${cases.join(" ")} else ${field.type === "code" ? `lower(${value})` : value} end`;
}

/** The day of a moment, as formats that know types write it. */
const daySql = (value: string) =>
  `regexp_replace(${value}, '^([0-9]{4}-[0-9]{2}-[0-9]{2})[T ][0-9]{2}:[0-9]{2}.*$', '\\1')`;

function dateSql(value: string, format: TableFeed["dates"]): string {
  const form = DATE_FORMATS[format];
  if (!form) return value;
  const read = `strftime(try_strptime(${value}, ${quoteText(form.read)}), '%Y-%m-%d')`;
  return `coalesce(case when regexp_full_match(${value}, ${quoteText(form.pattern)}) then ${read} end, ${value})`;
}

type Wide = NonNullable<TableFeed["wide"]>;

const answer = (wide: Wide) => {
  const none = wide.not_applicable.map((word) => quoteText(word.trim().toLowerCase())).join(", ");
  const notApplicable = none === "" ? "" : `when lower(_answer) in (${none}) then 'not_applicable' `;
  return `case when _answer is null then 'not_rated' ${notApplicable}else 'scored' end`;
};

const level = (wide: Wide) => {
  const cases = Object.entries(wide.levels).map(
    ([word, number]) => `when ${quoteText(word.trim().toLowerCase())} then '${number}'`,
  );
  return cases.length === 0 ? "_answer" : `case lower(_answer) ${cases.join(" ")} else _answer end`;
};

const WIDE_FIELDS = {
  instrument: (wide: Wide) => quoteText(wide.instrument),
  domain: () => "_domain",
  answer,
  score: (wide: Wide) => `case when ${answer(wide)} = 'scored' then ${level(wide)} end`,
  is_goal: () => "_goal",
} as const;

/** Of a wide form, one row per form and domain: `_domain`, its cell `_answer` and, where asked, `_goal`. */
function formRows({ wide }: TableFeed, table: string): string {
  if (!wide) return table;
  const cells = Object.entries(wide.domains).map(([domain, column]) => {
    const goal = wide.goals[domain];
    return `{'d': ${quoteText(domain)}, 'a': ${quoteName(column)}, 'g': ${goal ? quoteName(goal) : "cast(null as varchar)"}}`;
  });
  return `(select form.*, cell.d as _domain, cell.a as _answer, cell.g as _goal
    from (select *, unnest([${cells.join(", ")}]) as cell from ${table}) as form)`;
}
