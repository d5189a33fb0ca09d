import type { Fault } from "../intake/fault.ts";
import type { Opened } from "../intake/opened.ts";
import type { TableFeed } from "../network.ts";

/** A table of a delivery on its way through the screen. */
export interface TableToScreen {
  opened: Opened;
  /** What is made of it; nothing of the partner's own where a public format says what it is. */
  tables: readonly TableFeed[];
  /** False for a sheet that nothing is made of: it is screened all the same. */
  read: boolean;
}

/** A file of a delivery, opened. */
export interface FileToScreen {
  tables: readonly TableToScreen[];
  /** Tables with the texts outside of any table, in their column `c1`. */
  texts: readonly string[];
  faults: readonly Fault[];
  /** False when something of it could not be opened, and so not be screened. */
  whole: boolean;
}

export const notWhole = (...faults: Fault[]): FileToScreen => ({ tables: [], texts: [], faults, whole: false });
