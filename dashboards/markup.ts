/** HTML that is already safe to put into a page. */
export class Markup {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
}

/** What may stand in an `html` template: text is escaped, markup and lists of it are not, null is nothing. */
export type Insert = string | number | Markup | null | readonly (string | Markup)[];

const entities: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };

/** Text made safe for HTML content and attribute values. */
function escapeText(text: string): string {
  return text.replace(/[&<>"']/g, (character) => entities[character] ?? character);
}

function insert(value: Insert): string {
  if (value === null) return "";
  if (value instanceof Markup) return value.text;
  if (typeof value === "object") return value.map(insert).join("");
  return escapeText(String(value));
}

/** A template for HTML that escapes every inserted text. */
export function html(strings: TemplateStringsArray, ...values: Insert[]): Markup {
  return new Markup(strings.map((text, i) => (i === 0 ? text : insert(values[i - 1] ?? null) + text)).join(""));
}
