import { readFileSync, renameSync, writeFileSync } from "node:fs";
import type { Places } from "./places.ts";
import { type Door, openWarehouse } from "./warehouse.ts";

/** A run in progress, as a second run names it. */
interface Holder {
  run: string;
  process: number;
  started_at: string;
}

/** Thrown when another run is in progress. */
export class RunInProgress extends Error {}

/**
 * Holds the one lock of a network until it is released or the process ends, however it ends: the lock is the
 * operating system's own on an open file, so a killed run leaves none behind.
 */
export async function holdLock(
  { lock: file }: Pick<Places, "lock">,
  holder: Holder,
): Promise<{ release(): Promise<void> }> {
  const note = `${file}.json`;
  const door = await take(file, note);
  // Whoever reads the note at this moment finds the old one or the new one, whole.
  writeFileSync(`${note}.new`, JSON.stringify(holder), { mode: 0o600 });
  renameSync(`${note}.new`, note);
  return { release: () => door.close() };
}

// What DuckDB says of a file that another process holds, and our own door of one that this process holds.
const HELD = /Could not set lock on file|^already open in this process/;

async function take(file: string, note: string): Promise<Door> {
  try {
    return await openWarehouse(file);
  } catch (error) {
    const { message } = error as Error;
    if (HELD.test(message))
      throw new RunInProgress(`${holderOf(note)} holds the lock of this network; wait for it to end, or end it`);
    if (message.includes("not a valid DuckDB database"))
      throw new Error(`not a lock file: ${file} (delete it when no run is in progress)`);
    throw new Error(`the lock cannot be taken: ${message.split("\n")[0]}`);
  }
}

/** Who holds the lock, as far as the note beside it can be read. */
function holderOf(note: string): string {
  try {
    const { run, process, started_at } = JSON.parse(readFileSync(note, "utf8")) as Partial<Holder>;
    return run && process && started_at ? `run ${run} (process ${process}, since ${started_at})` : "another run";
  } catch {
    return "another run";
  }
}
