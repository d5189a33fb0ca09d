import { type Door, quoteName, quoteText } from "../warehouse.ts";
import { barredBy } from "./barred.ts";
import { columnWords } from "./column-words.ts";
import type { ValuesFinding } from "./identifier-finding.ts";
import { plainSql } from "./plain-sql.ts";
import type { Screening } from "./profile.ts";

/** Columns of a table of VARCHAR that hold what the profile does not take; `called` says what each is called in its file, where not as in the table. */
export async function screenProfile(
  door: Door,
  table: string,
  file: string,
  columns: readonly string[],
  screening: Screening,
  called: ReadonlyMap<string, string> = new Map(),
): Promise<ValuesFinding[]> {
  const findings: ValuesFinding[] = [];
  for (const column of columns) {
    const name = called.get(column) ?? column;
    for (const { identifier, in: stands, pattern, none, distinctAbove } of barredBy(screening)) {
      if (!stands(columnWords(name), name)) continue;
      const cell = quoteName(column);
      const [found] = await door.rows<{ rows: number; differs: boolean }>(
        `select count(*) filter (where bars) as rows,
          count(distinct plain) filter (where bars) > ${distinctAbove ?? 0} * count(*) as differs
        from (select plain, ${none ? "not " : ""}regexp_full_match(plain, ${quoteText(pattern)}) as bars from (select ${plainSql(cell)} as plain from ${quoteName(table)} where ${cell} <> ''))`,
      );
      if (found!.rows > 0 && found!.differs)
        findings.push({ code: "identifier-values", facts: { file, column, identifier, rows: found!.rows } });
    }
  }
  return findings;
}
