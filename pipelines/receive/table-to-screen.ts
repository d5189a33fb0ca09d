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

/** Where a file is, what it is called, and where its copy goes. */
export interface FileToOpen {
  id: string;
  name: string;
  path: string;
  copy: string;
  /** Whether it is a cleaned copy that the inbox holds. */
  isSealed: boolean;
}

/** Writes a copy of a file to a path where nothing is yet. */
export type Cleaned = (to: string) => Promise<void>;

/** A file of a delivery, opened. */
export interface FileToScreen {
  tables: readonly TableToScreen[];
  /** Tables with the texts outside of any table, in their column `c1`. */
  texts: readonly string[];
  faults: readonly Fault[];
  /** Writes a copy with nothing but what is screened; left out where that is all of the file. */
  cleaned?: Cleaned | undefined;
  /** False when something of it could not be opened, and so not be screened. */
  whole: boolean;
}

export const notWhole = (...faults: Fault[]): FileToScreen => ({ tables: [], texts: [], faults, whole: false });
