import { existsSync, lstatSync, renameSync, rmSync } from "node:fs";
import type { Places } from "../places.ts";

/** Throws when something stands where the packs of feedback belong. */
export function checkFeedbackPlace({ feedback }: Pick<Places, "feedback">): void {
  if (lstatSync(feedback, { throwIfNoEntry: false })?.isDirectory() === false)
    throw new Error(`not a folder, so not replaced: ${feedback}`);
}

/**
 * Puts the packs a run built in the place of those of the run before. From then on no run stands until this one has put the rest in
 * its place, so that one killed in between is made again.
 */
export function putFeedback(places: Pick<Places, "feedback" | "standing">, built: string): void {
  checkFeedbackPlace(places);
  rmSync(places.standing, { force: true });
  const before = `${built}.before`;
  if (existsSync(places.feedback)) renameSync(places.feedback, before);
  renameSync(built, places.feedback);
  rmSync(before, { recursive: true, force: true });
}
