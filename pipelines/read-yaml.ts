import { readFileSync, statSync } from "node:fs";
import { isNode, LineCounter, parseDocument } from "yaml";
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
  if (statSync(file).size > LARGEST_FILE) {
    const mistakes = [nowhere("the file is larger than 1 MB, which no configuration is")];
    return { value: undefined, part: undefined, mistakes, at: (_, says) => nowhere(says) };
  }
  const lines = new LineCounter();
  const document = parseDocument(readFileSync(file, "utf8"), { lineCounter: lines, strict: true, uniqueKeys: true });
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
  const mistakes = document.errors.map(({ code, message, pos: [offset] }) =>
    place(offset, code === TWICE ? "this setting is written twice: keep one of the two" : broken(message)),
  );
  const unread = (found: readonly Mistake[]) => ({ value: undefined, part: undefined, mistakes: [...found], at });
  if (document.errors.some(({ code }) => code !== TWICE)) return unread(mistakes);
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

const TWICE = "DUPLICATE_KEY";

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
