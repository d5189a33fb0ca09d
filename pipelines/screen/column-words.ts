import { plainText } from "./plain-text.ts";

/**
 * A column name as lower-case words with single spaces: `D.O.B.` is `dob`, `clientFirstName` is `client first name`, `Teléfono` is
 * `telefono`, `Email1` is `email 1`, `Note(s)` is `notes`.
 */
export function columnWords(column: string): string {
  return plainText(column)
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .replace(/(\p{Ll}|\d)(\p{Lu})/gu, "$1 $2")
    .replace(/(\p{Lu})(\p{Lu}\p{Ll})/gu, "$1 $2")
    .replace(/(\p{L})(\d)/gu, "$1 $2")
    .toLowerCase()
    .replace(/\(s\)/g, "s")
    .replace(/['’]s\b/g, "s")
    .replace(/#/g, " no ")
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim()
    .replace(/\b(?:\p{L} )+\p{L}\b/gu, (initials) => initials.replaceAll(" ", ""));
}
