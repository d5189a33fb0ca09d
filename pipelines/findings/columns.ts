import type { Entries } from "./entry.ts";

/** What differs between a file's columns and what was agreed. */
export interface ColumnFacts {
  "unnamed-column": { file: string; position: number };
  "duplicate-column": { file: string; column: string };
  "reserved-column": { file: string; column: string };
  "no-agreed-column": { file: string; columns: number };
  "too-many-columns": { file: string; columns: number; limit: number };
  "unknown-column": { file: string; column: string; nearest: string | null };
  "missing-column": { file: string; column: string; field: string };
  "missing-file": { file: string };
  "wrong-format": { file: string; column: string; expected: string };
}

export const columnsFindings: Entries<ColumnFacts> = {
  "unnamed-column": {
    outcome: "stopped",
    says: (f) => [`${f.file}: column ${f.position} has no name in the header row.`, "Name it or leave it out."],
  },
  "duplicate-column": {
    outcome: "stopped",
    says: (f) => [`${f.file}: the header names the column "${f.column}" twice.`, "Keep one of the two."],
  },
  "reserved-column": {
    outcome: "stopped",
    says: (f) => [`${f.file}: the pipeline itself uses the name "${f.column}".`, "Give the column another name."],
  },
  "no-agreed-column": {
    outcome: "refused",
    says: (f) => [
      `${f.file}: none of the ${f.columns} cells of the first row is the name of an agreed column, so it may be data and is not repeated here.`,
      "Nothing of the file was kept. Send the file with its header row, or map its columns in the partner's YAML.",
    ],
  },
  "too-many-columns": {
    outcome: "refused",
    says: (f) => [
      `${f.file}: the table has ${f.columns.toLocaleString("en-US")} columns, more than the ${f.limit.toLocaleString("en-US")} that can be screened.`,
      "Nothing of the file was kept. Leave out the columns that were not agreed, and cells that stray far from the others, and send it again.",
    ],
  },
  "unknown-column": {
    outcome: "stopped",
    says: (f) => [
      `${f.file}: nobody has agreed what the column "${f.column}" means${f.nearest ? `; did you mean "${f.nearest}"?` : "."}`,
      "Map it in the partner's YAML under columns, or list it under ignore.",
    ],
  },
  "missing-column": {
    outcome: "stopped",
    says: (f) => [
      `${f.file}: the column "${f.column}" (${f.field}) is not in the file.`,
      "Add it, or correct its name in the partner's YAML.",
    ],
  },
  "missing-file": {
    outcome: "stopped",
    says: (f) => [`${f.file} is not in the export.`, "Send the export whole."],
  },
  "wrong-format": {
    outcome: "stopped",
    says: (f) => [`${f.file}: "${f.column}" says that this is not ${f.expected}.`, "Export it in that format."],
  },
};
