import { recordKind } from "../../../models/contract/catalogue.ts";
import type { TextRow } from "../../../models/contract/check-row.ts";
import type { Field } from "../../../models/contract/field.ts";
import { ageFields, OLDER } from "../../intake/oldest-age.ts";
import type { TableFeed } from "../../network.ts";
import { ZIP_FIELD, zipArea } from "../../zip-area.ts";
import { lower } from "./lower.ts";
import { readDate } from "./read-date.ts";
import { SeenKeys } from "./seen-keys.ts";

/** One record of a row as the text of the contract's fields, and its domain where the row is a form of several. */
export interface MappedRow {
  domain: string | null;
  fields: TextRow;
}

type Cells = readonly (string | null)[];
type Read = (cells: Cells, part: FormPart | null) => string | null;
type Column = TableFeed["columns"][string];
type Wide = NonNullable<TableFeed["wide"]>;

/** A domain of a form: its code and the places of its columns. */
interface FormPart {
  domain: string;
  answer: number;
  goal: number | null;
}

/** What a feed's mapping makes of each row under a header: the same as `mapTable` makes of the whole table. */
export function rowMapping(feed: TableFeed, header: readonly string[]): (cells: Cells) => MappedRow[] {
  const fields = Object.entries(recordKind(feed.record).fields).map(
    ([name, field]) => [name, fieldReader(name, field, feed, header)] as const,
  );
  const ages = ageFields(recordKind(feed.record));
  const parts: readonly (FormPart | null)[] = feed.wide ? formParts(feed.wide, header) : [null];
  const said = feed.distinct ? new SeenKeys() : null;
  return (cells) =>
    parts.flatMap((part) => {
      const row: Record<string, string | null> = {};
      for (const [name, read] of fields) row[name] = read(cells, part);
      if (said && !said.add(JSON.stringify(Object.values(row)))) return [];
      const area = row[ZIP_FIELD];
      if (area) row[ZIP_FIELD] = zipArea(area);
      for (const { name, oldest } of ages) if (OLDER_AGE.test(row[name] ?? "")) row[name] = String(oldest);
      return { domain: part?.domain ?? null, fields: row };
    });
}

/** Whether a row under a header holds a record of the feed's kind. */
export function rowHolding({ only_with }: TableFeed, header: readonly string[]): (cells: Cells) => boolean {
  if (only_with === undefined) return () => true;
  const place = placeOf(header, only_with);
  return (cells) => (cells[place] ?? null) !== null;
}

const OLDER_AGE = new RegExp(`^(?:${OLDER})$`);

const placeOf = (header: readonly string[], column: string) => {
  const exact = header.indexOf(column);
  return exact >= 0 ? exact : header.findIndex((name) => name.toLowerCase() === column.toLowerCase());
};

const formParts = ({ domains, goals }: Wide, header: readonly string[]): FormPart[] =>
  Object.entries(domains).map(([domain, column]) => ({
    domain,
    answer: placeOf(header, column),
    goal: goals[domain] === undefined ? null : placeOf(header, goals[domain]),
  }));

function fieldReader(name: string, field: Field, feed: TableFeed, header: readonly string[]): Read {
  const read = feed.wide && formReaders(feed.wide)[name];
  if (read) return read;
  const column = feed.columns[name];
  if (!column) return () => null;
  if (column.constant !== undefined) return () => column.constant;
  const place = placeOf(header, column.from);
  const value = valueReader(column, field, feed);
  return (cells) => {
    const cell = cells[place] ?? null;
    return cell === null ? null : value(cell);
  };
}

function valueReader(column: Column, field: Field, feed: TableFeed): (text: string) => string {
  if (column.words) {
    const code = wordReader(column.words);
    return (text) => code(text) ?? (field.type === "code" ? lower(text) : text);
  }
  if (field.type === "date")
    return feed.format === "csv"
      ? (text) => readDate(text, feed.dates)
      : (text) => readDate(text.replace(MOMENT, "$1"), feed.dates);
  if (field.type === "money" || field.type === "decimal") return readAmount;
  return field.type === "code" ? lower : (text) => text;
}

/** Words match whole, whatever their case; the first of two that are the same but for it. */
function wordReader(words: Readonly<Record<string, string>>): (text: string) => string | undefined {
  const codes = new Map<string, string>();
  for (const [word, code] of Object.entries(words)) {
    const key = word.trim().toLowerCase();
    if (!codes.has(key)) codes.set(key, code);
  }
  return (text) => codes.get(lower(text));
}

/** A day with a time behind, as formats that know types write it. */
const MOMENT = /^([0-9]{4}-[0-9]{2}-[0-9]{2})[T ][0-9]{2}:[0-9]{2}.*$/;
const GROUPED = /^[$ ]*-?[0-9]{1,3}(?:,[0-9]{3})*(?:\.[0-9]+)?$/;

/** Dollar signs go, and commas where they group thousands. */
const readAmount = (text: string) => (GROUPED.test(text) ? text.replaceAll(/[$, ]/g, "") : text.replace(/^[$ ]+/, ""));

const formReaders = (wide: Wide): Readonly<Record<string, Read>> => {
  const none = new Set(wide.not_applicable.map((word) => word.trim().toLowerCase()));
  const level = wordReader(Object.fromEntries(Object.entries(wide.levels).map(([word, at]) => [word, String(at)])));
  const cellOf = (cells: Cells, part: FormPart | null) => cells[part!.answer] ?? null;
  const answer = (cell: string | null) =>
    cell === null ? "not_rated" : none.has(lower(cell)) ? "not_applicable" : "scored";
  return {
    instrument: () => wide.instrument,
    domain: (_, part) => part!.domain,
    answer: (cells, part) => answer(cellOf(cells, part)),
    score(cells, part) {
      const cell = cellOf(cells, part);
      return cell !== null && answer(cell) === "scored" ? (level(cell) ?? cell) : null;
    },
    is_goal: (cells, part) => (part!.goal === null ? null : (cells[part!.goal] ?? null)),
  };
};
