import { closeSync, openSync, readSync, statSync } from "node:fs";
import { cellTextSql } from "../../models/contract/cell-text.ts";
import { type Door, quoteText, tableSize } from "../warehouse.ts";
import { MOST_BYTES } from "./archive/judge-archive.ts";
import type { Fault } from "./fault.ts";
import { fileKind } from "./file-kind.ts";
import { notOpened, type OpenedFile } from "./opened.ts";
import { stageTexts } from "./stage-texts.ts";

/** A record longer than this is none. */
const LONGEST_RECORD = 16 * 1024 * 1024;
const BEGINNING = 1 << 16;

/** Opens JSON: an array of objects, an object with one such array among other values, or one object per line; row numbers count the records from 1. The file is UTF-8. */
export async function openJson(
  door: Door,
  { id, name, copy }: { id: string; name: string; copy: string },
  form: "json" | "jsonl",
): Promise<OpenedFile> {
  const [records, beside] = [`records_${id}`, `beside_${id}`];
  const read = await readRecords(door, records, beside, copy, form).catch((error: Error) => error);
  if (read instanceof Error) {
    if (/out of memory/i.test(read.message)) throw read;
    return notOpened({ code: "not-of-format", facts: { file: name, format: FORMS[form], seems: fileKind(copy) } });
  }
  const broken = await brokenRecord(door, records, name);
  if (broken) return notOpened(broken);
  if ((await tableSize(door, records)) === 0) return notOpened({ code: "no-header", facts: { file: name } });
  const fields = await fieldsOf(door, records);
  const nested = fields.filter((field) => field.nested).map((field) => field.field);
  if (nested.length > 0)
    return notOpened(...nested.map((column): Fault => ({ code: "nested-values", facts: { file: name, column } })));
  const paths = pathsOf(fields.map(({ field }) => field));
  const rows = `from (select json_extract_string(json, ${paths}) as texts, json_type(json, ${paths}) as types from ${records} order by _row)`;
  const texts = fields.map((_, index) => {
    const text = `texts[${index + 1}]`;
    return cellTextSql(
      `(case when types[${index + 1}] = 'DOUBLE' then regexp_replace(${text}, '\\.0+$', '') else ${text} end)`,
    );
  });
  return {
    tables: [
      {
        name,
        header: fields.map(({ field }) => field.trim()),
        faults: [],
        stage: (columns) => stageTexts(door, id, columns, texts, rows, `select cell from ${beside}`),
      },
    ],
    faults: [],
  };
}

const FORMS = { json: "JSON", jsonl: "JSON lines" } as const;

/** A NUL, which no text has and no name of a column can have. */
const HOLDS_NUL = String.raw`contains(cast(json as varchar), '\u0000')`;

/** Makes a table of the records, `_row` and `json`, and one of the texts that stand beside them in the file. */
async function readRecords(door: Door, records: string, beside: string, file: string, form: "json" | "jsonl") {
  const first = firstCharacter(file);
  const read = (format: string, longest: number) =>
    `read_json_objects(${quoteText(file)}, format = '${format}', maximum_object_size = ${longest})`;
  await door.run(`create temp table ${beside} (cell varchar)`);
  const numbered = async (source: string) => {
    await door.run(`create temp table ${records} as select row_number() over () as _row, json from ${source}`);
    const [row] = await door.rows<{ n: number }>(`select count(*) as n from ${records} where ${HOLDS_NUL}`);
    if (row!.n > 0) throw new Error(`NUL in ${row!.n} records`);
  };
  if (form === "jsonl") return numbered(read("newline_delimited", LONGEST_RECORD));
  if (first === "[") return numbered(read("array", LONGEST_RECORD));
  const size = statSync(file).size;
  if (size > MOST_BYTES) throw new Error(`too long: ${size} bytes`);
  await numbered(read("unstructured", Math.max(LONGEST_RECORD, size + 1)));
  await takeOutOfEnvelope(door, records, beside);
}

/** Where a file is one object with one array of objects, its records are those of the array, and what else the object says, the names of its fields too, is screened. */
async function takeOutOfEnvelope(door: Door, records: string, beside: string) {
  if ((await tableSize(door, records)) !== 1) return;
  const fields = await fieldsOf(door, records);
  const [list, ...others] = fields.filter(({ list }) => list);
  if (!list || others.length > 0) return;
  const at = quoteText(pointer(list.field));
  const around = pathsOf(fields.filter((field) => field !== list).map(({ field }) => field));
  await door.run(`insert into ${beside} select unnest(json_extract_string(json, ${around})) from ${records}
    union all select unnest(json_keys(json)) from ${records}`);
  await door.run(`create or replace temp table ${records} as select row_number() over () as _row, json
    from (select unnest(cast(json_extract(json, ${at}) as json[])) as json from ${records})`);
}

/** The first record that is no object, or names a field twice. */
async function brokenRecord(door: Door, records: string, file: string): Promise<Fault | null> {
  const [row] = await door.rows<{ strange: number | null; twice: number | null }>(`select
    min(_row) filter (where json_type(json) <> 'OBJECT') as strange,
    min(_row) filter (where len(json_keys(json)) <> len(list_distinct(json_keys(json)))) as twice from ${records}`);
  if (row!.strange !== null) return { code: "not-a-record", facts: { file, row: row!.strange } };
  return row!.twice === null ? null : { code: "repeated-name", facts: { file, row: row!.twice } };
}

interface JsonField {
  field: string;
  nested: boolean;
  list: boolean;
}

/** The fields of all records, in the order in which they first come. */
async function fieldsOf(door: Door, records: string): Promise<JsonField[]> {
  const names = await door.rows<{ field: string }>(`select field
    from (select _row, unnest(range(len(keys))) as place, unnest(keys) as field from (select _row, json_keys(json) as keys from ${records}))
    group by field order by min(_row), min(place)`);
  if (names.length === 0) return [];
  const is = (of: string) =>
    names.map((_, index) => `coalesce(bool_or(types[${index + 1}] in (${of})), false)`).join(", ");
  const [row] = await door.rows<{ nested: boolean[]; list: boolean[] }>(
    `select [${is("'OBJECT', 'ARRAY'")}] as nested, [${is("'ARRAY'")}] as list
      from (select json_type(json, ${pathsOf(names.map(({ field }) => field))}) as types from ${records})`,
  );
  return names.map(({ field }, index) => ({ field, nested: row!.nested[index]!, list: row!.list[index]! }));
}

/** Fields as a list of JSON pointers, which can name any. */
const pathsOf = (fields: readonly string[]) => `[${fields.map((field) => quoteText(pointer(field))).join(", ")}]`;

const pointer = (field: string) => `/${field.replaceAll("~", "~0").replaceAll("/", "~1")}`;

function firstCharacter(file: string): string | undefined {
  const descriptor = openSync(file, "r");
  try {
    const buffer = Buffer.alloc(BEGINNING);
    return buffer
      .subarray(0, readSync(descriptor, buffer, 0, BEGINNING, 0))
      .toString("utf8")
      .trimStart()[0];
  } finally {
    closeSync(descriptor);
  }
}
