import { quoteText } from "../warehouse.ts";
import {
  INNOCENT,
  LONG_TEXT,
  SHORTEST,
  type ValueForm,
  VIN_DIGITS,
  VIN_LETTERS,
  VIN_WEIGHTS,
  valueForms,
  WORDS,
} from "./value-forms.ts";

/** The condition under which a cell is looked at more closely. */
export const suspectSql = (cell: string): string =>
  `length(${cell}) >= ${SHORTEST} and not regexp_full_match(${cell}, ${quoteText(INNOCENT)})`;

/** The place among the forms of the first that the plain text of a suspect cell has, or null; `firstForm` says the same of one cell. */
export const firstFormSql = (plain: string): string =>
  `case when regexp_full_match(${plain}, ${quoteText(INNOCENT)}) then null
  when length(${plain}) <= ${LONG_TEXT} and regexp_full_match(${plain}, ${quoteText(WORDS)}) then null
  ${valueForms.map((form, place) => `when ${formSql(form, plain)} then ${place}`).join(" ")} end`;

function formSql(form: ValueForm, value: string): string {
  const { sign, longer_than, spaced, also = [], check } = form;
  const conditions = [
    ...(longer_than ? [`length(${value}) > ${longer_than}`] : []),
    ...(spaced ? [`contains(${value}, ' ')`] : []),
    ...(sign ? [`contains(${value}, ${quoteText(sign)})`] : []),
    ...(form.pattern ? [patternSql(form.pattern, form, value)] : []),
    ...also.map((pattern) => `regexp_matches(${value}, ${quoteText(pattern)})`),
  ];
  const fits = `(${conditions.join(" and ")})`;
  // CASE, unlike AND, leaves the sum undone for every other value.
  return check ? `case when ${fits} then ${CHECKS[check](value)} else false end` : fits;
}

const patternSql = (pattern: string, { whole, insensitive }: ValueForm, value: string) =>
  `${whole ? "regexp_full_match" : "regexp_matches"}(${value}, ${quoteText(pattern)}${insensitive ? ", 'i'" : ""})`;

const CHECKS: Readonly<Record<NonNullable<ValueForm["check"]>, (value: string) => string>> = {
  luhn(value) {
    const digits = `regexp_replace(${value}, '[^0-9]', '', 'g')`;
    const doubled = (digit: string) => `(2 * ${digit} - case when ${digit} > 4 then 9 else 0 end)`;
    const digit = `cast(substr(reverse(${digits}), cast(i as bigint), 1) as integer)`;
    const sum = `list_sum(list_transform(range(1, length(${digits}) + 1), lambda i : case when i % 2 = 0 then ${doubled(digit)} else ${digit} end))`;
    return `length(${digits}) between 13 and 19 and ${sum} % 10 = 0`;
  },
  vin(value) {
    const digits = `translate(${value}, ${quoteText(VIN_LETTERS)}, ${quoteText(VIN_DIGITS)})`;
    const sum = `list_sum(list_transform(range(1, 18), lambda i : [${VIN_WEIGHTS}][i] * cast(substr(${digits}, cast(i as bigint), 1) as integer))`;
    return `${sum}) % 11 = case substr(${value}, 9, 1) when 'X' then 10 else try_cast(substr(${value}, 9, 1) as integer) end`;
  },
};
