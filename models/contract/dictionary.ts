import { recordKinds } from "./catalogue.ts";
import { EARLIEST_DATE, type Field, LATEST_DATE, type RecordKind } from "./field.ts";

/** What the contract says of one field, in words. */
export interface DictionaryEntry {
  record: string;
  field: string;
  /** Part of the record's key: no two rows may share it. */
  key: boolean;
  required: boolean;
  form: string;
  /** Codes with their titles. */
  codes: Readonly<Record<string, string>>;
  /** What is allowed beyond the form; empty when nothing more is asked. */
  range: string;
  means: string;
  /** Version of the contract since which it is there. */
  since: number;
}

/** The record kinds of the contract. */
export const kinds: readonly RecordKind[] = recordKinds;

/** The entries of one record kind, in the order of its declaration. */
export const entriesOf = (record: RecordKind): DictionaryEntry[] =>
  Object.entries(record.fields).map(([name, field]) => ({
    record: record.kind,
    field: name,
    key: record.key.includes(name),
    required: field.required === true,
    form: formOf(field),
    codes: field.type === "code" ? field.codes : {},
    range: rangeOf(field),
    means: field.means,
    since: Math.max(field.since ?? 1, record.since ?? 1),
  }));

const FORMS: Readonly<Record<Field["type"], string>> = {
  text: "text",
  token: "token",
  code: "code",
  date: "date (YYYY-MM-DD)",
  month: "month (YYYY-MM)",
  integer: "whole number",
  decimal: "number",
  money: "dollars",
  boolean: "yes or no",
};

const formOf = (field: Field) =>
  field.type === "decimal"
    ? `number with at most ${field.scale} ${field.scale === 1 ? "decimal" : "decimals"}`
    : FORMS[field.type];

function rangeOf(field: Field): string {
  if ("min" in field) return `${field.min} to ${field.max}`;
  if (field.type === "date") return `${EARLIEST_DATE} to ${LATEST_DATE}`;
  if (field.type === "text") return `${field.says}, at most ${field.max} characters`;
  return field.type === "token" ? "v1:<key id>:<26 letters and digits>" : "";
}
