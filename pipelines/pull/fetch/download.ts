import { existsSync, mkdirSync, rmSync, statSync } from "node:fs";
import path from "node:path";
import type { Limits } from "../../source.ts";
import { unreadableBecause } from "../../unreadable-because.ts";
import type { Connection, Offered } from "./connection.ts";
import type { FetchedFile } from "./fetched.ts";
import { StartAnew } from "./https-source.ts";
import { hashOf, type Part } from "./part.ts";
import { eachPromptly } from "./promptly.ts";
import { putFile } from "./put-file.ts";
import { overLimit, unreachable } from "./source-failure.ts";

/** One file to fetch: into which folder, through which part, and what is known of it. */
export interface Download {
  offered: Offered;
  folder: string;
  part: Part;
  known: FetchedFile | undefined;
  limits: Limits;
}

/** What came into the folder: null when nothing has changed. */
export type Arrived = Pick<FetchedFile, "version" | "hash" | "bytes" | "modified"> & { isNew: boolean };

/** Fetches one file, going on where a part of the same version ends, and puts it whole into the folder. Throws SourceFailure. */
export async function download(connection: Connection, job: Download): Promise<Arrived | null> {
  const version = await receive(connection, job);
  if (version === undefined) return null;
  const { offered, folder, part, known } = job;
  const hash = await hashOf(part.path);
  const bytes = statSync(part.path).size;
  const place = path.join(folder, offered.name);
  const isNew = known?.hash !== hash || known.name === null || !existsSync(place);
  if (isNew) put(part.path, folder, place);
  part.remove();
  return { version, hash, bytes, modified: statSync(place).mtimeMs, isNew };
}

/** The version of what stands in the part, whole; undefined when the source still has the one that is known. */
async function receive(connection: Connection, { offered, part, known, limits, folder }: Download) {
  if ((offered.bytes ?? 0) > limits.bytes) throw tooLarge(limits);
  const begun = part.begun();
  const isThere = known?.name != null && existsSync(path.join(folder, known.name));
  const current = isThere || known?.refused ? known.version : null;
  const opened = await connection.open(offered, begun, current).catch((error) => {
    if (!(error instanceof StartAnew)) throw error;
    part.remove();
    throw unreachable("it sends another part of the file than asked for", { again: begun !== null, alone: true });
  });
  if (opened === null) {
    part.remove();
    return undefined;
  }
  const file = await part.write(opened.from, opened.version);
  try {
    let at = opened.from;
    for await (const chunk of eachPromptly(limits.idle_seconds, opened.bytes)) {
      if (at + chunk.length > limits.bytes) {
        part.remove();
        throw tooLarge(limits);
      }
      await file.write(chunk, 0, chunk.length, at);
      at += chunk.length;
    }
    if (offered.bytes !== null && offered.version === opened.version && at !== offered.bytes)
      throw unreachable("it ended the connection");
  } finally {
    await file.close();
  }
  return opened.version;
}

const tooLarge = ({ bytes }: Limits) =>
  overLimit(`${bytes.toLocaleString("en-US")} bytes for one file`, { alone: true });

function put(from: string, folder: string, place: string) {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    putFile(from, place);
  } catch (error) {
    throw unreachable(
      `the file cannot be put into the partner's folder: ${unreadableBecause(error as NodeJS.ErrnoException)}`,
      {
        again: false,
        alone: true,
      },
    );
  }
}

/** Removes a fetched file from the partner's folder, unless somebody has put another in its place. */
export function removeFetched(folder: string, { name, bytes, modified }: FetchedFile): void {
  if (name === null) return;
  const place = path.join(folder, name);
  const stat = statSync(place, { throwIfNoEntry: false });
  if (stat?.isFile() && stat.size === bytes && stat.mtimeMs === modified) rmSync(place);
}
