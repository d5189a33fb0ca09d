import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import path from "node:path";
import { CONTRACT_VERSION } from "../models/contract/catalogue.ts";
import { measuresOf } from "../models/measures/network-measures.ts";
import type { Publication } from "../models/published.ts";
import { keepUnits } from "./build/keep-units.ts";
import { codeVersion } from "./code-version.ts";
import { closedPeriods, type Kept, keptFile, keptFolder, seenBy } from "./kept.ts";
import { holdLock } from "./lock.ts";
import { type Places, placesOf, preparePlaces } from "./places.ts";
import { readPublication } from "./protect/store.ts";
import { standingRun } from "./put-in-place.ts";
import type { Network } from "./read-network.ts";
import { type Link, readChain, releaseFolder } from "./release/chain.ts";
import { changesBetween, changesText } from "./release/changes.ts";
import { configurationFiles } from "./release/configuration-files.ts";
import { copySites } from "./release/copy-sites.ts";
import { writeDownloads } from "./release/downloads.ts";
import { hashFiles, sha256Of } from "./release/hash-files.ts";
import { ledgerOf, readLedgerFile, writeLedgerFile } from "./release/ledger.ts";
import { LEDGER, MANIFEST, type Manifest, manifestText } from "./release/manifest.ts";
import { type RunRecord, readRunRecords, type Totals } from "./run-record.ts";
import type { Effects } from "./stages.ts";
import { type Door, openWarehouse } from "./warehouse.ts";

export interface ReleaseOptions {
  /** Release what was published without its sites. */
  withoutSite?: boolean;
}

/** A release that was made. */
export interface Released {
  release: number;
  folder: string;
  files: number;
  /** What changed since the release before, in words. */
  changes: string;
}

/** What is released: the standing run, its rows, and the release before. */
interface Standing {
  network: Network;
  places: Places;
  record: RunRecord & { totals: Totals };
  publication: Publication;
  before: Link | undefined;
}

/**
 * Makes the next numbered release of what the last run published: sites, tables, ledger, manifest and what changed, in a folder that is
 * there whole or not at all, and never written to again; beside it, privately, what the run counted. Throws when the run does not stand
 * any more, is not safe, or says nothing that the last release did not.
 */
export async function release(network: Network, effects: Effects, options: ReleaseOptions = {}): Promise<Released> {
  const places = placesOf(network, effects.environment);
  const started_at = effects.now().toISOString();
  const lock = await holdLock(places, { run: "a release", process: effects.process, started_at });
  try {
    preparePlaces(places);
    return await make(await standing(network, places, codeVersion(effects.projectRoot), options), options);
  } finally {
    await lock.release();
  }
}

async function make(from: Standing, options: ReleaseOptions): Promise<Released> {
  const { places, publication, record, before } = from;
  const number = (before?.manifest.release ?? 0) + 1;
  clearUnfinished(places, number);
  const folder = releaseFolder(places.releases, number);
  const kept = keptFolder(places.kept, number);
  const [part, keptPart] = [`${folder}.part`, `${kept}.part`];
  mkdirSync(part, { recursive: true, mode: 0o755 });
  mkdirSync(keptPart, { recursive: true, mode: 0o700 });

  if (!options.withoutSite) copySites(places.site, path.join(part, "sites"));
  await writeDownloads(places.published, path.join(part, "downloads"));
  const ledger = ledgerOf(publication);
  writeLedgerFile(path.join(part, LEDGER), ledger);
  const changes = changesBetween({
    before: before && { manifest: before.manifest, ledger: readLedgerFile(path.join(before.folder, LEDGER)) },
    now: { release: number, restated: record.restated ?? [], publication, ledger },
  });
  writeFileSync(path.join(part, "changes.json"), `${JSON.stringify(changes, null, 1)}\n`);
  writeFileSync(path.join(part, "changes.md"), changesText(changes));
  const text = manifestText({ ...manifestOf(from, number), files: hashFiles(part, [MANIFEST]) });
  writeFileSync(path.join(part, MANIFEST), text);

  await keep(from, keptPart, number, sha256Of(text));
  for (const name of readdirSync(part, { recursive: true, encoding: "utf8" })) readOnly(path.join(part, name));
  renameSync(keptPart, kept);
  renameSync(part, folder);
  return { release: number, folder, files: hashFiles(folder).length, changes: changesText(changes) };
}

/** Removes what a release left that was cut off: half-made folders, and what was kept of a release that is not there. */
function clearUnfinished({ releases, kept }: Places, number: number): void {
  for (const folder of [releases, kept]) {
    mkdirSync(folder, { recursive: true, mode: folder === kept ? 0o700 : 0o755 });
    for (const name of readdirSync(folder).filter((each) => /^\d+\.part$/.test(each)))
      rmSync(path.join(folder, name), { recursive: true });
  }
  rmSync(keptFolder(kept, number), { recursive: true, force: true });
}

function readOnly(file: string) {
  if (statSync(file).isFile()) chmodSync(file, 0o444);
}

async function standing(
  network: Network,
  places: Places,
  code: string,
  { withoutSite = false }: ReleaseOptions,
): Promise<Standing> {
  const before = readChain(places.releases).at(-1);
  const id = standingRun(places, { site: !withoutSite });
  const records = readRunRecords(places.runs);
  const record = records.find(({ run, outcome }) => run === id && outcome === "published");
  if (!record?.totals)
    throw new Error(
      withoutSite || standingRun(places, { site: false }) === null
        ? "there is no whole publication to release: run the pipeline first"
        : "the site is not of the last publication: run the pipeline with its site, or release --without-site",
    );
  const last = before?.manifest.release ?? 0;
  if ((record.after_release ?? 0) !== last)
    throw new Error(`${record.run} was made before release ${last} was: run the pipeline again first`);
  const isCurrent = record.configuration_hash === network.configurationHash && record.code_version === code;
  if (!isCurrent || records[0]!.inputs_hash !== record.inputs_hash || (network.as_of ?? record.as_of) !== record.as_of)
    throw new Error(
      `files, configuration or code are others than those of ${record.run}: run the pipeline again first`,
    );
  if (record.totals.audit !== "safe") throw new Error(`the audit of ${record.run} did not find it safe`);
  const publication = await readPublication(places.published);
  if (before && !saysMore(publication, path.join(before.folder, LEDGER)))
    throw new Error(`nothing has changed since release ${last}`);
  return { network, places, record: { ...record, totals: record.totals }, publication, before };
}

/** True when a publication says anything that a ledger does not, or the other way round. */
function saysMore(publication: Publication, ledgerFile: string): boolean {
  const before = readLedgerFile(ledgerFile);
  const now = ledgerOf(publication);
  if (now.length !== before.size) return true;
  return now.some(({ address, status, value }) => {
    const line = before.get(address);
    return line?.status !== status || line.value !== value;
  });
}

function manifestOf({ record, publication, before }: Standing, number: number): Manifest {
  const { totals } = record;
  const { threshold, minimum_denominator, width } = publication.release[0]!;
  return {
    release: number,
    previous: before?.hash ?? null,
    network: publication.release[0]!.network_id,
    as_of: record.as_of,
    run: record.run,
    configuration_hash: record.configuration_hash,
    code_version: record.code_version,
    contract_version: CONTRACT_VERSION,
    measures: publication.measure.map(({ measure, version }) => ({ id: measure, version })),
    restated: [...(record.restated ?? [])],
    protection: {
      ...{ threshold, minimum_denominator, width },
      cells: totals.cells,
      cells_shown: totals.cells_shown,
      cells_withheld: totals.cells_withheld,
      audit: totals.audit,
      cells_attacked: totals.cells_attacked,
    },
    files: [],
  };
}

/** Keeps, privately, what the run counted and what it was made from. */
async function keep(
  { network, places, record, publication }: Standing,
  folder: string,
  number: number,
  manifest: string,
) {
  const measures = measuresOf(network.partners);
  const door = await openWarehouse(places.warehouse, { readOnly: true, memory: network.memory, folders: [folder] });
  try {
    const kept: Kept = {
      release: number,
      run: record.run,
      key_id: record.key_id,
      as_of: record.as_of,
      manifest,
      measures: measures.map(({ id, version, settlesAfterDays, shape }) => ({
        ...{ id, version, settles_after_days: settlesAfterDays },
        by: seenBy(shape),
      })),
      quarters: await door.rows(
        "select quarter, year, starts_on, ends_on, year_ends_on from quarter order by starts_on",
      ),
      programs: publication.program.map(({ program_id, partner_id, tier }) => ({ program_id, partner_id, tier })),
      groups: await groupsIn(door),
    };
    const closed = measures.map((measure) => {
      const { quarters } = closedPeriods({ kept, restated: [] }, measure);
      return { measure, quarters: quarters.map(({ quarter }) => quarter) };
    });
    await keepUnits(door, closed, folder);
    writeFileSync(keptFile(folder), `${JSON.stringify(kept, null, 1)}\n`, { mode: 0o600 });
  } finally {
    await door.close();
  }
  for (const file of configurationFiles(network.folder))
    cpSync(path.join(network.folder, file), path.join(folder, "network", file));
  for (const file of [places.receipts, places.aggregates].filter((each) => existsSync(each)))
    cpSync(file, path.join(folder, path.basename(file)));
  writeFileSync(path.join(folder, "run.json"), `${JSON.stringify(record, null, 1)}\n`);
  for (const name of readdirSync(folder, { recursive: true, encoding: "utf8" })) {
    const file = path.join(folder, name);
    chmodSync(file, statSync(file).isFile() ? 0o600 : 0o700);
  }
}

const groupsIn = (door: Door): Promise<Kept["groups"]> =>
  door.rows("select distinct slice, member from group_member order by all");
