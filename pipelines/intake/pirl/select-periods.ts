import { type RecordKindName, recordKind } from "../../../models/contract/catalogue.ts";
import { quoteName } from "../../warehouse.ts";
import type { Mapped } from "../mapped.ts";

/** A field of the contract: the elements it is read from, the first that the file has named to the partner, and the SQL that reads it. */
export interface PirlReading {
  from: readonly string[];
  sql: string;
}

/** Rows of one record kind out of periods of participation. */
export interface PirlSelection {
  record: RecordKindName;
  /** FROM clause and what follows; `_row` and the columns are looked up in it. */
  rows: string;
  fields: Readonly<Record<string, PirlReading>>;
}

/** The selection as a query with every field of the record kind as text, null for those the record layout does not have. */
export function selectPeriods(
  { record, rows, fields }: PirlSelection,
  file: string,
  columns: ReadonlyMap<string, string>,
): Mapped {
  const values = Object.keys(recordKind(record).fields).map(
    (field) => `cast(${fields[field]?.sql ?? "null"} as varchar) as ${quoteName(field)}`,
  );
  const held = Object.entries(fields).flatMap(([field, { from }]) => {
    const columnsOf = from.flatMap((element) => columns.get(element) ?? []);
    return columnsOf.length === 0 ? [] : [[field, columnsOf[0]!] as const];
  });
  return { record, file, select: `select _row, ${values.join(", ")} ${rows}`, source: Object.fromEntries(held) };
}
