/** Thrown where text is no JSON. */
export class NoJson extends Error {}

/** A JSON value and where it ends: one without parts as its text, null for null; an object as its fields; a list, or what stands in a field, unread. */
export type JsonValue =
  | { is: "text" | "number" | "other"; text: string | null; end: number }
  | { is: "list"; end: number }
  | { is: "object"; fields: readonly JsonField[]; end: number };

/** A field of an object: its name, and where its value is. */
export interface JsonField {
  name: string;
  start: number;
  value: JsonValue;
}

const BLANK = /[ \t\n\r\v\f]*/y;
// A mark, an escape sign or a letter that no text has as it is.
const TEXT_ENDS = /["\\\p{Cc}]/gu;
const NUMBER = /-?(?:0|[1-9][0-9]*)(\.[0-9]+)?([eE][+-]?[0-9]+)?/y;
const NO_NUMBER = /-?(?:inf(?:inity)?|nan)/iy;
const WORD = /true|false|null/y;

/** Where the next character stands that is not blank. */
export function afterBlanks(json: string, at: number): number {
  BLANK.lastIndex = at;
  BLANK.exec(json);
  return BLANK.lastIndex;
}

/** The value that begins at a place; a comma may follow the last of several, and numbers may be none or without end. Throws NoJson. */
export function readValue(json: string, at: number): JsonValue {
  const first = json[at];
  if (first === '"') return { is: "text", ...readText(json, at) };
  if (first === "{") return readObject(json, at);
  return first === "[" ? { is: "list", end: endOfNested(json, at) } : readPlain(json, at);
}

function readObject(json: string, start: number): JsonValue {
  const fields: JsonField[] = [];
  let at = afterBlanks(json, start + 1);
  while (json[at] !== "}") {
    const name = readText(json, at);
    at = afterBlanks(json, name.end);
    if (json[at] !== ":") throw new NoJson();
    at = afterBlanks(json, at + 1);
    const nested = json[at] === "{";
    const value: JsonValue = nested ? { is: "object", fields: [], end: endOfNested(json, at) } : readValue(json, at);
    fields.push({ name: name.text, start: at, value });
    at = afterBlanks(json, value.end);
    if (json[at] === ",") at = afterBlanks(json, at + 1);
    else if (json[at] !== "}") throw new NoJson();
  }
  return { is: "object", fields, end: at + 1 };
}

/** Where a list or an object ends, however deep what is in it. */
function endOfNested(json: string, start: number): number {
  const open: string[] = [];
  let at = start;
  for (;;) {
    const begins = json[at];
    if (begins === "{" || begins === "[") {
      open.push(begins === "{" ? "}" : "]");
      at = afterBlanks(json, at + 1);
    } else {
      at = afterBlanks(json, begins === '"' ? readText(json, at).end : readPlain(json, at).end);
      if (json[at] === ",") at = afterBlanks(json, at + 1);
      else if (json[at] !== open.at(-1)) throw new NoJson();
    }
    while (json[at] === open.at(-1)) {
      open.pop();
      if (open.length === 0) return at + 1;
      at = afterBlanks(json, at + 1);
      if (json[at] === ",") at = afterBlanks(json, at + 1);
      else if (json[at] !== open.at(-1)) throw new NoJson();
    }
    if (open.at(-1) === "}") at = afterName(json, at);
  }
}

/** Where the value begins after the name of a field. */
function afterName(json: string, at: number): number {
  const colon = afterBlanks(json, readText(json, at).end);
  if (json[colon] !== ":") throw new NoJson();
  return afterBlanks(json, colon + 1);
}

function readPlain(json: string, at: number): JsonValue {
  const match = (pattern: RegExp) => {
    pattern.lastIndex = at;
    return pattern.exec(json);
  };
  const word = match(WORD)?.[0];
  if (word) return { is: "other", text: word === "null" ? null : word, end: at + word.length };
  const none = match(NO_NUMBER)?.[0];
  if (none) return { is: "number", text: none, end: at + none.length };
  const number = match(NUMBER);
  if (!number) throw new NoJson();
  const [written, fraction, exponent] = number;
  const end = at + written.length;
  if (/[0-9.eE]/.test(json[end] ?? "")) throw new NoJson();
  return { is: "number", text: fraction || exponent ? decimal(written) : whole(written), end };
}

/** A number with a fraction or an exponent in as few digits as tell it apart; one beyond all numbers as it is written. */
function decimal(written: string): string {
  const value = Number(written);
  if (!Number.isFinite(value)) return written;
  return Object.is(value, -0) ? "-0" : String(value).replace("e+", "e");
}

const whole = (written: string) => (written === "-0" ? "0" : written);

const ESCAPED: Readonly<Record<string, string>> = {
  '"': '"',
  "\\": "\\",
  "/": "/",
  b: "\b",
  f: "\f",
  n: "\n",
  r: "\r",
  t: "\t",
};

function readText(json: string, start: number): { text: string; end: number } {
  if (json[start] !== '"') throw new NoJson();
  let text = "";
  let from = start + 1;
  for (;;) {
    TEXT_ENDS.lastIndex = from;
    const at = TEXT_ENDS.exec(json)?.index ?? -1;
    if (at < 0) throw new NoJson();
    if (json[at] === '"') return { text: text + json.slice(from, at), end: at + 1 };
    if (json.charCodeAt(at) >= 0x7f) {
      text += json.slice(from, at + 1);
      from = at + 1;
      continue;
    }
    if (json[at] !== "\\") throw new NoJson();
    const { letter, end } = readEscape(json, at + 1);
    text += json.slice(from, at) + letter;
    from = end;
  }
}

function readEscape(json: string, at: number): { letter: string; end: number } {
  const plain = ESCAPED[json[at] ?? ""];
  if (plain !== undefined) return { letter: plain, end: at + 1 };
  const first = unitAt(json, at);
  const isHigh = first >= 0xd800 && first < 0xdc00;
  if (first >= 0xdc00 && first < 0xe000) throw new NoJson();
  if (!isHigh) return { letter: String.fromCharCode(first), end: at + 5 };
  const second = json[at + 5] === "\\" ? unitAt(json, at + 6) : 0;
  if (second < 0xdc00 || second >= 0xe000) throw new NoJson();
  return { letter: String.fromCharCode(first, second), end: at + 11 };
}

function unitAt(json: string, at: number): number {
  const digits = /^u([0-9a-fA-F]{4})$/.exec(json.slice(at, at + 5))?.[1];
  if (!digits) throw new NoJson();
  return Number.parseInt(digits, 16);
}
