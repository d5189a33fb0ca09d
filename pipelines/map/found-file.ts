import type { Feed } from "../network.ts";
import type { PirlProgram } from "../pirl-programs.ts";
import type { ColumnShape } from "./column-shape.ts";

/** A table that was read and screened: what it is called, where in its file it is, and its columns. */
export interface FoundTable {
  /** Its file's name, as it may be shown, with the sheet or the file inside behind. */
  name: string;
  /** The file of a zip folder it is in. */
  inside?: string;
  /** The sheet it is, where a workbook has several. */
  sheet?: string;
  shapes: readonly ColumnShape[];
}

/** Projects of an HMIS export. */
export interface FoundProjects {
  ids: readonly string[];
  /** How many more there are whose ids are not repeated. */
  more: number;
}

/** What a participant record has: programs somebody took part in, and columns that stand for nothing in it. */
export interface FoundRecord {
  programs: readonly PirlProgram[];
  left: readonly string[];
}

/** A file, or an export of several, that was read and screened. */
export interface FoundFile {
  /** What it is called, as it may be shown; the pattern of the files of an export. */
  name: string;
  format: Feed["format"];
  /** Settings of the feed that say how the file is written. */
  written: Readonly<Record<string, string>>;
  tables: readonly FoundTable[];
  /** Of an HMIS export. */
  projects: FoundProjects | null;
  /** Of a WIOA participant record. */
  record: FoundRecord | null;
  /** Sheets that seem to be no tables. */
  others: readonly string[];
  /** Sentences on sheets for which a run would stop the file if they were mapped. */
  passed: readonly string[];
}
