import { readFileSync, statSync } from "node:fs";
import { type Document, isNode, isScalar, LineCounter, parseDocument, visit } from "yaml";
import type * as z from "zod";
import { fitting, type Part } from "./lenient.ts";
import { shapeMistakes } from "./shape-mistake.ts";

const LARGEST_FILE = 1_000_000;
const FORBIDDEN_KEYS = new Set(["__proto__", "constructor", "prototype"]);

/** A mistake in a YAML file, with its place; `line` and `column` count from 1. */
export interface Mistake {
  file: string;
  line: number;
  column: number;
  says: string;
}

/** What a YAML file says once checked, and where each part of it stands. */
export interface Checked<Value> {
  /** Undefined when there is a mistake. */
  value: Value | undefined;
  /** What of it has the right form, for checks between its parts; undefined when nothing has. */
  part: Part<Value> | undefined;
  mistakes: Mistake[];
  /** A mistake at a path such as `["feeds", 0, "record"]`, which its sentence begins with. */
  at(where: readonly PropertyKey[], says: string): Mistake;
}

/** Reads one YAML file and checks it: every mistake is returned, none is thrown. */
export function readYaml<Schema extends z.ZodType>(file: string, schema: Schema): Checked<z.output<Schema>> {
  const nowhere = (says: string): Mistake => ({ file, line: 1, column: 1, says });
  const unfit = unfitFile(file);
  if (unfit) return { value: undefined, part: undefined, mistakes: [nowhere(unfit)], at: (_, says) => nowhere(says) };
  const lines = new LineCounter();
  // Keys are compared below: the library compares each with each, which takes minutes for some thousands.
  const document = parseDocument(readFileSync(file, "utf8"), { lineCounter: lines, strict: true, uniqueKeys: false });
  const place = (offset: number, says: string): Mistake => {
    const { line, col } = lines.linePos(offset);
    return { file, line, column: col, says };
  };
  const at = (where: readonly PropertyKey[], what: string): Mistake => {
    const says = where.length > 0 ? `${where.map(String).join(".")}: ${what}` : what;
    for (let length = where.length; length >= 0; length--) {
      const node = document.getIn(where.slice(0, length), true);
      if (isNode(node) && node.range) return place(node.range[0], says);
    }
    return nowhere(says);
  };
  const unread = (found: readonly Mistake[]) => ({ value: undefined, part: undefined, mistakes: [...found], at });
  // A tag that is not one of YAML's own is a warning to the library, and a way to make something else of a value.
  const faults = [...document.errors, ...document.warnings];
  if (faults.length > 0) return unread(faults.map(({ message, pos: [offset] }) => place(offset, broken(message))));
  const mistakes = repeatedKeys(document).map((offset) =>
    place(offset, "this setting is written twice: keep one of the two"),
  );
  let plain: unknown;
  try {
    plain = document.toJS({ maxAliasCount: 20 });
  } catch (error) {
    return unread([...mistakes, nowhere(`an alias (*) in the file cannot be followed: ${(error as Error).message}`)]);
  }
  const forbidden = forbiddenKeys(plain, []);
  if (forbidden.length > 0)
    return unread([...mistakes, ...forbidden.map((where) => at(where, "this name is not allowed for a setting"))]);
  const parsed = schema.safeParse(plain, { reportInput: true });
  const misshapen = parsed.success ? [] : shapeMistakes(parsed.error.issues).map(({ where, says }) => at(where, says));
  mistakes.push(...misshapen);
  const value = mistakes.length === 0 ? parsed.data : undefined;
  return { value, part: fitting(schema, plain), mistakes, at };
}

const DEEP = /(?:[[{]\s*){50}|(?:-[ \t]+){50}|^ {500}/m;
const KEY_OF_ITS_OWN = /(?:^[ \t-]*|[[{,]\s*)\?\s/m;

/** Why a file is not even read as YAML; null when it is. Reading what is deep takes long, or more stack than there is. */
function unfitFile(file: string): string | null {
  const stat = statSync(file);
  if (!stat.isFile()) return "this is no file";
  if (stat.size > LARGEST_FILE) return "the file is larger than 1 MB, which no configuration is";
  const text = readFileSync(file, "utf8");
  if (DEEP.test(text)) return "the file has settings within settings 50 levels deep, which no configuration has";
  if (KEY_OF_ITS_OWN.test(text)) return "write the name of a setting before a colon, and not after a question mark";
  return null;
}

/** Where keys stand that a map has already. */
function repeatedKeys(document: Document): number[] {
  const places: number[] = [];
  visit(document, {
    Map(_, { items }) {
      const seen = new Set<unknown>();
      for (const { key } of items) {
        if (!isScalar(key)) continue;
        if (seen.has(String(key.value))) places.push(key.range![0]);
        seen.add(String(key.value));
      }
    },
  });
  return places;
}

/** What the reader of YAML says, without the picture of the place. */
const broken = (message: string) =>
  `the file cannot be read as YAML here: ${message.split("\n")[0]!.replace(/ at line .*$/, "")}`;

function forbiddenKeys(value: unknown, steps: PropertyKey[]): PropertyKey[][] {
  if (typeof value !== "object" || value === null) return [];
  return Object.getOwnPropertyNames(value).flatMap((key) => {
    if (Array.isArray(value) && key === "length") return [];
    const next = [...steps, Array.isArray(value) ? Number(key) : key];
    return FORBIDDEN_KEYS.has(key) ? [next] : forbiddenKeys((value as Record<string, unknown>)[key], next);
  });
}
