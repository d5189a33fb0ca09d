import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from "node:fs";
import { homedir } from "node:os";
import path from "node:path";
import type { Network } from "./read-network.ts";

const HALF_BUILT = /^((warehouse|published)\.duckdb|set-aside|feedback|claims|kept)\.run-/;

/** Where a network's files are. Everything but `site` and `keys` stands beside network.yaml; the keys stand outside of it and of the repository. */
export interface Places {
  folder: string;
  inbox: string;
  receipts: string;
  /** The last good table of each agency that sends totals only. */
  aggregates: string;
  intake: string;
  /** Scratch of the run under way; emptied when a run begins and ends. */
  work: string;
  /** What is being fetched from partners' sources and is not yet whole. */
  arriving: string;
  runs: string;
  /** What was fetched from partners' sources, and in which version. */
  fetched: string;
  /** Which run all that readers have is of; not there while a run is putting its own in the place of it. */
  standing: string;
  /** One CSV per partner with the rows set aside and why. */
  setAside: string;
  /** One folder per partner with its report on data quality; for the partner and the network's staff alone. */
  feedback: string;
  /** One folder per outcome contract with what is payable; for its provider and the network's staff alone. */
  claims: string;
  /** Every payment and clawback of every contract so far; lines are only ever added. */
  ledger: string;
  /** What a run found, for the next one to compare with. */
  findings: string;
  /** One folder per numbered release: what was published, and what was said of it. */
  releases: string;
  /** One folder per release with what it counted, by which closed periods stay as they are; private. */
  kept: string;
  warehouse: string;
  published: string;
  lock: string;
  site: string;
  keys: string;
}

/** The places of a network. `COMMON_MEASURE_KEYS` or the user's configuration folder holds the keys. */
export function placesOf(
  network: Pick<Network, "folder" | "site">,
  environment: Readonly<Record<string, string | undefined>>,
): Places {
  const within = (name: string) => path.join(network.folder, name);
  // Set to nothing is not set.
  const configuration = environment.XDG_CONFIG_HOME || path.join(environment.HOME || homedir(), ".config");
  return {
    folder: network.folder,
    inbox: within("inbox"),
    receipts: within("inbox/receipts.json"),
    aggregates: within("inbox/aggregates.json"),
    intake: within("intake"),
    work: within("intake/.work"),
    arriving: within("inbox/arriving"),
    runs: within("runs"),
    fetched: within("runs/fetched.json"),
    standing: within("runs/standing.json"),
    setAside: within("set-aside"),
    feedback: within("feedback"),
    claims: within("claims"),
    ledger: within("runs/ledger.json"),
    findings: within("runs/findings.json"),
    releases: within("releases"),
    kept: within("kept"),
    warehouse: within("warehouse.duckdb"),
    published: within("published.duckdb"),
    lock: within("run.lock.duckdb"),
    site: path.resolve(network.folder, network.site),
    keys: environment.COMMON_MEASURE_KEYS || path.join(configuration, "common-measure"),
  };
}

/** Where what releases keep stands for the moment in which something else takes its place. */
export const keptBefore = ({ kept }: Pick<Places, "kept">) => `${kept}.before`;

/** Makes the folders only this user may read, and clears what a killed run left: scratch and half-built files. Needs the lock. */
export function preparePlaces(places: Places): void {
  for (const folder of [places.inbox, places.intake, places.runs]) mkdirSync(folder, { recursive: true, mode: 0o700 });
  for (const name of readdirSync(places.folder).filter((each) => HALF_BUILT.test(each)))
    rmSync(path.join(places.folder, name), { recursive: true });
  const before = keptBefore(places);
  if (existsSync(before) && !existsSync(places.kept)) renameSync(before, places.kept);
  rmSync(before, { recursive: true, force: true });
  clearWork(places);
  mkdirSync(places.work, { mode: 0o700 });
}

/** Removes the scratch folder. */
export function clearWork(places: Places): void {
  rmSync(places.work, { recursive: true, force: true });
}
