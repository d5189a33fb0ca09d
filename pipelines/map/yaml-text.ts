import { stringify } from "yaml";

/** A text as it stands in YAML inside a list or a setting, in quotation marks where it needs them; always one line. */
export const yamlText = (text: string): string =>
  /[,[\]{}]/.test(text) || /[\n\r]/.test(text)
    ? JSON.stringify(text)
    : stringify(text, { lineWidth: 0, defaultStringType: "PLAIN" }).trimEnd();
