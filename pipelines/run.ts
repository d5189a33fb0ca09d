import path from "node:path";
import { measuresOf } from "../models/measures/network-measures.ts";
import type { Aggregates } from "./aggregates.ts";
import { frozenChanges } from "./build/frozen-changes.ts";
import { writeSetAsideReports } from "./build/set-aside-reports.ts";
import { codeVersion } from "./code-version.ts";
import { checkClaimsPlace, putClaims } from "./contracts/put-claims.ts";
import { sentence } from "./findings.ts";
import { type PseudonymKey, readOrMakeKey } from "./keys.ts";
import { holdLock } from "./lock.ts";
import { clearWork, type Places, placesOf, preparePlaces } from "./places.ts";
import { publicationOf } from "./publication.ts";
import { publishSites } from "./publish-sites.ts";
import { type Built, checkPlaces, putInPlace, putKept, standingRun } from "./put-in-place.ts";
import type { ListedFinding } from "./quality/list-findings.ts";
import { checkFeedbackPlace, putFeedback } from "./quality/put-feedback.ts";
import { remember } from "./quality/remembered.ts";
import { rareLines } from "./rare-lines.ts";
import type { Network } from "./read-network.ts";
import type { Receipt } from "./receive/receipt.ts";
import { setAsideFiles } from "./receive/set-aside-files.ts";
import type { TakenIn } from "./receive/take-in.ts";
import { explainWaiting, gatherWaiting } from "./receive/waiting-rows.ts";
import { pastOf } from "./release/past.ts";
import { blankRecord, inputsHash, type RunRecord, readRunRecords, type Totals, writeRunRecord } from "./run-record.ts";
import { stageClock } from "./stage-clock.ts";
import {
  attackPublication,
  buildWarehouse,
  type Effects,
  fetchFiles,
  gaugeQuality,
  type Ledger,
  protectFigures,
  type Run,
  receiveAggregates,
  receiveFiles,
  storePublication,
  writeContracts,
  writePacks,
} from "./stages.ts";
import { filesNow, filesOf, foundIn, totalsOf } from "./summary.ts";
import { type Door, type OpenOptions, openWarehouse } from "./warehouse.ts";

export interface RunOptions {
  /** Build everything again even when nothing has changed. */
  again?: boolean;
  /** Stop after the audit and leave the site as it is. */
  withoutSite?: boolean;
  /** Quarters or program years that a release closed and this run opens again. */
  restate?: readonly string[];
  /** The key that is to follow the network's: everything is made under it, and what is kept under the old one is renamed. */
  nextKey?: PseudonymKey;
}

/** What ends a run without a publication although nothing is wrong with the code. */
class NothingToPublish extends Error {
  readonly record: RunRecord;
  constructor(message: string, record: RunRecord) {
    super(message);
    this.record = record;
  }
}

/**
 * One run, from the partners' folders to the sites. Until its last step the warehouse, the published store and the sites of
 * the run before stay as they are. It always leaves a record: published, unchanged or failed. Throws RunInProgress, and errors of the code.
 */
export async function run(network: Network, effects: Effects, options: RunOptions = {}): Promise<RunRecord> {
  const started = effects.now();
  const places = placesOf(network, effects.environment);
  const id = `run-${started.toISOString().replaceAll(/[-:.]/g, "")}`;
  const lock = await holdLock(places, { run: id, process: effects.process, started_at: started.toISOString() });
  try {
    preparePlaces(places);
    const asOf = network.as_of ?? started.toISOString().slice(0, 10);
    const clock = stageClock(effects.progress);
    const current: Run = {
      id,
      asOf,
      code: codeVersion(effects.projectRoot),
      network,
      places,
      effects,
      clock,
      past: null,
    };
    const record = blankRecord({ run: id, startedAt: started.toISOString(), asOf, network, code: current.code });
    try {
      return finish(current, await publish(current, record, options));
    } catch (error) {
      const failed = error instanceof NothingToPublish ? error.record : record;
      const said = finish(current, { ...failed, outcome: "failed", error: (error as Error).message.split("\n")[0]! });
      if (error instanceof NothingToPublish) return said;
      throw error;
    }
  } finally {
    clearWork(places);
    await lock.release();
  }
}

async function publish(begun: Run, blank: RunRecord, options: RunOptions): Promise<RunRecord> {
  const { network, places } = begun;
  const key = options.nextKey ?? readOrMakeKey(places.keys, network.id);
  const rekeyed = options.nextKey !== undefined;
  const kept = `${places.kept}.${begun.id}`;
  const past = pastOf(places, begun.asOf, options.restate ?? [], rekeyed ? { renamed: kept } : key);
  const run = { ...begun, past };

  // partners' sources: fetch what is new or changed into their folders
  const fetched = await fetchFiles(run);

  // inbox, intake: read what is new, refuse identifiers, set broken rows aside
  const taken = await receiveFiles(run, key, fetched.found);
  const aggregates = await receiveAggregates(run);
  const held = [...taken.stopped, ...taken.refused];
  if (rekeyed) checkNothingLost(held);
  const inputs_hash = inputsHash(blank, key.id, {
    inUse: taken.inUse,
    stopped: held,
    aggregates: aggregates.hashes,
    past: past && [past.kept.manifest, ...past.restated],
  });
  const found = foundIn([...taken.found, ...aggregates.findings]);
  const after = { after_release: past?.kept.release ?? 0, restated: past?.restated ?? [] };
  const record = { ...blank, ...after, key_id: key.id, inputs_hash, files: filesOf(taken.fresh), found };
  if (taken.inUse.length === 0) throw new NothingToPublish("no partner has sent a file that can be used yet", record);
  const before = options.again || rekeyed ? undefined : lastPublished(places, !options.withoutSite);
  if (before?.inputs_hash === inputs_hash) return unchanged(record, before, taken);

  // warehouse: all accepted rows, the facts, every measure, in a file beside the one in use
  const beside = (place: string) => `${place}.${run.id}`;
  const next: Built = {
    run: run.id,
    warehouse: beside(places.warehouse),
    published: beside(places.published),
    setAside: beside(places.setAside),
    site: !options.withoutSite,
  };
  const feedback = beside(places.feedback);
  const claims = beside(places.claims);
  checkPlaces(places, next);
  checkFeedbackPlace(places);
  checkClaimsPlace(places);
  const door = await openWarehouse(next.warehouse, buildingOptions(run, [next.setAside, feedback, claims, kept]));
  const moved = { warehouse: places.warehouse, kept: places.kept, renamed: kept, work: places.work, keyId: key.id };
  const renaming = rekeyed && past ? moved : null;
  let published: Totals;
  let findings: ListedFinding[];
  let ledger: Ledger;
  try {
    const rare = await buildWarehouse(run, door, taken, renaming);
    record.rare = rareLines(rare);
    if (past) record.frozen = await frozenChanges(door, measuresOf(network.partners));
    await explainWaiting(door, network, held);
    await gaugeQuality(run, door, taken);
    published = await protectAndAudit(run, record, door, taken, aggregates, next.published);
    await writeReports(door, next.setAside, held);
    findings = await writePacks(run, door, feedback, taken, rekeyed);
    ledger = await writeContracts(run, door, claims, taken, rekeyed);
  } finally {
    await door.close();
  }

  // site, scan: what readers get, made from nothing but the published rows, and gone through file by file
  const site = next.site ? await publishSites(run, next.published) : null;
  if (site && site.failures.length > 0) throw refusedBy("scan refuses the sites", site.failures, record);

  // only now does anything that readers see change, each in one step
  checkPlaces(places, next);
  if (renaming) putKept(places, kept);
  putFeedback(places, feedback);
  putClaims(places, claims, ledger.lines, ledger.renamed);
  putInPlace(places, next);
  remember(places.findings, run.id, findings);
  const totals = { ...published, pages: site?.pages ?? 0 };
  return {
    ...record,
    ...{ outcome: "published", totals, publication: site?.publication ?? null, site: site && staffSite(places) },
  };
}

/** A file in use that cannot be converted again would be missing from all that is made under a new key. */
function checkNothingLost(held: readonly Receipt[]): void {
  const lost = held.flatMap(({ findings }) => findings).find(({ code }) => code === "sealed-file-lost");
  if (lost) throw new Error(`the key was not changed: ${sentence(lost)}`);
}

/** set-aside: what each partner has to mend, rows that wait for a file and whole files said once; everything was counted before. */
async function writeReports(door: Door, folder: string, held: readonly Receipt[]): Promise<void> {
  await gatherWaiting(door);
  await setAsideFiles(door, held);
  await writeSetAsideReports(door, folder);
}

const refusedBy = (what: string, failures: readonly { sentence: string }[], record: RunRecord) =>
  new NothingToPublish(`the ${what}: ${failures.map(({ sentence }) => sentence).join("; ")}`, record);

/** protect, audit: only what gives nobody away, into the published store, and only when an adversary who has that store agrees. */
async function protectAndAudit(
  run: Run,
  record: RunRecord,
  door: Door,
  taken: TakenIn,
  { partners: aggregate_partner, cells: aggregate_cell }: Aggregates,
  published: string,
): Promise<Totals> {
  const { protection, words, figures, contributions, past } = await protectFigures(run, door, taken);
  const publication = publicationOf(run, words, protection, { aggregate_partner, aggregate_cell });
  await storePublication(published, publication);
  const report = await attackPublication(run, published, figures, contributions, past);
  if (report.verdict !== "safe") throw refusedBy("audit refuses the publication", report.failures, record);
  return totalsOf(door, taken, protection.report, report);
}

const buildingOptions = ({ network, places, past }: Run, reports: readonly string[]): OpenOptions => ({
  memory: network.memory,
  folders: [places.intake, ...(past ? [places.kept, places.releases, places.work] : []), ...reports],
  spill: path.join(places.work, "spill"),
});

const staffSite = ({ folder, site }: Places) => path.relative(folder, path.join(site, "staff"));

/** The record of the run that made everything readers have, with the site or leaving it out. */
function lastPublished(places: Places, site: boolean): RunRecord | undefined {
  const standing = standingRun(places, { site });
  return readRunRecords(places.runs).find(({ run, outcome }) => run === standing && outcome === "published");
}

function unchanged(record: RunRecord, before: RunRecord, taken: TakenIn): RunRecord {
  const totals = before.totals && { ...before.totals, ...filesNow(taken) };
  return { ...record, outcome: "unchanged", totals, publication: before.publication ?? null, site: before.site };
}

function finish({ places, clock, effects }: Run, record: RunRecord): RunRecord {
  const seconds = (effects.now().getTime() - new Date(record.started_at).getTime()) / 1000;
  const ended = { ...record, seconds, stages: clock.stages };
  writeRunRecord(places.runs, ended);
  return ended;
}
