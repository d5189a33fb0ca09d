import { type Door, quoteName, quoteText } from "../warehouse.ts";
import { firstFormSql, suspectSql } from "./form-sql.ts";
import type { ValuesFinding } from "./identifier-finding.ts";
import { plainSql } from "./plain-sql.ts";
import { type Evidence, SHAPES, valueForms } from "./value-forms.ts";

interface Suspicion {
  column: number;
  form: number;
  rows: number;
}

/** Columns looked at in one statement: more of them cost more than their share. */
const AT_ONCE = 1000;

/** Columns of a table of VARCHAR whose values have the form of an identifier in more rows than chance makes. */
export async function screenValues(
  door: Door,
  table: string,
  file: string,
  columns: readonly string[],
): Promise<ValuesFinding[]> {
  const findings: ValuesFinding[] = [];
  for (let first = 0; first < columns.length; first += AT_ONCE)
    findings.push(...(await screenTogether(door, table, file, columns.slice(first, first + AT_ONCE))));
  return findings;
}

async function screenTogether(
  door: Door,
  table: string,
  file: string,
  columns: readonly string[],
): Promise<ValuesFinding[]> {
  const suspicions = await door.rows<Suspicion>(suspicionsSql(table, columns));
  if (suspicions.length === 0) return [];
  const suspected = [...new Set(suspicions.map(({ column }) => column))];
  const [evidence] = await door.rows<Record<string, number>>(evidenceSql(table, columns, suspected));
  const refused = suspicions.filter(({ column, form, rows }) =>
    valueForms[form]!.refused({ rows, ...evidenceOf(evidence!, column) }),
  );
  return merged(file, columns, refused);
}

/** One pass over all cells: how many values of each column have which form. */
function suspicionsSql(table: string, columns: readonly string[]): string {
  const numbered = columns.map((column, index) => `${quoteName(column)} as ${quoteName(String(index))}`);
  const cells = `unpivot (select ${numbered.join(", ")} from ${quoteName(table)}) on columns(*) into name col value cell`;
  // Each step is made whole before the next: put together, the forms would be tried on every cell instead of every different one.
  return `with
    counted as materialized (select col, cell, count(*) as times from (${cells}) where ${suspectSql("cell")} group by col, cell),
    plained as materialized (select col, times, ${plainSql("cell")} as plain from counted),
    formed as materialized (select col, times, ${firstFormSql("plain")} as form from plained)
    select cast(col as integer) as "column", form, cast(sum(times) as bigint) as rows
    from formed where form is not null group by col, form order by "column", form`;
}

function evidenceSql(table: string, columns: readonly string[], suspected: readonly number[]): string {
  const counts = suspected.flatMap((column) => {
    const value = quoteName(columns[column]!);
    return [
      `count(nullif(${value}, '')) as filled${column}`,
      ...shapes.map(
        ([name, pattern]) =>
          `count(*) filter (where regexp_full_match(${value}, ${quoteText(pattern)})) as ${name}${column}`,
      ),
      `count(distinct ${value}) as distinct${column}`,
    ];
  });
  return `select ${counts.join(", ")} from ${quoteName(table)}`;
}

const shapes = Object.entries(SHAPES) as [keyof typeof SHAPES, string][];

const evidenceOf = (row: Record<string, number>, column: number) =>
  Object.fromEntries(
    ["filled", "distinct", ...Object.keys(SHAPES)].map((name) => [name, row[`${name}${column}`]!]),
  ) as Omit<Evidence, "rows">;

/** Two forms of one identifier in one column are one finding. */
function merged(file: string, columns: readonly string[], refused: readonly Suspicion[]): ValuesFinding[] {
  const rows = new Map<string, { column: string; identifier: string; rows: number }>();
  for (const suspicion of refused) {
    const { identifier } = valueForms[suspicion.form]!;
    const column = columns[suspicion.column]!;
    const key = `${suspicion.column} ${identifier}`;
    rows.set(key, { column, identifier, rows: (rows.get(key)?.rows ?? 0) + suspicion.rows });
  }
  return [...rows.values()].map((facts) => ({ code: "identifier-values", facts: { file, ...facts } }));
}
