import type { Fault } from "./fault.ts";
import type { Staged } from "./stage-csv.ts";

/** A table of a file, opened by its format: nothing is asked yet of what its columns mean. */
export interface Opened {
  /** What it is called in everything said: its file, with the sheet or the file inside where it is one of several. */
  name: string;
  /** The cells of its header row as they stand; null when there is none. */
  header: readonly string[] | null;
  /** What stops it although it can be screened. */
  faults: readonly Fault[];
  /** What keeps it from being staged under a header. */
  obstacles?(header: readonly string[]): Promise<Fault[]>;
  /** Makes it a table of text under as many names as its header has. */
  stage(columns: readonly string[]): Promise<Staged>;
}

/** Tables that could be opened, and what was found in doing so. */
export interface OpenedFile {
  tables: readonly Opened[];
  faults: readonly Fault[];
  /** The table that all cells of its one table are in, in the order of the header. */
  cells?: string;
}

export const notOpened = (...faults: Fault[]): OpenedFile => ({ tables: [], faults });
