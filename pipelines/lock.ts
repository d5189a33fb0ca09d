import { existsSync, readFileSync, writeFileSync } from "node:fs";
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
  writeFileSync(note, JSON.stringify(holder), { mode: 0o600 });
  return { release: () => door.close() };
}

async function take(file: string, note: string): Promise<Door> {
  try {
    return await openWarehouse(file);
  } catch (error) {
    if (!/lock|already open/i.test((error as Error).message)) throw error;
    const holder = existsSync(note) ? (JSON.parse(readFileSync(note, "utf8")) as Holder) : null;
    const who = holder ? `run ${holder.run} (process ${holder.process}, since ${holder.started_at})` : "another run";
    throw new RunInProgress(`${who} holds the lock of this network; wait for it to end, or end it`);
  }
}
