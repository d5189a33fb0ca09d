import { readFileSync, statSync } from "node:fs";
import { isNode, LineCounter, parseDocument } from "yaml";
import type * as z from "zod";

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
  value: Value | undefined;
  mistakes: Mistake[];
  /** The place of a path such as `["feeds", 0, "record"]`, for mistakes found later. */
  at(where: readonly PropertyKey[], says: string): Mistake;
}

/** Reads one YAML file and checks it: every mistake is returned, none is thrown. */
export function readYaml<Schema extends z.ZodType>(file: string, schema: Schema): Checked<z.output<Schema>> {
  const nowhere = (says: string): Mistake => ({ file, line: 1, column: 1, says });
  if (statSync(file).size > LARGEST_FILE) {
    return { value: undefined, mistakes: [nowhere("the file is larger than 1 MB")], at: (_, says) => nowhere(says) };
  }
  const lines = new LineCounter();
  const document = parseDocument(readFileSync(file, "utf8"), { lineCounter: lines, strict: true, uniqueKeys: true });
  const place = (offset: number, says: string): Mistake => {
    const { line, col } = lines.linePos(offset);
    return { file, line, column: col, says };
  };
  const at = (where: readonly PropertyKey[], says: string): Mistake => {
    for (let length = where.length; length >= 0; length--) {
      const node = document.getIn(where.slice(0, length), true);
      if (isNode(node) && node.range) return place(node.range[0], says);
    }
    return nowhere(says);
  };
  if (document.errors.length > 0) {
    const mistakes = document.errors.map((error) => place(error.pos[0], error.message.split("\n")[0]!));
    return { value: undefined, mistakes, at };
  }
  let plain: unknown;
  try {
    plain = document.toJS({ maxAliasCount: 20 });
  } catch (error) {
    return { value: undefined, mistakes: [nowhere((error as Error).message)], at };
  }
  const forbidden = forbiddenKeys(plain, []);
  if (forbidden.length > 0) {
    return {
      value: undefined,
      mistakes: forbidden.map((where) => at(where, `the key ${String(where.at(-1))} is not allowed`)),
      at,
    };
  }
  const parsed = schema.safeParse(plain);
  if (parsed.success) return { value: parsed.data, mistakes: [], at };
  return { value: undefined, mistakes: parsed.error.issues.flatMap((issue) => issueMistakes(issue, at)), at };
}

function issueMistakes(issue: z.core.$ZodIssue, at: Checked<unknown>["at"]): Mistake[] {
  if (issue.code === "unrecognized_keys") {
    return issue.keys.map((key) => at([...issue.path, key], `${where(issue.path, key)}: there is no such setting`));
  }
  if (issue.code === "invalid_union" && issue.errors.length > 0) {
    const nearest = issue.errors.reduce((best, errors) => (errors.length < best.length ? errors : best));
    return nearest.flatMap((inner) => issueMistakes({ ...inner, path: [...issue.path, ...inner.path] }, at));
  }
  return [at(issue.path, `${where(issue.path)}: ${issue.message}`)];
}

const where = (steps: readonly PropertyKey[], key?: string) =>
  [...steps, ...(key ? [key] : [])].map(String).join(".") || "file";

function forbiddenKeys(value: unknown, steps: PropertyKey[]): PropertyKey[][] {
  if (typeof value !== "object" || value === null) return [];
  return Object.getOwnPropertyNames(value).flatMap((key) => {
    if (Array.isArray(value) && key === "length") return [];
    const next = [...steps, Array.isArray(value) ? Number(key) : key];
    return FORBIDDEN_KEYS.has(key) ? [next] : forbiddenKeys((value as Record<string, unknown>)[key], next);
  });
}
