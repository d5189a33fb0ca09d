import type { RecordKind, Rule } from "./field.ts";
import { type FieldRule, type Form, fieldRules, formOf, formPattern, NO, YES } from "./field-rules.ts";

const quote = (text: string) => `'${text.replaceAll("'", "''")}'`;
const list = (texts: readonly string[]) => texts.map(quote).join(", ");
const column = (name: string) => `"${name}"`;
const matches = (value: string, pattern: string) => `coalesce(regexp_full_match(${value}, ${quote(pattern)}), false)`;

const SQL_TYPES: Record<string, string> = { date: "date", integer: "bigint" };

/** The typed value of a text cell, or null where its text is not of the form. */
function typedSql(value: string, form: Form): string {
  if (form === "boolean") {
    return `case when lower(${value}) in (${list(YES)}) then true when lower(${value}) in (${list(NO)}) then false end`;
  }
  const text = form === "month" ? `${value} || '-01'` : value;
  const type = form === "month" ? "date" : (SQL_TYPES[form] ?? `decimal(18, ${form.slice("decimal".length)})`);
  return `case when ${matches(value, formPattern(form))} then try_cast(${text} as ${type}) end`;
}

const typedColumn = (name: string) => column(`_typed_${name}`);

/** The condition under which a row breaks a rule of one field; `_typed_<field>` is its typed value. */
function brokenSql(name: string, rule: FieldRule): string {
  const value = column(name);
  if (rule.id === "required") return `${value} is null`;
  return `${value} is not null and ${failedSql(name, rule)}`;
}

function failedSql(name: string, rule: Exclude<FieldRule, { id: "required" }>): string {
  const value = column(name);
  if (rule.id === "bare_hash") return matches(value, rule.pattern);
  if ("pattern" in rule) return `not ${matches(value, rule.pattern)}`;
  if ("codes" in rule) return `${value} not in (${list(rule.codes)})`;
  if ("max" in rule) return `length(${value}) > ${rule.max}`;
  if (!("limit" in rule)) return `${typedColumn(name)} is null`;
  const limit = rule.form === "date" ? `date ${quote(rule.limit)}` : rule.limit;
  return `coalesce(${typedColumn(name)} ${rule.id === "too_small" ? "<" : ">"} ${limit}, false)`;
}

/** The condition under which a typed row breaks a rule over several fields. */
function brokenRuleSql(rule: Rule): string {
  const field = column(rule.field);
  if (rule.form === "not_before") return `coalesce(${field} < ${column(rule.than)}, false)`;
  const when = column(rule.when);
  if (rule.form === "empty_unless") return `${field} is not null and coalesce(${when} not in (${list(rule.is)}), true)`;
  const given = rule.is ? `coalesce(${when} in (${list(rule.is)}), false)` : `${when} is not null`;
  return `${field} is null and ${given}`;
}

const given = (cases: readonly string[]) =>
  `list_filter([${cases.join(",\n    ")}], lambda reason: reason is not null)`;

/**
 * The query that checks a whole table of text cells against a record kind in one pass.
 * `from` has `_row` and one VARCHAR column per field; the result has `_row`, the typed columns and `_why`, a list of `field:rule`.
 */
export function checkSql(record: RecordKind, from: string): string {
  const fields = Object.entries(record.fields);
  const forms = fields.flatMap(([name, field]) => {
    const form = formOf(field);
    return form ? [{ name, form }] : [];
  });
  const typed = forms.map(({ name, form }) => `, ${typedSql(column(name), form)} as ${typedColumn(name)}`);
  const reasons = fields.flatMap(([name, field]) =>
    fieldRules(field).map((rule) => `case when ${brokenSql(name, rule)} then ${quote(`${name}:${rule.id}`)} end`),
  );
  const values = fields.map(
    ([name, field]) => `${formOf(field) ? typedColumn(name) : column(name)} as ${column(name)}`,
  );
  const crossed = record.rules.map(
    (rule) => `case when ${brokenRuleSql(rule)} then ${quote(`${rule.field}:${rule.id}`)} end`,
  );
  const all = crossed.length > 0 ? `list_concat(_why, ${given(crossed)})` : "_why";
  return `with typed as (select *${typed.join("")} from ${from}),
checked as (
  select _row, ${values.join(", ")},
    ${given(reasons)} as _why
  from typed
)
select * replace (${all} as _why) from checked`;
}
