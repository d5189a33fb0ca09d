import { cellTextSql } from "../../models/contract/cell-text.ts";
import { type Door, quoteName, quoteText } from "../warehouse.ts";
import { cellColumn } from "./cell-file.ts";
import type { Fault } from "./fault.ts";
import { fileKind } from "./file-kind.ts";
import { notOpened, type OpenedFile } from "./opened.ts";
import { stageCells } from "./stage-cells.ts";

/** More rows than this are made of few bytes only by who means harm. */
const MOST_ROWS = 20_000_000;

/** Opens a Parquet file; row numbers count its records from 1. */
export async function openParquet(
  door: Door,
  { id, name, copy }: { id: string; name: string; copy: string },
): Promise<OpenedFile> {
  const source = quoteText(copy);
  const described = await describe(door, source).catch(damaged);
  const broken = () =>
    notOpened({ code: "not-of-format", facts: { file: name, format: "Parquet", seems: fileKind(copy, "Parquet") } });
  if (!described) return broken();
  const { rows, fields } = described;
  if (rows > MOST_ROWS) return notOpened({ code: "too-many-rows", facts: { file: name, rows, limit: MOST_ROWS } });
  const nested = fields.filter(({ type }) => textSql("x", type) === null);
  if (nested.length > 0) return notOpened(...nested.map(({ column }) => nestedValues(name, column)));
  const cells = `cells_${id}`;
  const texts = fields.map(
    ({ column, type }, index) => `${cellTextSql(`(${textSql(quoteName(column), type)!})`)} as ${cellColumn(index + 1)}`,
  );
  const read = `create temp table ${cells} as select row_number() over () as _row, ${texts.join(", ")} from read_parquet(${source})`;
  if ((await door.run(read).catch(damaged)) === null) return broken();
  const positions = fields.map((_, index) => index + 1);
  const under = { cells, width: fields.length, headerRow: 0, positions };
  const header = fields.map(({ column }) => column.trim());
  return {
    tables: [{ name, header, faults: [], stage: (columns) => stageCells(door, id, under, columns) }],
    faults: [],
    cells,
  };
}

/** Null for a file that cannot be read; that memory does not suffice is no fault of the file. */
function damaged(error: Error): null {
  if (/out of memory/i.test(error.message)) throw error;
  return null;
}

interface Described {
  rows: number;
  fields: { column: string; type: string }[];
}

async function describe(door: Door, source: string): Promise<Described> {
  const [counted] = await door.rows<{ rows: number }>(
    `select cast(sum(num_rows) as bigint) as rows from parquet_file_metadata(${source})`,
  );
  const fields = await door.rows<Described["fields"][number]>(
    `select column_name as "column", column_type as type from (describe select * from read_parquet(${source}))`,
  );
  return { rows: counted!.rows, fields };
}

const nestedValues = (file: string, column: string): Fault => ({ code: "nested-values", facts: { file, column } });

/** A value of a type as text, in SQL: days as YYYY-MM-DD, with a time behind where it is not midnight, whole numbers without a point; null for lists, objects and bytes. */
function textSql(value: string, type: string): string | null {
  const text = `cast(${value} as varchar)`;
  if (/^(?:VARCHAR|BOOLEAN|UUID|DATE|TIME|U?(?:TINY|SMALL|BIG|HUGE)?INT(?:EGER)?|DECIMAL\(.*\)|"NULL")$/.test(type))
    return text;
  if (/^ENUM\(/.test(type) && !type.endsWith("]")) return text;
  if (/^(?:FLOAT|DOUBLE)$/.test(type))
    return `case when isfinite(${value}) and ${value} = trunc(${value}) and abs(${value}) < 1e18 then cast(cast(${value} as hugeint) as varchar) else ${text} end`;
  if (/^TIMESTAMP(?:_S|_MS|_NS| WITH TIME ZONE)?$/.test(type))
    return `replace(strftime(cast(${value} as timestamp), '%Y-%m-%d %H:%M:%S'), ' 00:00:00', '')`;
  return null;
}
