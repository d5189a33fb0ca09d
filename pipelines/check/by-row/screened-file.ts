import type { Fault } from "../../intake/fault.ts";
import type { ColumnScreen } from "./column-screen.ts";

/** What was found in a file of a delivery, screened from end to end. */
export interface ScreenedFile {
  /** What was found in opening it. */
  faults: readonly Fault[];
  /** What was found in each of its tables. */
  tables: readonly (readonly Fault[])[];
  /** Texts outside of any table, a workbook's each. */
  texts: readonly ColumnScreen[];
}

/** A file of which nothing can be opened. */
export const unopened = (...faults: Fault[]): ScreenedFile => ({ faults, tables: [], texts: [] });
