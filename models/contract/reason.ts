import type { Field, RecordKind } from "./field.ts";
import { fieldRules } from "./field-rules.ts";

/** Faults a row can have apart from its fields' own rules. */
export const rowFaults: Readonly<Record<string, string>> = {
  too_few_cells: "the row has fewer cells than the header; check for a missing delimiter or a broken line",
  too_many_cells: "the row has more cells than the header; put cells that contain the delimiter in quotation marks",
  broken_quotes:
    "a quotation mark in the row is not closed or stands inside a cell; double the marks inside quoted cells",
  unreadable: "the row cannot be read as text in the agreed encoding",
  too_wide: "the row is longer than 2,000,000 bytes; check for a quotation mark that is never closed",
  repeated_key: "another row of the file has the same key; send each record once",
  unknown_person: "no person record with this token was sent; send the person first or in the same export",
  unknown_enrollment: "no enrollment record with this token was sent; send the enrollment first or in the same export",
  enrollment_of_another:
    "the enrollment with this token is another person's; correct the person or the enrollment, so that both are of one person",
  unknown_program: "the program is not in the partner's YAML; add it there or correct the row",
  unknown_domain: "the instrument is not known or has no such domain; use an instrument's own domain codes",
  referral_to_itself: "a referral goes to another partner; leave out what you passed on within your own agency",
  unknown_partner: "the partner is not in the network; use the partner ids of the network",
};

/** The sentence for one reason of a set-aside row: what the rule asks, never what the cell holds. */
export function reasonSentence(record: RecordKind, column: string, rule: string): string {
  const crossed = record.rules.find((candidate) => candidate.id === rule);
  if (crossed) return crossed.says;
  const fault = rowFaults[rule];
  if (fault) return fault;
  const field = record.fields[column];
  if (!field || !fieldRules(field).some((candidate) => candidate.id === rule))
    throw new Error(`unknown rule: ${record.kind}.${column}:${rule}`);
  return fieldSentence(field, rule);
}

function fieldSentence(field: Field, rule: string): string {
  switch (rule) {
    case "required":
      return "the cell is empty and must not be";
    case "bare_hash":
      return "this is a bare hash, which can be reversed; make tokens with the partner's key";
    case "not_a_token":
      return "this is not a keyed token of the form v1:<key id>:<26 letters and digits>";
    case "too_long":
      return `the text is longer than ${field.type === "text" ? `${field.max} characters` : "the field allows"}; shorten it`;
    case "format":
      return `this is not ${field.type === "text" ? field.says : "of the agreed form"}`;
    case "unknown_code":
      return `the word is not agreed; map it in the partner's YAML to one of ${field.type === "code" ? Object.keys(field.codes).join(", ") : "the codes"}`;
    case "not_a_date":
      return "this is not a day of the calendar in the agreed date format";
    case "not_a_month":
      return "this is not a month written as YYYY-MM";
    case "not_yes_or_no":
      return "write yes or no";
    case "not_a_whole_number":
      return "this is not a whole number";
    case "not_a_number":
      return "this is not a number of the agreed form, such as 12.50";
    default:
      return `the value is ${rule === "too_small" ? "below" : "above"} what the field allows${limitText(field)}`;
  }
}

function limitText(field: Field): string {
  if ("min" in field) return ` (${field.min} to ${field.max})`;
  return field.type === "date" ? " (1990 to 2099)" : "";
}
