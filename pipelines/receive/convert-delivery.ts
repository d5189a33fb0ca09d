import { createHash } from "node:crypto";
import { chmodSync, copyFileSync, existsSync, renameSync, rmSync } from "node:fs";
import path from "node:path";
import { CONTRACT_VERSION } from "../../models/contract/catalogue.ts";
import { brokenRows } from "../broken-rows.ts";
import { outcome } from "../findings.ts";
import { convert, createSetAside, writeSetAside } from "../intake/convert.ts";
import { hmisRecords } from "../intake/hmis.ts";
import { mapTable } from "../intake/map-table.ts";
import type { Mapped } from "../intake/mapped.ts";
import { hashFile, UnreadableFile } from "../intake/read-text.ts";
import type { Staged } from "../intake/stage-csv.ts";
import type { PseudonymKey } from "../keys.ts";
import type { Places } from "../places.ts";
import type { Delivery } from "../pull/deliveries.ts";
import { SCREEN_VERSION } from "../screen/screen-header.ts";
import { unreadableBecause } from "../unreadable-because.ts";
import type { Door } from "../warehouse.ts";
import type { IntakeDoor } from "./intake-door.ts";
import type { Converted, Received } from "./receipt.ts";
import { screenDelivery, tableNames } from "./screen-delivery.ts";

/** What a delivery is taken in with. */
export interface Reception {
  places: Places;
  key: PseudonymKey;
  /** Memory limit, such as `4GB`. */
  memory: string;
  /** States whose ZIP codes are looked for, such as `TN`; none when left out. */
  states?: readonly string[];
}

/** A delivery known by its content: the hash of each file and of the whole. */
export interface Fingerprint {
  hash: string;
  files: readonly { name: string; hash: string }[];
  /** Folder under intake/: the same content under the same contract, mapping and key is taken in once. */
  intake: string;
}

/** What besides its content makes a delivery come out as it does. */
type Under = Pick<Reception, "key" | "states">;

/** Hashes a delivery's files. Throws UnreadableFile. */
export async function fingerprint(delivery: Delivery, under: Under): Promise<Fingerprint> {
  const files = [];
  for (const { name, path: file } of delivery.files) files.push({ name, hash: await hashFile(file) });
  return fingerprintOf(delivery, files, under);
}

/** The fingerprint of a delivery whose files' hashes are known. */
export function fingerprintOf(delivery: Delivery, of: Fingerprint["files"], { key, states = [] }: Under): Fingerprint {
  const files = of.map(({ name, hash }) => ({ name, hash }));
  const hash = files.length === 1 && delivery.feed.format === "csv" ? files[0]!.hash : sha256(JSON.stringify(files));
  const { id, profile, ages_above_89 } = delivery.partner;
  const screened = [SCREEN_VERSION, profile, ages_above_89, states];
  const under = [hash, delivery.name, CONTRACT_VERSION, screened, key.id, id, delivery.feed];
  return { hash, files, intake: sha256(JSON.stringify(under)).slice(0, 32) };
}

/**
 * Takes in one delivery: reads it, screens it for identifiers, seals it in the inbox, checks every row against the contract and
 * writes the good ones as Parquet. Refused deliveries leave nothing; stopped ones are sealed but not used. Throws UnreadableFile.
 */
export function convertDelivery(
  intake: IntakeDoor,
  delivery: Delivery,
  print: Fingerprint,
  reception: Reception,
): Promise<Received> {
  const { places } = reception;
  return intake.use(async (door, { work, made }) => {
    const { files, staged, findings } = await screenDelivery(door, delivery, work, reception.states);
    for (const { name, hash } of files)
      if (!print.files.some((file) => file.name === name && file.hash === hash))
        throw new UnreadableFile(pathOf(delivery, name), "it is not what it was a moment ago, or when it was sealed");
    const refusing = findings.filter((finding) => outcome(finding) === "refused");
    const refused = refusing.length > 0;
    const readable = files.length === delivery.files.length;
    if (!refused && readable) seal(delivery, files, places);
    const converted = findings.some((finding) => outcome(finding) !== "noted")
      ? []
      : await convertAll(door, delivery, print, staged, reception, made);
    const { partner, feed } = delivery;
    const about = { partner: partner.id, feed: feed.id };
    const broken = converted.flatMap((each) => brokenRows(about, each, feed.stop_above));
    const all = refused ? refusing : [...findings, ...broken];
    const came = all.some((finding) => outcome(finding) === "stopped") ? "stopped" : "accepted";
    if (converted.length > 0) settle(made, path.join(places.intake, print.intake));
    return {
      ...about,
      name: delivery.name,
      hash: print.hash,
      files: print.files.map((file) => ({ ...file, bytes: files.find(({ name }) => name === file.name)?.bytes ?? 0 })),
      outcome: refused ? "refused" : came,
      intake: print.intake,
      findings: all,
      converted,
    };
  });
}

function seal(delivery: Delivery, files: readonly { name: string; hash: string }[], places: Places) {
  for (const [index, { hash }] of files.entries()) {
    const sealed = path.join(places.inbox, hash);
    if (existsSync(sealed)) continue;
    const copy = path.join(places.work, "sealing");
    copyReadable(delivery.files[index]!.path, copy);
    chmodSync(copy, 0o400);
    renameSync(copy, sealed);
  }
}

const pathOf = ({ files }: Delivery, named: string) => files.find(({ name }) => name === named)!.path;

function copyReadable(from: string, to: string) {
  try {
    copyFileSync(from, to);
  } catch (error) {
    if (existsSync(from)) throw error;
    throw new UnreadableFile(from, unreadableBecause(error as NodeJS.ErrnoException));
  }
}

async function convertAll(
  door: Door,
  delivery: Delivery,
  print: Fingerprint,
  staged: ReadonlyMap<string, Staged>,
  { key }: Reception,
  made: string,
): Promise<Converted[]> {
  const origin = { partner: delivery.partner.id, feed: delivery.feed.id, hash: print.hash };
  await createSetAside(door);
  const converted = [];
  for (const mapped of mappedRecords(delivery, staged))
    converted.push(await convert(door, mapped, staged.get(mapped.file)!, origin, key, made));
  await writeSetAside(door, made);
  return converted;
}

function mappedRecords({ feed, name }: Delivery, staged: ReadonlyMap<string, Staged>): Mapped[] {
  return feed.format === "csv"
    ? [mapTable(feed, name, staged.get(name)!.table)]
    : hmisRecords(feed, tableNames(staged));
}

function settle(made: string, intake: string) {
  rmSync(intake, { recursive: true, force: true });
  renameSync(made, intake);
}

const sha256 = (text: string) => createHash("sha256").update(text).digest("hex");
