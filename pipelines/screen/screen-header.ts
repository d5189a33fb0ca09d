import { LONGEST_SHAPE } from "./column-shapes.ts";
import { columnWords } from "./column-words.ts";
import { ABOUT_IDENTIFIERS, dictionary } from "./dictionary.ts";
import type { IdentifierFinding } from "./identifier-finding.ts";
import { plainText } from "./plain-text.ts";
import { wordsOf } from "./tally-column.ts";
import { CHANCE_ROWS, HEADER_FORMS } from "./value-forms.ts";

/** Goes up when the screen changes what it lets through; files taken in under another version are screened again. */
export const SCREEN_VERSION = 8;

/** More of a name than this is not looked at; it is far more than a name has. */
export const LONGEST_NAME = 500;

/**
 * Columns of a file whose names say that they identify people.
 * A column the network has agreed to passes when its name is ambiguous (notes, web addresses), never when it is plain.
 */
export function screenHeader(
  file: string,
  columns: readonly string[],
  agreed: ReadonlySet<string>,
): IdentifierFinding[] {
  const people = new Set(
    columns.filter(
      (column) => column.length <= LONGEST_SHAPE && !/[0-9]/.test(column) && wordsOf(plainText(column)) === "full",
    ),
  );
  return columns.flatMap((column, index): IdentifierFinding[] => {
    const name = column.slice(0, LONGEST_NAME);
    const plain = plainText(name);
    const value =
      (MAY_BE_DATA.test(plain) ? HEADER_FORMS.find(({ pattern }) => pattern.test(plain)) : undefined) ??
      (people.size > CHANCE_ROWS && people.has(column) ? { identifier: "a person's name" } : undefined);
    // A file without a header has data where the names should be, and data is never quoted.
    if (value) return [found(file, `column ${index + 1}`, `${value.identifier} (in the header row itself)`)];
    const identifier = identifierOf(name, agreed.has(column));
    return identifier ? [found(file, column, identifier)] : [];
  });
}

/** Every form has nine digits or the sign of an address. */
const MAY_BE_DATA = /@|[0-9](?:[^0-9]*[0-9]){8}/;

// "First 5" and "Social 2" are not a first "First" and a second "Social", and of a ZIP code three digits may be sent.
const COUNTED = /(?<!^first|^last|^social|\bzip) \d{1,2}$/;

/** The kind of identifier a column is for: the first, second or tenth of a kind is of that kind. */
function identifierOf(column: string, agreed: boolean): string | null {
  const words = columnWords(column);
  if (ABOUT_IDENTIFIERS.test(words)) return null;
  const uncounted = words.replace(COUNTED, "");
  const entry = dictionary.find(
    ({ names, ambiguous }) => !(agreed && ambiguous) && (names.test(words) || names.test(uncounted)),
  );
  return entry?.identifier ?? null;
}

const found = (file: string, column: string, identifier: string): IdentifierFinding => ({
  code: "identifier-column",
  facts: { file, column, identifier },
});
