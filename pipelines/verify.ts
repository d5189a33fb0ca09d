import { cpSync, existsSync, linkSync, mkdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { codeVersion } from "./code-version.ts";
import { hashFile } from "./intake/read-text.ts";
import { keptFolder } from "./kept.ts";
import { type Places, placesOf } from "./places.ts";
import { silent } from "./progress.ts";
import { type Network, readNetwork } from "./read-network.ts";
import { readReceipts } from "./receive/receipt.ts";
import { type Link, readChain, releaseFolder } from "./release/chain.ts";
import { hashFiles } from "./release/hash-files.ts";
import { LEDGER, MANIFEST } from "./release/manifest.ts";
import { release as makeRelease } from "./release.ts";
import { run } from "./run.ts";
import type { RunRecord } from "./run-record.ts";
import type { Effects } from "./stages.ts";

/** What came of making a release again. */
export interface Verified {
  /** The version of the code that made it and the one that made it again. */
  code: { made_by: string; now: string };
  files: number;
  /** Files that are not the same, each with what is the matter, by path. */
  differ: readonly { path: string; is: "changed" | "missing" | "not of it" }[];
}

/**
 * Makes a release again from the sealed inbox, with its own configuration and after the releases before it, in an empty folder, and
 * compares every byte. Nothing of the network is changed, and nothing is fetched. Throws when what it was made from is not there any
 * more, and when it cannot be made again at all.
 */
export async function verify(network: Network, effects: Effects, release: number, scratch: string): Promise<Verified> {
  const places = placesOf(network, effects.environment);
  const chain = readChain(places.releases);
  const link = chain[release - 1];
  if (!link) throw new Error(`there is no release ${release} (there are ${chain.length})`);
  const kept = keptFolder(places.kept, release);
  if (!existsSync(path.join(kept, "run.json")))
    throw new Error(`what release ${release} was made from is not in ${kept}`);
  const record = JSON.parse(readFileSync(path.join(kept, "run.json"), "utf8")) as RunRecord;

  const again = await prepare(places, chain.slice(0, release), kept, scratch);
  const then = { ...effects, progress: silent, now: () => new Date(record.started_at) };
  const withoutSite = !existsSync(path.join(link.folder, "sites"));
  const made = await run(again, then, { withoutSite, restate: record.restated });
  if (made.outcome !== "published") throw new Error(`release ${release} cannot be made again: ${made.error}`);
  const { folder } = await makeRelease(again, then, { withoutSite });
  const code = { made_by: link.manifest.code_version, now: codeVersion(effects.projectRoot) };
  return { code, ...compare(link.folder, folder) };
}

/** Puts what a release was made from into an empty folder: its configuration, the sealed files by hash, the releases before it. */
async function prepare(places: Places, chain: readonly Link[], kept: string, scratch: string): Promise<Network> {
  const inbox = path.join(scratch, "inbox");
  mkdirSync(inbox, { recursive: true, mode: 0o700 });
  cpSync(path.join(kept, "network"), scratch, { recursive: true });
  for (const name of ["receipts.json", "aggregates.json"])
    if (existsSync(path.join(kept, name))) cpSync(path.join(kept, name), path.join(inbox, name));
  for (const { outcome, files } of readReceipts(path.join(inbox, "receipts.json")))
    if (outcome === "accepted") for (const file of files) await unseal(places.inbox, inbox, file);
  for (const { folder, manifest } of chain.slice(0, -1)) {
    const copy = releaseFolder(path.join(scratch, "releases"), manifest.release);
    mkdirSync(copy, { recursive: true });
    for (const name of [MANIFEST, LEDGER]) cpSync(path.join(folder, name), path.join(copy, name));
  }
  const before = chain.at(-2)?.manifest.release;
  if (before !== undefined)
    cpSync(keptFolder(places.kept, before), keptFolder(path.join(scratch, "kept"), before), { recursive: true });
  return closedOff(readNetwork(path.join(scratch, "network.yaml")), scratch);
}

async function unseal(from: string, to: string, { name, hash }: { name: string; hash: string }) {
  const [sealed, copy] = [path.join(from, hash), path.join(to, hash)];
  if (existsSync(copy)) return;
  if (!existsSync(sealed)) throw new Error(`the sealed copy of ${name} is not in the inbox any more: ${sealed}`);
  if ((await hashFile(sealed)) !== hash) throw new Error(`the sealed copy of ${name} was changed: ${sealed}`);
  try {
    linkSync(sealed, copy);
  } catch {
    cpSync(sealed, copy);
  }
}

/** The network with folders of its own, and without sources: nothing comes in and nothing else is replaced. */
function closedOff(network: Network, scratch: string): Network {
  const own = <Sender extends { id: string; folder: string }>(partner: Sender): Sender => {
    const folder = path.join("sent", partner.id);
    mkdirSync(path.join(scratch, folder), { recursive: true });
    return { ...partner, folder };
  };
  const partners = network.partners.map((partner) => {
    const feeds = partner.feeds.map(({ source: _, ...feed }) => feed as (typeof partner.feeds)[number]);
    return { ...own(partner), feeds };
  });
  return { ...network, site: "dist", partners, aggregate_partners: network.aggregate_partners.map(own) };
}

function compare(released: string, again: string): Pick<Verified, "files" | "differ"> {
  const [then, now] = [hashFiles(released), hashFiles(again)].map(
    (files) => new Map(files.map(({ path: name, sha256 }) => [name, sha256])),
  ) as [Map<string, string>, Map<string, string>];
  const differ = [...new Set([...then.keys(), ...now.keys()])].sort().flatMap((name): Verified["differ"][number][] => {
    if (!then.has(name)) return [{ path: name, is: "missing" }];
    if (!now.has(name)) return [{ path: name, is: "not of it" }];
    return then.get(name) === now.get(name) ? [] : [{ path: name, is: "changed" }];
  });
  return { files: then.size, differ };
}
