import { existsSync, lstatSync, renameSync, rmSync } from "node:fs";
import type { LedgerLine } from "../../models/contracts/ledger.ts";
import type { Places } from "../places.ts";
import { checkLedgerWhole } from "./check-ledger.ts";
import { writeLedger } from "./ledger-file.ts";

/** Throws when something else stands where the folders of contracts belong, or the ledger lacks lines that they have. */
export function checkClaimsPlace(places: Pick<Places, "claims" | "ledger">): void {
  const { claims } = places;
  if (lstatSync(claims, { throwIfNoEntry: false })?.isDirectory() === false)
    throw new Error(`not a folder, so not replaced: ${claims}`);
  checkLedgerWhole(places);
}

/**
 * Keeps the ledger and puts the folders a run built, if any, in the place of those of the run before. From then on no run stands until
 * this one has put the rest in its place: one killed in between is made again, finds its own lines in the ledger and adds none.
 */
export function putClaims(
  places: Pick<Places, "claims" | "ledger" | "standing">,
  built: string,
  ledger: readonly LedgerLine[],
  renamed?: ReadonlyMap<string, string>,
): void {
  checkClaimsPlace(places);
  rmSync(places.standing, { force: true });
  writeLedger(places.ledger, ledger, renamed);
  const before = `${built}.before`;
  if (existsSync(places.claims)) renameSync(places.claims, before);
  if (existsSync(built)) renameSync(built, places.claims);
  rmSync(before, { recursive: true, force: true });
}
