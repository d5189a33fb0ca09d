import { EARLIEST_DATE, type Field, LATEST_DATE, TOKEN_PATTERN } from "./field.ts";

/** One way in which the text of a cell can break its field's declaration. */
export type FieldRule =
  | { id: "required" }
  | { id: "not_a_token" | "format"; pattern: string }
  | { id: "bare_hash"; pattern: string }
  | { id: "too_long"; max: number }
  | { id: "unknown_code"; codes: readonly string[] }
  | { id: "not_a_date" | "not_a_month" | "not_a_whole_number" | "not_a_number" | "not_yes_or_no"; form: Form }
  | { id: "too_small" | "too_large"; form: Form; limit: string };

/** The typed forms a cell can take: the text that is accepted, and the SQL type it becomes. */
export type Form = "date" | "month" | "integer" | `decimal${number}` | "boolean";

export const YES = ["true", "1", "yes", "y", "si", "sí"];
export const NO = ["false", "0", "no", "n"];

const HASH_PATTERN = "[0-9a-fA-F]{32}|[0-9a-fA-F]{40}|[0-9a-fA-F]{64}";

/** The text accepted for a form. Patterns stay within what RE2 and JavaScript read alike. */
export function formPattern(form: Form): string {
  if (form === "date") return "[0-9]{4}-[0-9]{2}-[0-9]{2}";
  if (form === "month") return "[0-9]{4}-(0[1-9]|1[0-2])";
  if (form === "integer") return "-?[0-9]{1,15}";
  if (form === "boolean") return [...YES, ...NO].join("|");
  return `-?[0-9]{1,12}(\\.[0-9]{1,${form.slice("decimal".length)}})?`;
}

/** The form of a field's cells, or null where they stay text. */
export function formOf(field: Field): Form | null {
  if (field.type === "money") return "decimal2";
  if (field.type === "decimal") return `decimal${field.scale}`;
  if (field.type === "date" || field.type === "month" || field.type === "integer" || field.type === "boolean")
    return field.type;
  return null;
}

/** Every rule the text of a field must keep, in the order in which they are reported. */
export function fieldRules(field: Field): FieldRule[] {
  return [...(field.required ? [{ id: "required" } as const] : []), ...typeRules(field)];
}

function typeRules(field: Field): FieldRule[] {
  const form = formOf(field);
  switch (field.type) {
    case "token":
      return [
        { id: "bare_hash", pattern: HASH_PATTERN },
        { id: "not_a_token", pattern: `${TOKEN_PATTERN}|${HASH_PATTERN}` },
      ];
    case "text":
      return [
        { id: "too_long", max: field.max },
        { id: "format", pattern: field.pattern },
      ];
    case "code":
      return [{ id: "unknown_code", codes: Object.keys(field.codes) }];
    case "date":
      return [{ id: "not_a_date", form: "date" }, ...limits("date", EARLIEST_DATE, LATEST_DATE)];
    case "month":
      return [{ id: "not_a_month", form: "month" }];
    case "boolean":
      return [{ id: "not_yes_or_no", form: "boolean" }];
    case "integer":
      return [
        { id: "not_a_whole_number", form: "integer" },
        ...limits("integer", String(field.min), String(field.max)),
      ];
    default:
      return [{ id: "not_a_number", form: form! }, ...limits(form!, String(field.min), String(field.max))];
  }
}

const limits = (form: Form, min: string, max: string): FieldRule[] => [
  { id: "too_small", form, limit: min },
  { id: "too_large", form, limit: max },
];
