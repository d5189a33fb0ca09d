import type { Entries } from "./entry.ts";

/** Why a zip folder or a workbook is not opened. */
export type Unsafe =
  | "broken"
  | "too_many_entries"
  | "too_large"
  | "too_dense"
  | "overlapping"
  | "repeated_names"
  | "encrypted"
  | "paths"
  | "nested"
  | "macros"
  | "external_links"
  | "pictures"
  | "embedded"
  | "declarations"
  | "too_long_text";

/** What stops a zip folder, a workbook or a file of typed values from being read as tables of text. */
export interface ContainerFacts {
  "unsafe-archive": { file: string; because: Unsafe };
  "not-of-format": { file: string; format: string; seems: string | null };
  "several-sheets": { file: string; sheets: number };
  "missing-sheet": { file: string; sheet: string };
  "no-members": { file: string; pattern: string };
  "stray-members": { file: string; files: number; pattern: string };
  "formula-without-value": { file: string; cells: number; first: string };
  "nested-values": { file: string; column: string };
  "repeated-name": { file: string; row: number };
  "not-a-record": { file: string; row: number };
  "too-many-rows": { file: string; rows: number; limit: number };
  "identifier-in-workbook": { file: string; identifier: string };
}

const BECAUSE: Readonly<Record<Unsafe, string>> = {
  broken: "it is damaged, or is not made as such files are",
  too_many_entries: "it holds more than 200 files",
  too_large: "it would take more room than 512 MB when it is unpacked",
  too_dense: "it would unpack to more than 200 times its size",
  overlapping: "files in it share the same bytes",
  repeated_names: "two files in it have the same name",
  encrypted: "it is protected with a password",
  paths: "a file in it names a place outside of it",
  nested: "there is another zip folder in it",
  macros: "it holds macros",
  external_links: "it is linked to other files",
  pictures: "it holds pictures, which nobody can screen",
  embedded: "it holds embedded objects, which nobody can screen",
  declarations: "it declares entities, which no spreadsheet needs",
  too_long_text:
    "a cell or a row in it is longer than any spreadsheet allows, or all of them together are more than a gigabyte",
};

export const containersFindings: Entries<ContainerFacts> = {
  "unsafe-archive": {
    outcome: "refused",
    says: (f) => [
      `${f.file}: the file is not opened, because ${BECAUSE[f.because]}.`,
      "Nothing of the file was kept. Export the data anew, without what is named here, and send it again.",
    ],
  },
  "not-of-format": {
    outcome: "stopped",
    says: (f) => [
      `${f.file}: the file cannot be read as ${f.format}${f.seems ? `; it seems to be ${f.seems}` : ""}.`,
      "Export it in the agreed format and send it again, or correct format for this feed in the partner's YAML.",
    ],
  },
  "several-sheets": {
    outcome: "noted",
    says: (f) => [
      `${f.file}: the workbook has ${f.sheets} visible sheets and no sheet is agreed, so the first one is read.`,
      "Say which one is meant with sheet for this feed in the partner's YAML.",
    ],
  },
  "missing-sheet": {
    outcome: "stopped",
    says: (f) => [
      `${f.file}: there is no sheet "${f.sheet}" in the workbook.`,
      "Send it with that sheet, or correct sheet in the partner's YAML.",
    ],
  },
  "no-members": {
    outcome: "stopped",
    says: (f) => [
      `${f.file}: there is nothing in it for the feed, which reads ${f.pattern}.`,
      "Send it with the agreed files, or correct inside in the partner's YAML.",
    ],
  },
  "stray-members": {
    outcome: "refused",
    says: (f) => [
      `${f.file}: ${f.files === 1 ? "1 file" : `${f.files} files`} in the zip folder ${f.files === 1 ? "fits" : "fit"} nothing agreed (${f.pattern}) and cannot be screened.`,
      "Nothing of the zip folder was kept. Take such files out and send it again, or widen inside in the partner's YAML.",
    ],
  },
  "formula-without-value": {
    outcome: "stopped",
    says: (f) => [
      `${f.file}: ${f.cells === 1 ? "a cell holds a formula" : `${f.cells} cells hold formulas`} whose result was never stored (${f.cells === 1 ? "" : "the first is "}${f.first}).`,
      "Open the file in a spreadsheet program and save it, or replace formulas by their values, and send it again.",
    ],
  },
  "nested-values": {
    outcome: "refused",
    says: (f) => [
      `${f.file}: the column "${f.column}" holds lists, objects or bytes where one value is expected.`,
      "Nothing of the file was kept, for such values cannot be screened. Export one value per column and row and send the file again.",
    ],
  },
  "repeated-name": {
    outcome: "refused",
    says: (f) => [
      `${f.file}: record ${f.row} names a field twice, so that nobody knows which of the two counts.`,
      "Nothing of the file was kept. Export every field once and send the file again.",
    ],
  },
  "not-a-record": {
    outcome: "refused",
    says: (f) => [
      `${f.file}: entry ${f.row} is not a record with named fields, so it cannot be screened.`,
      "Nothing of the file was kept. Export one object per record and send the file again.",
    ],
  },
  "too-many-rows": {
    outcome: "stopped",
    says: (f) => [
      `${f.file}: the file has ${f.rows.toLocaleString("en-US")} rows, more than the ${f.limit.toLocaleString("en-US")} that are read from one.`,
      "Send it in parts.",
    ],
  },
  "identifier-in-workbook": {
    outcome: "refused",
    says: (f) => [
      `${f.file}: outside the cells of the workbook (in the name of a sheet, a comment, a link, a heading, a formula, a list to choose from, a text kept for later or the properties of the file) there is what looks like ${f.identifier}.`,
      "Nothing of the file was kept. Take it out (in Excel by File, Info, Inspect Document) or copy the data into a new workbook, and send that.",
    ],
  },
};
