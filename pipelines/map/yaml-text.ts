import { stringify } from "yaml";

const UNSEEN = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu;
/** Words that older readers of YAML take for true or false. */
const YES_OR_NO = /^(?:y|n|yes|no|on|off)$/i;

/** A text as it stands in YAML inside a list or a setting, in quotation marks where it needs them; always one line, and nothing in it unseen. */
export function yamlText(text: string): string {
  if (/[,[\]{}]/.test(text) || text.search(UNSEEN) >= 0 || YES_OR_NO.test(text)) return quoted(text);
  return stringify(text, { lineWidth: 0, defaultStringType: "PLAIN" }).trimEnd();
}

const quoted = (text: string) =>
  JSON.stringify(text).replaceAll(
    UNSEEN,
    (character) => `\\u${character.codePointAt(0)!.toString(16).padStart(4, "0")}`,
  );
