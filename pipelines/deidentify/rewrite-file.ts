import { ageOn, dayOf } from "./age.ts";
import { cellText } from "./cell.ts";
import { type Treatment, treatment } from "./columns.ts";
import type { ExportFacts } from "./export-facts.ts";
import { readRecords } from "./read-records.ts";
import { writeRecords } from "./write/write-records.ts";

/** What de-identified files say of themselves in Export.csv. */
const DEIDENTIFIED_BY = "common-measure deidentify 1";

/** Columns that de-identified files have and the format has not. */
const ADDED: Readonly<Record<string, string>> = {
  Client: "AgeAtExportStart",
  Enrollment: "AgeAtEntry",
  Export: "DeidentifiedBy",
};

/** Something left out: a column, or cells of a column that are not what it may hold. */
export interface Dropped {
  file: string;
  column: string;
  identifier: string;
}

/** One file to write again. */
export interface Rewrite {
  /** Its name in the format, without `.csv`. */
  name: string;
  from: string;
  to: string;
  token: (kind: string, id: string) => string;
  facts: ExportFacts;
}

interface Column {
  column: string;
  treatment: Treatment;
}

/** Writes one file without what identifies people, record by record in the same order. Throws when it has no header. */
export async function rewriteFile(rewrite: Rewrite): Promise<{ rows: number; dropped: Dropped[] }> {
  const { name } = rewrite;
  const strays = new Map<string, number>();
  let columns: Column[] | undefined;
  let rows = 0;
  const records = async function* () {
    for await (const record of readRecords(rewrite.from)) {
      if (columns) {
        rows += 1;
        yield rowOf(rewrite, columns, record, strays);
      } else {
        columns = record.map((cell) => ({ column: cell.trim(), treatment: treatment(name, cell.trim()) }));
        yield headerOf(name, columns);
      }
    }
  };
  await writeRecords(rewrite.to, records());
  if (!columns) throw new Error(`${name}.csv is empty: export it with its header row`);
  return { rows, dropped: [...droppedColumns(name, columns), ...strayCells(name, strays)] };
}

function headerOf(file: string, columns: readonly Column[]): string[] {
  const kept = columns.filter((one) => one.treatment.as !== "dropped").map(({ column }) => column);
  return ADDED[file] ? [...kept, ADDED[file]] : kept;
}

function rowOf(rewrite: Rewrite, columns: readonly Column[], record: readonly string[], strays: Map<string, number>) {
  const row: string[] = [];
  for (const [index, { column, treatment: how }] of columns.entries()) {
    if (how.as === "dropped") continue;
    const text = cellText(record[index]!.trim(), how, rewrite.token);
    if (text === null) strays.set(column, (strays.get(column) ?? 0) + 1);
    row.push(text ?? "");
  }
  return ADDED[rewrite.name] ? [...row, addedCell(rewrite, columns, record)] : row;
}

function addedCell({ name, facts }: Rewrite, columns: readonly Column[], record: readonly string[]): string {
  if (name === "Export") return DEIDENTIFIED_BY;
  const cell = (column: string) => record[columns.findIndex((one) => one.column === column)]?.trim() ?? "";
  const born = facts.born.get(cell("PersonalID")) ?? "";
  return ageOn(born, name === "Client" ? facts.startsOn : (dayOf(cell("EntryDate")) ?? ""));
}

const droppedColumns = (file: string, columns: readonly Column[]) =>
  columns.flatMap(({ column, treatment: how }): Dropped[] =>
    how.as === "dropped" ? [{ file: `${file}.csv`, column, identifier: how.identifier }] : [],
  );

const strayCells = (file: string, strays: ReadonlyMap<string, number>) =>
  [...strays].map(([column, cells]) => ({
    file: `${file}.csv`,
    column,
    identifier: `${cells} cell${cells === 1 ? "" : "s"} with something other than a code, number, day or id`,
  }));
