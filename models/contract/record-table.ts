import type { Field, RecordKind } from "./field.ts";

const TYPES: Readonly<Record<Exclude<Field["type"], "decimal">, string>> = {
  token: "varchar",
  text: "varchar",
  code: "varchar",
  date: "date",
  month: "date",
  integer: "integer",
  money: "decimal(12, 2)",
  boolean: "boolean",
};

/** The warehouse's column for a field: tokens are stored under a new key and a new name. */
export const storedName = (field: string) => field.replace(/_token$/, "_key");

/** Columns of a record's table with their types: its fields, then where each row came from. */
export function recordColumns(record: RecordKind): [name: string, type: string][] {
  const fields = Object.entries(record.fields).map(([name, field]): [string, string] => [
    storedName(name),
    field.type === "decimal" ? `decimal(12, ${field.scale})` : TYPES[field.type],
  ]);
  return [
    ...fields,
    ["partner_id", "varchar"],
    ["feed_id", "varchar"],
    ["file_hash", "varchar"],
    ["row_number", "bigint"],
  ];
}

/** DDL of a record's table; the same text makes it in PostgreSQL. */
export function createRecordTable(record: RecordKind): string {
  return `create table ${record.kind} (${recordColumns(record)
    .map(([name, type]) => `${name} ${type}`)
    .join(", ")})`;
}
