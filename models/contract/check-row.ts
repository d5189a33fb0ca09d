import { cellText } from "./cell-text.ts";
import type { RecordKind, Rule } from "./field.ts";
import { type FieldRule, type Form, fieldRules, formOf, formPattern, YES } from "./field-rules.ts";

/** One row as text, by field; a missing or empty cell is null, and blanks around a value do not count. */
export type TextRow = Readonly<Record<string, string | null>>;

type Typed = string | number | boolean | null;

const matches = (value: string, pattern: string) => new RegExp(`^(?:${pattern})$`, "u").test(value);
const DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

function isDay(text: string): boolean {
  const [year, month, day] = text.split("-").map(Number) as [number, number, number];
  const leap = month === 2 && (year % 400 === 0 || (year % 4 === 0 && year % 100 !== 0));
  return month >= 1 && month <= 12 && day >= 1 && day <= DAYS[month - 1]! + (leap ? 1 : 0);
}

/** The typed value of a text cell, or null where its text is not of the form; dates stay ISO text, which orders like dates. */
function typedValue(text: string, form: Form): Typed {
  if (!matches(form === "boolean" ? text.toLowerCase() : text, formPattern(form))) return null;
  if (form === "boolean") return YES.includes(text.toLowerCase());
  if (form === "month") return `${text}-01`;
  if (form === "date") return isDay(text) ? text : null;
  return Number(text);
}

function fails(text: string | null, rule: FieldRule): boolean {
  if (rule.id === "required") return text === null;
  if (text === null) return false;
  if (rule.id === "bare_hash") return matches(text, rule.pattern);
  if ("pattern" in rule) return !matches(text, rule.pattern);
  if ("codes" in rule) return !rule.codes.includes(text);
  if ("max" in rule) return [...text].length > rule.max;
  const typed = typedValue(text, rule.form);
  if (!("limit" in rule)) return typed === null;
  if (typed === null) return false;
  const limit = rule.form === "date" ? rule.limit : Number(rule.limit);
  return rule.id === "too_small" ? typed < limit : typed > limit;
}

function breaks(rule: Rule, value: (field: string) => Typed): boolean {
  const field = value(rule.field);
  if (rule.form === "not_before") {
    const than = value(rule.than);
    return field !== null && than !== null && field < than;
  }
  const when = value(rule.when);
  if (rule.form === "empty_unless") return field !== null && !(when !== null && rule.is.includes(String(when)));
  return field === null && (rule.is ? when !== null && rule.is.includes(String(when)) : when !== null);
}

/** What one row breaks, as `field:rule` in the order of the declaration: the same answer as the SQL gives for the whole file. */
export function checkRow(record: RecordKind, row: TextRow): string[] {
  const cellOf = (name: string) => cellText(row[name] ?? null);
  const value = (name: string): Typed => {
    const text = cellOf(name);
    const form = formOf(record.fields[name]!);
    return text !== null && form ? typedValue(text, form) : text;
  };
  const reasons = Object.entries(record.fields).flatMap(([name, field]) =>
    fieldRules(field)
      .filter((rule) => fails(cellOf(name), rule))
      .map((rule) => `${name}:${rule.id}`),
  );
  const crossed = record.rules.filter((rule) => breaks(rule, value)).map((rule) => `${rule.field}:${rule.id}`);
  return [...reasons, ...crossed];
}
