import { MOST_BYTES } from "../../../intake/archive/judge-archive.ts";
import { bytesOf } from "../../../intake/scan-records.ts";
import { afterBlanks, type JsonValue, NoJson, readValue } from "./read-value.ts";

/** Where the records of a JSON file begin, and the texts that stand beside them. */
export interface JsonRecords {
  starts: readonly number[];
  beside: readonly (string | null)[];
}

/** A record longer than this, in bytes, is none. */
const LONGEST_RECORD = 16 * 1024 * 1024;

/** Finds the records of JSON: of an array, of an object with one such array among other values, or one a line. Throws NoJson. */
export function recordsIn(json: string, form: "json" | "jsonl"): JsonRecords {
  const start = json.startsWith("\ufeff") ? 1 : 0;
  if (form === "jsonl") return { starts: linesOf(json, start), beside: [] };
  if (json.slice(0, BEGINNING).trimStart().startsWith("["))
    return { starts: elementsOf(json, start).starts, beside: [] };
  if (json.length > MOST_BYTES / 3 && bytesOf(json) > MOST_BYTES) throw new NoJson();
  const starts: number[] = [];
  for (let at = afterBlanks(json, start); at < json.length; ) {
    starts.push(at);
    at = afterBlanks(json, record(json, at, Number.POSITIVE_INFINITY).end);
  }
  return starts.length === 1 ? outOfEnvelope(json, starts) : { starts, beside: [] };
}

/** A file's first characters, by which its form is told. */
const BEGINNING = 1 << 16;

/** Reads a record, which may hold no NUL and be no longer than this. */
function record(json: string, at: number, longest = LONGEST_RECORD): JsonValue {
  const value = readValue(json, at);
  const text = json.slice(at, value.end);
  if (text.length > longest / 3 && bytesOf(text) > longest) throw new NoJson();
  if (text.includes("\\u0000")) throw new NoJson();
  return value;
}

function linesOf(json: string, start: number): number[] {
  const starts: number[] = [];
  for (let line = start; line < json.length; ) {
    const next = json.indexOf("\n", line);
    const end = next < 0 ? json.length : next;
    const at = afterBlanks(json, line);
    if (at < end) {
      const value = record(json.slice(line, end), at - line);
      if (afterBlanks(json, line + value.end) < end) throw new NoJson();
      starts.push(at);
    }
    line = end + 1;
  }
  return starts;
}

/** Where the elements of an array begin that stands alone. One that is cut short after a comma is taken for whole, as the pipeline takes it. */
function elementsOf(json: string, start: number): { starts: number[] } {
  const starts: number[] = [];
  const begin = afterBlanks(json, start);
  if (json[begin] !== "[") throw new NoJson();
  let at = afterBlanks(json, begin + 1);
  if (json[at] !== "]")
    for (;;) {
      starts.push(at);
      at = afterBlanks(json, record(json, at).end);
      if (json[at] === "]") break;
      if (json[at] !== ",") throw new NoJson();
      at = afterBlanks(json, at + 1);
      if (at >= json.length) return { starts };
    }
  if (afterBlanks(json, at + 1) < json.length) throw new NoJson();
  return { starts };
}

/** Where one object has one array, its elements are the records; what else the object says, the names of its fields too, stands beside them. */
function outOfEnvelope(json: string, starts: readonly number[]): JsonRecords {
  const envelope = readValue(json, starts[0]!);
  if (envelope.is !== "object") return { starts, beside: [] };
  const fields = [...new Map([...envelope.fields].reverse().map((field) => [field.name, field])).values()];
  const [list, ...others] = fields.filter(({ value }) => value.is === "list");
  if (!list || others.length > 0) return { starts, beside: [] };
  const said = fields.filter((field) => field !== list).map(({ value, start }) => textOf(json, start, value));
  return { starts: innerStarts(json, list.start), beside: [...said, ...envelope.fields.map(({ name }) => name)] };
}

const textOf = (json: string, start: number, value: JsonValue): string | null =>
  value.is === "object" || value.is === "list" ? json.slice(start, value.end) : value.text;

/** Where the elements of an array begin that stands in something else and was read before. */
function innerStarts(json: string, begin: number): number[] {
  const starts: number[] = [];
  for (let at = afterBlanks(json, begin + 1); json[at] !== "]"; ) {
    starts.push(at);
    at = afterBlanks(json, readValue(json, at).end);
    if (json[at] === ",") at = afterBlanks(json, at + 1);
  }
  return starts;
}
