import { readdirSync, rmSync } from "node:fs";
import path from "node:path";
import { followKey, readOrMakeNextKey } from "./keys.ts";
import { placesOf } from "./places.ts";
import type { Network } from "./read-network.ts";
import { readReceipts } from "./receive/receipt.ts";
import { run } from "./run.ts";
import type { RunRecord } from "./run-record.ts";
import type { Effects } from "./stages.ts";

/**
 * Makes everything a network holds under a new key: one run under it, then the new key in the place of the old one, then nothing is left
 * that was keyed with the old one. Until the run has published, key, warehouse and publication stay; a change that was cut off is ended by the next call.
 */
export async function rekey(network: Network, effects: Effects): Promise<RunRecord> {
  const places = placesOf(network, effects.environment);
  const nextKey = readOrMakeNextKey(places.keys, network.id);
  const record = await run(network, effects, { nextKey });
  if (record.outcome !== "published") return record;
  followKey(places.keys, network.id);
  const kept = new Set(readReceipts(places.receipts).map(({ intake }) => intake));
  for (const folder of readdirSync(places.intake).filter((name) => !name.startsWith(".") && !kept.has(name)))
    rmSync(path.join(places.intake, folder), { recursive: true });
  return record;
}
