import { recordKinds } from "../../models/contract/catalogue.ts";
import type { Field, RecordKind } from "../../models/contract/field.ts";
import { allDomains } from "../../models/instruments/crosswalk.ts";
import type { JsonSchema } from "./json-schema.ts";

/** Where a schema keeps the form of a column that can be for any field. */
const ANY_COLUMN = "#/definitions/column";
/** Fields that a form with one column per domain fills by itself. */
const FILLED_BY_FORM = new Set(["instrument", "domain", "answer", "score", "is_goal"]);

const domains = allDomains.map(({ id }) => id);

/** For each record kind, which fields the columns of a feed can be for, which they must, and the codes their words can stand for. */
export function columnsByRecord(column: JsonSchema): JsonSchema[] {
  return (recordKinds as readonly RecordKind[]).map((record) => ({
    if: { properties: { record: { const: record.kind } }, required: ["record"] },
    // biome-ignore lint/suspicious/noThenProperty: the word of JSON Schema
    then: { properties: { columns: columnsOf(record, column) }, ...wideOf(record) },
  }));
}

function columnsOf(record: RecordKind, column: JsonSchema): JsonSchema {
  const properties = Object.entries(record.fields).map(([name, field]) => [name, columnOf(name, field, column)]);
  const needed = requiredOf(record).filter((name) => !(record.kind === "assessment_score" && FILLED_BY_FORM.has(name)));
  return {
    description: `Columns of ${record.title.toLowerCase()} records: ${record.grain}.`,
    additionalProperties: false,
    properties: Object.fromEntries(properties),
    required: needed,
  };
}

const requiredOf = ({ fields }: RecordKind) => Object.keys(fields).filter((name) => fields[name]!.required);

/** A form fills some of the required fields; without one each needs its column. Other kinds have no form. */
function wideOf(record: RecordKind): JsonSchema {
  if (record.kind !== "assessment_score") return { not: { required: ["wide"] } };
  const whole = { properties: { columns: { required: requiredOf(record) } } };
  return { anyOf: [{ required: ["wide"] }, whole] };
}

function columnOf(name: string, field: Field, column: JsonSchema): JsonSchema {
  const codes = field.type === "code" ? Object.keys(field.codes) : name === "domain" ? domains : null;
  const description = `${field.means}${field.type === "code" ? ` Codes: ${titled(field.codes)}.` : ""}`;
  return { description, ...(codes ? withCodes(column, codes) : { allOf: [{ $ref: ANY_COLUMN }] }) };
}

const titled = (codes: Readonly<Record<string, string>>) =>
  Object.entries(codes)
    .map(([code, title]) => `${code} (${title})`)
    .join(", ");

/** The form of a column whose words stand for codes. */
function withCodes(column: JsonSchema, codes: readonly string[]): JsonSchema {
  const forms = (column.anyOf ?? [column]) as JsonSchema[];
  return {
    anyOf: forms.map((form) => {
      const { words, constant } = (form.properties ?? {}) as Record<string, JsonSchema>;
      if (!words && !constant) return form;
      const coded = {
        ...(words ? { words: { ...words, additionalProperties: { enum: [...codes] } } } : {}),
        ...(constant ? { constant: { ...constant, enum: [...codes] } } : {}),
      };
      return { ...form, properties: { ...form.properties, ...coded } } as JsonSchema;
    }),
  };
}
