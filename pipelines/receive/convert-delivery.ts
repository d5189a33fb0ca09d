import { createHash } from "node:crypto";
import { chmodSync, copyFileSync, existsSync, renameSync, rmSync } from "node:fs";
import path from "node:path";
import { CONTRACT_VERSION } from "../../models/contract/catalogue.ts";
import { brokenRows } from "../broken-rows.ts";
import { outcome } from "../findings.ts";
import { convert, createSetAside, type Part, writeSetAside } from "../intake/convert.ts";
import { hmisRecords } from "../intake/hmis.ts";
import { mapTable } from "../intake/map-table.ts";
import type { Mapped } from "../intake/mapped.ts";
import { pirlRecords } from "../intake/pirl.ts";
import { hashFile, UnreadableFile } from "../intake/read-text.ts";
import type { PseudonymKey } from "../keys.ts";
import type { Places } from "../places.ts";
import type { Delivery } from "../pull/deliveries.ts";
import { SCREEN_VERSION } from "../screen/screen-header.ts";
import { unreadableBecause } from "../unreadable-because.ts";
import type { Door } from "../warehouse.ts";
import type { IntakeDoor } from "./intake-door.ts";
import type { Converted, Received, ReceivedFile } from "./receipt.ts";
import { type ReadFile, type ScreenedDelivery, screenDelivery, tableNames } from "./screen-delivery.ts";

/** What a delivery is taken in with. */
export interface Reception {
  places: Places;
  key: PseudonymKey;
  /** Memory limit, such as `4GB`. */
  memory: string;
  /** States whose ZIP codes are looked for, such as `TN`; none when left out. */
  states?: readonly string[];
  /** Leave no copy in the inbox: the delivery is only tried. */
  unsealed?: true;
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
  const hash =
    files.length === 1 && delivery.feed.format !== "hmis_csv" ? files[0]!.hash : sha256(JSON.stringify(files));
  // Where a feed comes from and how often changes nothing of how it is read.
  const { source: _, expected_every_days: __, ...feed } = delivery.feed;
  const { id, profile, ages_above_89, zip_codes } = delivery.partner;
  const screened = [SCREEN_VERSION, profile, ages_above_89, zip_codes, states];
  const under = [hash, delivery.name, CONTRACT_VERSION, screened, key.id, id, feed];
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
    const screened = await screenDelivery(door, delivery, work, reception.states);
    const { files, findings } = screened;
    for (const { name, hash } of files)
      if (!print.files.some((file) => file.name === name && file.hash === hash))
        throw new UnreadableFile(pathOf(delivery, name), "it is not what it was a moment ago, or when it was sealed");
    const refusing = findings.filter((finding) => outcome(finding) === "refused");
    const refused = refusing.length > 0;
    const readable = files.length === delivery.files.length;
    const stopped = findings.some((finding) => outcome(finding) !== "noted");
    const sealed =
      refused || !readable || reception.unsealed
        ? []
        : await seal(delivery, files, { inbox: places.inbox, work }, stopped);
    const converted = stopped ? [] : await convertAll(door, delivery, print, screened, reception, made);
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
      files: print.files.map((file) => receivedFile(file, files, delivery, sealed)),
      outcome: refused ? "refused" : came,
      intake: print.intake,
      findings: all,
      converted,
    };
  });
}

/** What is kept in mind of a file, read or not, and what is sealed of it; a cleaned copy is named as long as it may stand in the inbox. */
function receivedFile(
  { name, hash }: Fingerprint["files"][number],
  files: readonly ReadFile[],
  delivery: Delivery,
  cleaned: readonly SealedFile[],
): ReceivedFile {
  const bytes = files.find((file) => file.name === name)?.bytes ?? 0;
  const sealed =
    cleaned.find((file) => file.name === name)?.sealed ?? delivery.files.find((file) => file.name === name)?.sealed?.as;
  return { name, hash, bytes, ...(sealed ? { sealed } : {}) };
}

type SealedFile = Required<Pick<ReceivedFile, "name" | "sealed">>;

/**
 * Puts the files into the inbox under their hashes, those as they arrived of which all is screened, and of the others a cleaned copy;
 * of a file that is stopped none is made. Returns the copies.
 */
async function seal(
  delivery: Delivery,
  files: readonly ReadFile[],
  places: Pick<Places, "inbox" | "work">,
  stopped: boolean,
) {
  const copies: SealedFile[] = [];
  const copy = path.join(places.work, "sealing");
  for (const [index, { name, hash, sealed, cleaned }] of files.entries()) {
    if (sealed || (cleaned && stopped)) continue;
    if (!cleaned) {
      if (!existsSync(path.join(places.inbox, hash))) {
        copyReadable(delivery.files[index]!.path, copy);
        putSealed(copy, places.inbox, hash);
      }
      continue;
    }
    rmSync(copy, { force: true });
    await cleaned(copy);
    const own = await hashFile(copy);
    putSealed(copy, places.inbox, own);
    copies.push({ name, sealed: own });
  }
  return copies;
}

function putSealed(copy: string, inbox: string, hash: string) {
  chmodSync(copy, 0o400);
  renameSync(copy, path.join(inbox, hash));
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
  screened: ScreenedDelivery,
  { key }: Reception,
  made: string,
): Promise<Converted[]> {
  const { partner, feed, name } = delivery;
  const origin = { partner: partner.id, feed: feed.id, name, hash: print.hash };
  await createSetAside(door);
  const converted = [];
  for (const parts of await partsByRecord(door, delivery, screened))
    converted.push(await convert(door, parts, origin, key, made));
  await writeSetAside(door, made);
  return converted;
}

/** The tables of each record kind: several where a zip folder or a workbook has more than one of a kind. */
async function partsByRecord(door: Door, delivery: Delivery, screened: ScreenedDelivery): Promise<Part[][]> {
  const parts = (await mappedRecords(door, delivery, screened)).map((mapped) => ({
    mapped,
    staged: screened.staged.get(mapped.file)!,
  }));
  return [...Map.groupBy(parts, ({ mapped }) => mapped.record).values()];
}

async function mappedRecords(door: Door, { feed }: Delivery, { staged, made }: ScreenedDelivery): Promise<Mapped[]> {
  if (feed.format === "hmis_csv") return hmisRecords(door, feed, tableNames(staged));
  if (feed.format !== "wioa_pirl") return made.map(({ name, table }) => mapTable(table, name, staged.get(name)!.table));
  const files = [...staged].map(([file, { table }]) => pirlRecords(door, feed, file, table));
  return (await Promise.all(files)).flat();
}

function settle(made: string, intake: string) {
  rmSync(intake, { recursive: true, force: true });
  renameSync(made, intake);
}

const sha256 = (text: string) => createHash("sha256").update(text).digest("hex");
