import { type RecordKindName, recordKind } from "../../../models/contract/catalogue.ts";
import { quoteName, quoteText } from "../../warehouse.ts";
import type { Mapped } from "../mapped.ts";

/** A field of the contract: the HMIS column it is from, and the SQL that reads it where that is more than the column. */
export interface Reading {
  from: string;
  sql?: string;
}

/** Rows of one record kind out of HMIS tables. */
export interface Selection {
  record: RecordKindName;
  /** The file `_row` counts in, by its name in the format. */
  file: string;
  /** FROM clause and what follows; `_row` and the columns are looked up in it. */
  rows: string;
  fields: Readonly<Record<string, Reading>>;
}

/** The selection as a query with every field of the record kind as text, null for those HMIS does not have. */
export function selectRecord({ record, file, rows, fields }: Selection, fileName = file): Mapped {
  const columns = Object.keys(recordKind(record).fields).map((field) => {
    const reading = fields[field];
    const value = reading ? (reading.sql ?? quoteName(reading.from)) : "null";
    return `cast(${value} as varchar) as ${quoteName(field)}`;
  });
  return {
    record,
    file: fileName,
    select: `select _row, ${columns.join(", ")} ${rows}`,
    source: Object.fromEntries(Object.entries(fields).map(([field, { from }]) => [field, from])),
  };
}

/** A code list as SQL: a code that is not in it stays as it is, for the contract to find. */
export function codeSql(column: string, codes: Readonly<Record<string, string>>): string {
  const cases = Object.entries(codes).map(([code, meaning]) => `when ${quoteText(code)} then ${quoteText(meaning)}`);
  return cases.length === 0
    ? quoteName(column)
    : `case ${quoteName(column)} ${cases.join(" ")} else ${quoteName(column)} end`;
}

/** HUD's yes and no; 8, 9 and 99 (not known, refused, not collected) are null. */
export const yesNoSql = (column: string) => `case ${quoteName(column)} when '1' then 'true' when '0' then 'false' end`;
