import { cellText } from "./cell-text.ts";
import type { RecordKind, Rule } from "./field.ts";
import { type FieldRule, type Form, fieldRules, formOf, formPattern, YES } from "./field-rules.ts";

/** One row as text, by field; a missing or empty cell is null, and blanks around a value do not count. */
export type TextRow = Readonly<Record<string, string | null>>;

type Typed = string | number | boolean | null;

const compiled = new Map<string, RegExp>();

function matches(value: string, pattern: string): boolean {
  const whole = compiled.get(pattern) ?? new RegExp(`^(?:${pattern})$`, "u");
  compiled.set(pattern, whole);
  return whole.test(value);
}
const DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

function isDay(text: string): boolean {
  const [year, month, day] = [Number(text.slice(0, 4)), Number(text.slice(5, 7)), Number(text.slice(8))];
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

/** What is asked of the rows of a record kind, one by one. */
export interface RowCheck {
  /** What a row breaks, as `field:rule` in the order of the declaration: the same answer as the SQL gives for the whole file. */
  reasons(row: TextRow): string[];
  /** The typed values of the fields that no two rows may share, as one text. */
  key(row: TextRow): string;
}

/** The check of a record kind's rows. */
export function rowCheck(record: RecordKind): RowCheck {
  const fields = Object.entries(record.fields).map(([name, field]) => ({
    name,
    form: formOf(field),
    rules: fieldRules(field).map((rule) => ({ rule, reason: `${name}:${rule.id}` })),
  }));
  const forms = new Map(fields.map(({ name, form }) => [name, form]));
  const valueIn = (row: TextRow) => (name: string) => {
    const text = cellText(row[name] ?? null);
    const form = forms.get(name);
    return text !== null && form ? typedValue(text, form) : text;
  };
  return {
    reasons(row) {
      const broken: string[] = [];
      for (const { name, rules } of fields) {
        const text = cellText(row[name] ?? null);
        for (const { rule, reason } of rules) if (fails(text, rule)) broken.push(reason);
      }
      if (record.rules.length === 0) return broken;
      const value = valueIn(row);
      for (const rule of record.rules) if (breaks(rule, value)) broken.push(`${rule.field}:${rule.id}`);
      return broken;
    },
    key: (row) => record.key.map(valueIn(row)).join("\0"),
  };
}

/** What one row breaks, as `field:rule` in the order of the declaration. */
export const checkRow = (record: RecordKind, row: TextRow): string[] => rowCheck(record).reasons(row);
