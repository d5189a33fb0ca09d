import { columnWords } from "./column-words.ts";
import { ABOUT_IDENTIFIERS, dictionary } from "./dictionary.ts";
import type { IdentifierFinding } from "./identifier-finding.ts";
import { HEADER_FORMS } from "./value-forms.ts";

/** Goes up when the screen changes what it lets through; files taken in under another version are screened again. */
export const SCREEN_VERSION = 1;

/**
 * Columns of a file whose names say that they identify people.
 * A column the network has agreed to passes when its name is ambiguous (notes, web addresses), never when it is plain.
 */
export function screenHeader(
  file: string,
  columns: readonly string[],
  agreed: ReadonlySet<string>,
): IdentifierFinding[] {
  return columns.flatMap((column, index): IdentifierFinding[] => {
    const value = HEADER_FORMS.find(({ pattern }) => pattern.test(column));
    // A file without a header has data where the names should be, and data is never quoted.
    if (value) return [found(file, `column ${index + 1}`, `${value.identifier} (in the header row itself)`)];
    const identifier = identifierOf(column, agreed.has(column));
    return identifier ? [found(file, column, identifier)] : [];
  });
}

function identifierOf(column: string, agreed: boolean): string | null {
  const words = columnWords(column);
  if (ABOUT_IDENTIFIERS.test(words)) return null;
  const entry = dictionary.find(({ names }) => names.test(words));
  return !entry || (agreed && entry.ambiguous) ? null : entry.identifier;
}

const found = (file: string, column: string, identifier: string): IdentifierFinding => ({
  code: "identifier-column",
  facts: { file, column, identifier },
});
