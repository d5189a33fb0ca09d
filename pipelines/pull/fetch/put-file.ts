import { closeSync, copyFileSync, fsyncSync, openSync, renameSync, rmSync } from "node:fs";
import path from "node:path";

/** Puts a file in its place in one step, also from another disk: whoever looks finds the old one or the new one, whole. */
export function putFile(from: string, to: string, rename: typeof renameSync = renameSync): void {
  sync(from);
  try {
    rename(from, to);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EXDEV") throw error;
    // Hidden, so that it is no file of the partner while it is copied.
    const beside = path.join(path.dirname(to), ".arriving");
    try {
      copyFileSync(from, beside);
      sync(beside);
      rename(beside, to);
    } finally {
      rmSync(beside, { force: true });
    }
    rmSync(from);
  }
  sync(path.dirname(to));
}

function sync(file: string) {
  const descriptor = openSync(file, "r");
  try {
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}
