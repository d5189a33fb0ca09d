import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import path from "node:path";
import type { Network } from "./read-network.ts";
import type { TakenIn } from "./receive/take-in.ts";

/** One stage of a run: what went in and what came out, of what `unit` says (of its two kinds in this order), and how long it took. */
export interface StageRecord {
  stage: "fetch" | "receive" | "load" | "facts" | "measures" | "quality" | "protect" | "audit" | "site" | "scan";
  unit: string;
  in: number;
  out: number;
  seconds: number;
}

/** What a run did, for the data manager and for whoever asks later where a number came from. */
export interface RunRecord {
  run: string;
  started_at: string;
  seconds: number;
  outcome: "published" | "unchanged" | "failed";
  /** Why it failed, or null. */
  error: string | null;
  as_of: string;
  configuration_hash: string;
  code_version: string;
  key_id: string;
  /** The release it was bound to, 0 before the first, and the closed quarters that it opened again. */
  after_release: number;
  restated: readonly string[];
  /** What the files say of closed quarters and what was not counted there any more; not told when nothing was built. */
  frozen: readonly { measure: string; partner: string; late: number; changed: number; gone: number }[];
  /** Hash of everything the result depends on: intake, configuration, as-of date, code, key. */
  inputs_hash: string;
  /** Every delivery received in this run. */
  files: readonly {
    partner: string;
    feed: string;
    name: string;
    hash: string;
    outcome: string;
    accepted: number;
    broken: number;
    says: readonly string[];
    /** The same as lines on a terminal. */
    shown: readonly string[];
  }[];
  /** What was found in the partners' folders beside deliveries. */
  found: readonly { partner: string; says: string }[];
  /** Under which profile and agreement each partner sends. */
  profiles: readonly { partner: string; profile: string; agreement: string | null }[];
  /** People in combinations that few of their partner share, and what became of them; not told when nothing was built. */
  rare: readonly { partner: string; people: number; says: string }[];
  stages: readonly StageRecord[];
  /** The state after the run, or null when it did not come to one. */
  totals: Totals | null;
  /** SHA-256 of the published rows, which the manifest of every site has too; null when the run built no sites. */
  publication: string | null;
  /** Folder of the staff site, from the network's folder, or null when the run built none. */
  site: string | null;
}

/** What the network holds and publishes. */
export interface Totals {
  files_in_use: number;
  files_refused: number;
  files_stopped: number;
  /** Records in the warehouse, of all kinds: of every record its last version, without those set aside. */
  records: number;
  rows_set_aside: number;
  first_reasons: readonly { partner: string; file: string; row: number; column: string; says: string; rows: number }[];
  people: number;
  episodes: number;
  measures: number;
  cells: number;
  cells_shown: number;
  cells_withheld: number;
  /** Shares from 0 to 1 of nonzero cells, and of the people in them, that are shown. */
  cells_shown_share: number;
  people_shown_share: number;
  audit: string;
  cells_attacked: number;
  /** Of the sites of all audiences; 0 when none was built. */
  pages: number;
}

/** A record of a run that has done nothing yet. */
export function blankRecord({
  run,
  startedAt,
  asOf,
  network,
  code,
}: {
  run: string;
  startedAt: string;
  asOf: string;
  network: Network;
  code: string;
}): RunRecord {
  return {
    run,
    started_at: startedAt,
    seconds: 0,
    outcome: "failed",
    error: null,
    as_of: asOf,
    configuration_hash: network.configurationHash,
    code_version: code,
    key_id: "",
    after_release: 0,
    restated: [],
    frozen: [],
    inputs_hash: "",
    files: [],
    found: [],
    profiles: network.partners.map(({ id, profile, agreement }) => ({
      partner: id,
      profile,
      agreement: agreement ?? null,
    })),
    rare: [],
    stages: [],
    totals: null,
    publication: null,
    site: null,
  };
}

/** Hash of everything a publication depends on. */
export function inputsHash(
  record: RunRecord,
  keyId: string,
  {
    inUse,
    stopped,
    aggregates,
    past,
  }: Pick<TakenIn, "inUse" | "stopped"> & { aggregates: readonly string[]; past: readonly string[] | null },
): string {
  const receipts = [inUse, stopped].map((list) => list.map(({ intake, order }) => [order, intake]));
  const parts = [record.configuration_hash, record.code_version, record.as_of, keyId, receipts, aggregates, past];
  return createHash("sha256").update(JSON.stringify(parts)).digest("hex");
}

const FILE = /^run-.*\.json$/;

/** Writes a run's record in one step. */
export function writeRunRecord(folder: string, record: RunRecord): void {
  const file = path.join(folder, `${record.run}.json`);
  writeFileSync(`${file}.new`, `${JSON.stringify(record, null, 1)}\n`, { mode: 0o600 });
  renameSync(`${file}.new`, file);
}

/** The records of a network's runs, latest first. */
export function readRunRecords(folder: string): RunRecord[] {
  if (!existsSync(folder)) return [];
  const names = readdirSync(folder)
    .filter((name) => FILE.test(name))
    .sort()
    .reverse();
  return names.map((name) => JSON.parse(readFileSync(path.join(folder, name), "utf8")) as RunRecord);
}
