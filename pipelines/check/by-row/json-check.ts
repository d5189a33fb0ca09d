import { cellText } from "../../../models/contract/cell-text.ts";
import type { Fault } from "../../intake/fault.ts";
import { kindOfBytes, TELLING_BYTES } from "../../intake/kind-of-bytes.ts";
import { type JsonValue, NoJson, readValue } from "./json/read-value.ts";
import { type JsonRecords, recordsIn } from "./json/records-in.ts";
import { openTable, type TableToOpen } from "./open-table.ts";
import { type ScreenedFile, unopened } from "./screened-file.ts";

const FORMS = { json: "JSON", jsonl: "JSON lines" } as const;

/** Screens and checks the records of JSON: the same as `openJson` makes a table of. Row numbers count them from 1. */
export function checkJson(of: TableToOpen, json: string, form: "json" | "jsonl"): ScreenedFile {
  const { file } = of;
  const records = found(json, form);
  if (!records) {
    const seems = kindOfBytes(new TextEncoder().encode(json.slice(0, TELLING_BYTES)));
    return unopened({ code: "not-of-format", facts: { file, format: FORMS[form], seems } });
  }
  const broken = brokenRecord(json, records, file);
  if (broken) return unopened(broken);
  if (records.starts.length === 0) return unopened({ code: "no-header", facts: { file } });
  const fields = fieldsOf(json, records);
  const nested = fields.filter((field) => field.nested);
  if (nested.length > 0)
    return unopened(...nested.map(({ name }): Fault => ({ code: "nested-values", facts: { file, column: name } })));
  return { faults: [], tables: [screened(of, json, records, fields)], texts: [] };
}

function found(json: string, form: "json" | "jsonl"): JsonRecords | null {
  try {
    return recordsIn(json, form);
  } catch (error) {
    if (error instanceof NoJson) return null;
    throw error;
  }
}

/** The first record that is no object, or names a field twice. */
function brokenRecord(json: string, { starts }: JsonRecords, file: string): Fault | null {
  let twice = 0;
  for (const [at, start] of starts.entries()) {
    const value = readValue(json, start);
    if (value.is !== "object") return { code: "not-a-record", facts: { file, row: at + 1 } };
    if (!twice && new Set(value.fields.map(({ name }) => name)).size < value.fields.length) twice = at + 1;
  }
  return twice ? { code: "repeated-name", facts: { file, row: twice } } : null;
}

interface Field {
  name: string;
  row: number;
  place: number;
  nested: boolean;
}

/** The fields of all records, in the order in which they first come. */
function fieldsOf(json: string, { starts }: JsonRecords): Field[] {
  const fields = new Map<string, Field>();
  for (const [row, start] of starts.entries())
    for (const [place, { name, value }] of namedIn(readValue(json, start)).entries()) {
      const nested = value.is === "object" || value.is === "list";
      const known = fields.get(name);
      if (!known) fields.set(name, { name, row, place, nested });
      else [known.place, known.nested] = [Math.min(known.place, place), known.nested || nested];
    }
  return [...fields.values()].sort((a, b) => a.row - b.row || a.place - b.place);
}

const namedIn = (value: JsonValue) => (value.is === "object" ? value.fields : []);

function screened(of: TableToOpen, json: string, { starts, beside }: JsonRecords, fields: readonly Field[]) {
  const table = openTable(
    of,
    fields.map(({ name }) => name.trim()),
    [],
  );
  if (!("screen" in table)) return table;
  for (const text of beside) table.screen.misfits.screen(text);
  const places = new Map(fields.map(({ name }, place) => [name, place]));
  for (const [at, start] of starts.entries()) {
    const cells = new Array<string | null>(fields.length).fill(null);
    for (const { name, value } of namedIn(readValue(json, start)))
      if ("text" in value && value.text !== null) cells[places.get(name)!] = cellText(value.text);
    table.screen.add(cells);
    for (const check of table.checks) check.add(at + 1, cells);
  }
  return table.end();
}
