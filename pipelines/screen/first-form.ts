import { plainText } from "./plain-text.ts";
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

/** The place among the forms of the first that a cell has, or null; what `suspectSql` and `firstFormSql` say of many, said of one. */
export function firstForm(cell: string): number | null {
  if (lengthOf(cell) < SHORTEST || INNOCENT_TEXT.test(cell)) return null;
  const plain = plainText(cell);
  if (INNOCENT_TEXT.test(plain) || (lengthOf(plain) <= LONG_TEXT && WORDS_ALONE.test(plain))) return null;
  const place = valueForms.findIndex((form) => fits(form, plain));
  return place < 0 ? null : place;
}

function fits(form: ValueForm, plain: string): boolean {
  const { sign, longer_than, spaced, also = [], check } = form;
  return (
    (longer_than === undefined || lengthOf(plain) > longer_than) &&
    (!spaced || plain.includes(" ")) &&
    (sign === undefined || plain.includes(sign)) &&
    (patterns.get(form)?.test(plain) ?? true) &&
    also.every((pattern) => alsoFound.get(pattern)!.test(plain)) &&
    (check === undefined || CHECKS[check](plain))
  );
}

const INNOCENT_TEXT = new RegExp(`^(?:${INNOCENT})$`, "u");
const WORDS_ALONE = new RegExp(`^(?:${WORDS})$`, "u");

const patterns = new Map(
  valueForms.flatMap((form) => {
    const { pattern, whole, insensitive } = form;
    if (pattern === undefined) return [];
    return [[form, new RegExp(whole ? `^(?:${pattern})$` : pattern, insensitive ? "iu" : "u")] as const];
  }),
);

const alsoFound = new Map(
  valueForms.flatMap(({ also = [] }) => also).map((pattern) => [pattern, new RegExp(pattern, "u")] as const),
);

function lengthOf(text: string): number {
  let characters = 0;
  for (const _ of text) characters += 1;
  return characters;
}

const CHECKS: Readonly<Record<NonNullable<ValueForm["check"]>, (value: string) => boolean>> = {
  luhn(value) {
    const digits = [...value.replaceAll(/[^0-9]/g, "")].map(Number).reverse();
    const sum = digits.reduce(
      (total, digit, at) => total + (at % 2 === 0 ? digit : 2 * digit - (digit > 4 ? 9 : 0)),
      0,
    );
    return digits.length >= 13 && digits.length <= 19 && sum % 10 === 0;
  },
  vin(value) {
    const digit = (sign: string) => Number(VIN_DIGITS[VIN_LETTERS.indexOf(sign)] ?? sign);
    const sum = [...value].reduce((total, sign, place) => total + VIN_WEIGHTS[place]! * digit(sign), 0);
    return value[8] === (sum % 11 === 10 ? "X" : String(sum % 11));
  },
};
